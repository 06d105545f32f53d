// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The model for those who have too little to learn from, and counts that are kept with a learnt one.
class CautiousTests {

    private static final Fields FIELDS = new Fields(List.of(
            new Field("name", Kind.FULL_NAME),
            new Field("alias", Kind.HANDLE),
            new Field("born", Kind.BIRTH_DATE),
            new Field("town", Kind.LOCALITY),
            new Field("postcode", Kind.POSTCODE)));

    private static final LikenessModel MODEL = LikenessModel.cautious(FIELDS, new Blocking(List.of()));

    private static Person person(String name, String alias, String born, String town, String postcode) {
        return FIELDS.read(List.of(values(name), values(alias), values(born), values(town), values(postcode)));
    }

    private static List<String> values(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static double probability(Person a, Person b) {
        return MODEL.score(a, b, Frequencies.unknown()).probability();
    }

    @Test
    void hasSharesThatMakeAWhole() {
        for (FieldModel field : MODEL.fields()) {
            assertThat(sum(field.chance())).as(field.name()).isCloseTo(1, within(1e-9));
            field.related()
                    .forEach((relation, levels) -> assertThat(sum(levels))
                            .as(field.name() + " " + relation)
                            .isCloseTo(1, within(1e-9)));
        }
    }

    @Test
    void takesADifferenceForNothingThatSpeaksForOnePerson() {
        var one = person("Robin Sample", "robin.s81", "1981-02-03", "Springfield", "10001");
        var other = person("Kim Other", "else99", "1949-11-30", "Elmwood", "77777");

        assertThat(MODEL.score(one, other, Frequencies.unknown()).parts())
                .allMatch(part -> part.level() == Level.DIFFERENT && part.weight() < 0);
    }

    private static double sum(Map<Level, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void asksForThreeThingsOrTwoThatAreTheSame() {
        var one = person("Robin Sample", "robin.s81", "1981-02-03", "", "");

        assertThat(probability(one, person("Robin Sample", "", "1981-02-03", "", "")))
                .isGreaterThan(0.97);
        assertThat(probability(one, person("Robyn Sample", "robin_s81", "1981-02-03", "", "")))
                .isGreaterThan(0.98);
        assertThat(probability(one, person("Robin Sample", "", "", "", ""))).isLessThan(0.1);
        assertThat(probability(one, person("", "", "1981-02-03", "", ""))).isLessThan(0.1);
        assertThat(probability(one, person("Robyn Sample", "", "1981-02-04", "", "")))
                .isLessThan(0.5);
    }

    @Test
    void doesNotTakeNamesakesAndNeighboursForOnePerson() {
        var one = person("Robin Sample", "", "1981-02-03", "Springfield", "10001");

        assertThat(probability(one, person("Robin Sample", "", "1949-11-30", "Springfield", "10001")))
                .isLessThan(0.5);
        assertThat(probability(one, person("Kim Sample", "", "1981-02-03", "Springfield", "10001")))
                .isLessThan(0.9);
    }

    @Test
    void keepsNoValueOfFewPersons() {
        List<Person> people = List.of(
                person("Robin Sample", "", "", "Springfield", ""),
                person("Kim Other", "", "", "Springfield", ""),
                person("Lee Third", "", "", "Springfield", ""));

        ValueCounts kept = ValueCounts.of(people, new double[] {1, 1, 1}).common(3);

        assertThat(kept.counts().get(0)).isEmpty();
        assertThat(kept.counts().get(3)).containsOnlyKeys("springfield");
        assertThat(kept.persons().get(0)).isEqualTo(3);
        assertThat(kept.toString()).doesNotContain("springfield");
    }
}
