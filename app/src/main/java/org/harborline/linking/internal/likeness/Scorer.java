// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;

/// Scores pairs by a model and by how common values are.
public final class Scorer {

    private static final Relation[] RELATIONS = Relation.values();

    private final LikenessModel model;
    private final Fields fields;
    private final Comparing comparing;
    private final Rarity rarity;
    private final Weights weights;

    Scorer(LikenessModel model, Frequencies frequencies) {
        this.model = model;
        this.fields = model.description();
        this.comparing = new Comparing(fields);
        this.rarity = new Rarity(frequencies);
        this.weights = Weights.of(model);
    }

    double start() {
        return weights.start(Relation.ONE_PERSON);
    }

    /// The weight alone, in bits.
    double weight(Person a, Person b) {
        return score(a, b).weight();
    }

    /// The probability and all that made it.
    public Score score(Person a, Person b) {
        var parts = new ArrayList<Score.Part>();
        double[] odds = new double[RELATIONS.length];
        for (Relation relation : RELATIONS) {
            odds[relation.place()] = weights.start(relation);
        }
        for (int field = 0; field < fields.size(); field++) {
            parts.add(part(field, a, b, odds));
        }
        double taken = Weights.taken(odds);
        double weight = odds[Relation.ONE_PERSON.place()] - taken;
        return new Score(Score.probability(weight), weight, start(), parts, taken);
    }

    private Score.Part part(int field, Person a, Person b, double[] odds) {
        FieldModel of = model.fields().get(field);
        Level level = comparing.level(field, a, b);
        double rare = level == Level.SAME ? rarity.bits(field, a, b, of.usual()) : 0;
        for (Relation relation : RELATIONS) {
            if (relation.shares(of.kind())) {
                odds[relation.place()] += weights.bits(relation, field, level.place()) + rare;
            }
        }
        double bits = weights.bits(Relation.ONE_PERSON, field, level.place());
        return new Score.Part(of.name(), level, bits + rare, rare);
    }
}
