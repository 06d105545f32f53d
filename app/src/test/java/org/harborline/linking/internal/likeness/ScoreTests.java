// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.harborline.linking.internal.likeness.BlockingPart.Form;
import org.harborline.linking.internal.likeness.Learning.Learned;
import org.junit.jupiter.api.Test;

/// The parts of a score, what rarity and thirds do to it, and what no blocking key may be.
class ScoreTests {

    private static final InventedPeople INVENTED = new InventedPeople(7, 1000, 0.5, 0.2, 0.2);
    private static final Learned LEARNED = Learning.from(InventedPeople.FIELDS, INVENTED.people);

    @Test
    void isTheSumOfItsParts() {
        for (int i = 1; i < 50; i++) {
            Score score =
                    LEARNED.model().score(INVENTED.people.get(i - 1), INVENTED.people.get(i), LEARNED.frequencies());
            double sum = score.start()
                    + score.parts().stream().mapToDouble(Score.Part::weight).sum()
                    - score.taken();
            assertThat(sum).isCloseTo(score.weight(), within(1e-9));
            assertThat(score.parts())
                    .extracting(Score.Part::field)
                    .containsExactly("given", "surname", "born", "street", "house", "town");
        }
    }

    @Test
    void weighsARareNameMoreThanACommonOne() {
        Frequencies rare = (_, _, usual) -> usual / 8;
        Person person = INVENTED.people.getFirst();
        Score usual = LEARNED.model().score(person, person, Frequencies.unknown());
        Score more = LEARNED.model().score(person, person, rare);
        assertThat(more.parts().getFirst().rarity()).isCloseTo(3, within(1e-9));
        assertThat(more.weight()).isGreaterThan(usual.weight());
    }

    @Test
    void countsPersonsAndNotDescriptionsForRarity() {
        var fields = new Fields(List.of(new Field("given", Kind.GIVEN_NAME), new Field("surname", Kind.SURNAME)));
        Person often = fields.read(List.of(List.of("Ada"), List.of("Perez")));
        Person other = fields.read(List.of(List.of("Bea"), List.of("Lopez")));
        var once = ValueCounts.of(List.of(often, often, other), new double[] {0.5, 0.5, 1});
        var twice = ValueCounts.of(List.of(often, often, other), new double[] {1, 1, 1});
        Value name = often.of(0).getFirst();
        assertThat(once.share(0, name, 0.001)).isLessThan(twice.share(0, name, 0.001));
    }

    @Test
    void asksForMoreWhenAFalseLinkCostsMore() {
        assertThat(Threshold.byCost(1).probability()).isEqualTo(0.5);
        assertThat(Threshold.byCost(99).probability()).isCloseTo(0.99, within(1e-9));
        assertThatThrownBy(() -> new Threshold(1)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void letsASureThirdSpeakForAPairAndAgainstOne() {
        var thirds = new Corroboration(-12);
        thirds.add(0, 1, 20);
        thirds.add(1, 2, 20);
        thirds.add(0, 2, 0);
        assertThat(thirds.change(0, 2, 0))
                .as("both are one person with the third")
                .isGreaterThan(7);
        var torn = new Corroboration(-12);
        torn.add(0, 1, 8);
        torn.add(1, 2, 20);
        torn.add(0, 2, -40);
        assertThat(torn.change(0, 1, 8))
                .as("one of the two is wrong, sooner the weaker")
                .isLessThan(-7);
        assertThat(torn.change(0, 2, -40))
                .as("no third outweighs fields that differ")
                .isLessThanOrEqualTo(10);
    }

    @Test
    void comparesWhatMeetsInASureThirdAlone() {
        var thirds = new Corroboration(-12);
        thirds.add(0, 1, 20);
        thirds.add(1, 2, 20);
        thirds.add(2, 3, 1);
        Pairs unscored = thirds.unscored();
        assertThat(unscored.size()).isOne();
        assertThat(List.of(unscored.left(0), unscored.right(0))).containsExactly(0, 2);
    }

    @Test
    void refusesAKeyOfOneField() {
        var whole = new BlockingPart("surname", Form.WHOLE);
        assertThatThrownBy(() -> new BlockingKey(List.of(whole), 0.00001)).hasMessageContaining("two fields");
        assertThatThrownBy(() -> new BlockingKey(List.of(whole, new BlockingPart("surname", Form.SOUND)), 0.00001))
                .hasMessageContaining("two fields");
    }

    @Test
    void refusesAKeyThatGathersMoreThanOneInTenThousand() {
        var key = new BlockingKey(
                List.of(new BlockingPart("given", Form.START), new BlockingPart("town", Form.WHOLE)), 0.0002);
        assertThatThrownBy(() -> new Blocking(List.of(key))).hasMessageContaining("10,000");
    }

    @Test
    void givesExchangedNamesTheSameKey() {
        var fields = new Fields(List.of(new Field("given", Kind.GIVEN_NAME), new Field("surname", Kind.SURNAME)));
        var blocking = new Blocking(List.of(new BlockingKey(
                List.of(new BlockingPart("given", Form.SOUND), new BlockingPart("surname", Form.SOUND)), 0.00005)));
        Person written = fields.read(List.of(List.of("Ada"), List.of("Perez")));
        Person exchanged = fields.read(List.of(List.of("Peres"), List.of("Ada")));
        assertThat(blocking.of(written, fields)).hasSize(1).isEqualTo(blocking.of(exchanged, fields));
        assertThat(blocking.of(fields.read(List.of(List.of("Ada"), List.of())), fields))
                .isEmpty();
    }
}
