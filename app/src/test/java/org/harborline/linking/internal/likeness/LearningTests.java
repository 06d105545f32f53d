// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.harborline.linking.internal.likeness.Learning.Learned;
import org.harborline.linking.internal.likeness.PairDecisions.Decided;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is learnt without labels, against populations whose parameters are known.
class LearningTests {

    @Test
    void findsTheParametersOfAKnownMixture() {
        var invented = new InventedPeople(1, 1500, 0.5, 0.2, 0);
        LikenessModel model =
                Learning.from(InventedPeople.FIELDS, invented.people).model();
        double total = invented.people.size() * (invented.people.size() - 1.0) / 2;
        assertThat(model.lambda() * total)
                .isCloseTo((double) invented.truePairs(), within(0.05 * invented.truePairs()));
        FieldModel surname = model.fields().get(1);
        assertThat(surname.levels(Relation.ONE_PERSON).get(Level.SAME)).isCloseTo(0.8, within(0.05));
        assertThat(surname.levels(Relation.ONE_PERSON).get(Level.ONE_EDIT)).isCloseTo(0.2, within(0.05));
        assertThat(surname.usual()).as("by chance").isLessThan(0.02);
    }

    @Test
    void keepsThoseWhoShareAHomeApart() {
        var invented = new InventedPeople(2, 1500, 0.4, 0.15, 0.4);
        Learned learned = Learning.from(InventedPeople.FIELDS, invented.people);
        List<Decided> accepted = PairDecisions.of(learned.model(), learned.frequencies(), invented.people)
                .accepted(Threshold.usual());
        assertThat(learned.model().relations().get(Relation.HOUSEHOLD))
                .isGreaterThan(learned.model().lambda() / 3);
        assertThat(wrong(invented, accepted)).isLessThanOrEqualTo(accepted.size() / 200);
        assertThat(accepted.size()).isGreaterThan((int) (0.9 * invented.truePairs()));
    }

    @Test
    void knowsWhoMovedByNameAndBirthday() {
        var invented = new InventedPeople(6, 1500, 0.5, 0.05, 0, 0.2);
        Learned learned = Learning.from(InventedPeople.FIELDS, invented.people);
        List<Decided> accepted = PairDecisions.of(learned.model(), learned.frequencies(), invented.people)
                .accepted(Threshold.usual());
        assertThat(learned.model().relations().get(Relation.MOVED)
                        / learned.model().lambda())
                .isCloseTo(0.2, within(0.06));
        assertThat(accepted.size() - wrong(invented, accepted)).isGreaterThan((long) (0.95 * invented.truePairs()));
        assertThat(wrong(invented, accepted)).isLessThanOrEqualTo(2);
    }

    @Test
    void seesNobodyTwiceWhereNobodyIs() {
        var invented = new InventedPeople(3, 1500, 0, 0, 0);
        Learned learned = Learning.from(InventedPeople.FIELDS, invented.people);
        List<Decided> accepted = PairDecisions.of(learned.model(), learned.frequencies(), invented.people)
                .accepted(Threshold.usual());
        assertThat(accepted).hasSizeLessThanOrEqualTo(2);
    }

    private static long wrong(InventedPeople invented, List<Decided> accepted) {
        return accepted.stream()
                .filter(pair -> !invented.truth.get(pair.a()).equals(invented.truth.get(pair.b())))
                .count();
    }

    @Test
    void choosesKeysOfTwoFieldsThatGatherFewAndFindNearlyAll() {
        var invented = new InventedPeople(4, 1500, 0.5, 0.2, 0.2);
        Learned learned = Learning.from(InventedPeople.FIELDS, invented.people);
        List<BlockingKey> keys = learned.model().blocking().keys();
        assertThat(keys).isNotEmpty();
        for (BlockingKey key : keys) {
            assertThat(key.parts().stream().map(BlockingPart::field).distinct().count())
                    .isGreaterThanOrEqualTo(2);
            assertThat(key.share()).isLessThanOrEqualTo(Blocking.LARGEST_SHARE);
            assertThat(foreign(invented, key)).as(key.toString()).isLessThan(2.5 * Blocking.LARGEST_SHARE);
        }
        assertThat(found(invented, keys)).isGreaterThan(0.99);
    }

    // the share of other persons whom one meets under a key, counted with the truth at hand
    private static double foreign(InventedPeople invented, BlockingKey key) {
        Pairs pairs = Pairs.sharing(List.of(key), invented.people, InventedPeople.FIELDS);
        long others = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            others += invented.truth.get(pairs.left(pair)).equals(invented.truth.get(pairs.right(pair))) ? 0 : 1;
        }
        return others / (invented.people.size() * (invented.people.size() - 1.0) / 2);
    }

    private static double found(InventedPeople invented, List<BlockingKey> keys) {
        Pairs pairs = Pairs.sharing(keys, invented.people, InventedPeople.FIELDS);
        long found = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            found += invented.truth.get(pairs.left(pair)).equals(invented.truth.get(pairs.right(pair))) ? 1 : 0;
        }
        return found / (double) invented.truePairs();
    }

    @Test
    void isWrittenAndReadAsJsonWithoutAnyValueOfAnybody() {
        var invented = new InventedPeople(5, 300, 0.5, 0.2, 0);
        LikenessModel model =
                Learning.from(InventedPeople.FIELDS, invented.people).model();
        var mapper = new JsonMapper();
        String json = mapper.writeValueAsString(model);
        assertThat(mapper.readValue(json, LikenessModel.class)).isEqualTo(model);
        for (Person person : invented.people) {
            person.values().stream()
                    .flatMap(List::stream)
                    .filter(value -> value.text().length() > 3)
                    .forEach(value -> assertThat(json).doesNotContain('"' + value.text() + '"'));
        }
    }

    @Test
    void isNotReadByRulesOfAnotherVersion() {
        assertThatThrownBy(() -> new LikenessModel("likeness-0", List.of(), Map.of(), 0, new Blocking(List.of())))
                .hasMessageContaining("likeness-0")
                .hasMessageContaining("Learn it anew");
    }
}
