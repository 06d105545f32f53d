// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.List;

/// Decides over all pairs of a population which are suggested as one person: found by a blocking key or by a
/// sure third, scored by their fields, corroborated or doubted by thirds. A decision is about a pair; nothing is
/// merged.
public final class PairDecisions {

    private final List<Person> people;
    private final Scorer scorer;
    private final Corroboration thirds;
    private final List<Decided> all = new ArrayList<>();
    private final Pairs blocked;

    /// A pair by its positions.
    ///
    /// @param weight what its own fields say
    /// @param thirds what other descriptions add, in bits
    public record Decided(int a, int b, double weight, double thirds) {

        public double probability() {
            return Score.probability(weight + thirds);
        }

        /// How likely it is without what other descriptions say.
        public double byFieldsAlone() {
            return Score.probability(weight);
        }
    }

    private PairDecisions(LikenessModel model, Frequencies frequencies, List<Person> people) {
        this.people = people;
        this.scorer = model.scorer(frequencies);
        this.thirds = new Corroboration(scorer.start());
        this.blocked = Pairs.sharing(model.blocking().keys(), people, model.description());
    }

    public static PairDecisions of(LikenessModel model, Frequencies frequencies, List<Person> people) {
        var decisions = new PairDecisions(model, frequencies, people);
        decisions.score(decisions.blocked);
        decisions.score(decisions.thirds.unscored());
        decisions.all.replaceAll(pair -> new Decided(
                pair.a(), pair.b(), pair.weight(), decisions.thirds.change(pair.a(), pair.b(), pair.weight())));
        return decisions;
    }

    private void score(Pairs pairs) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            int a = pairs.left(pair);
            int b = pairs.right(pair);
            double weight = scorer.weight(people.get(a), people.get(b));
            thirds.add(a, b, weight);
            all.add(new Decided(a, b, weight, 0));
        }
    }

    /// The pairs that blocking brought together.
    public Pairs blocked() {
        return blocked;
    }

    /// How many pairs were compared, those through a third included.
    public int compared() {
        return all.size();
    }

    /// The pairs that are so likely.
    public List<Decided> accepted(Threshold threshold) {
        return all.stream()
                .filter(pair -> pair.probability() >= threshold.probability())
                .toList();
    }
}
