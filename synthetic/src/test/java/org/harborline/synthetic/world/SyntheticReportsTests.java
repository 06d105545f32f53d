// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.synthetic.Received;
import org.harborline.synthetic.reports.Category;
import org.junit.jupiter.api.Test;

class SyntheticReportsTests {

    private static final int MANY = 20_000;

    @Test
    void givesTheSameBytesForTheSameSeed() {
        assertThat(xml(SyntheticReports.seeded(7).take(1_500)))
                .isEqualTo(xml(SyntheticReports.seeded(7).take(1_500)));
    }

    @Test
    void givesTheSameBytesWhateverTheLanguageOfTheMachine() {
        var here = xml(SyntheticReports.seeded(7).take(500));
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(xml(SyntheticReports.seeded(7).take(500))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givesAnyReportWithoutThoseBeforeIt() {
        var world = SyntheticReports.seeded(7);
        var inOrder = world.take(1_001);

        for (int number : new int[] {1, 500, 501, 777, 1_000, 1_001}) {
            assertThat(world.get(number).number()).isEqualTo(number);
            assertThat(world.get(number).xml())
                    .isEqualTo(inOrder.get(number - 1).xml());
        }
        assertThatThrownBy(() -> world.get(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersReportsWithoutGaps() {
        var numbers = SyntheticReports.seeded(3).take(1_200).stream()
                .map(SyntheticReport::number)
                .toList();

        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void sharesNoIdentifyingClueBetweenSeeds() {
        var one = identifyingClues(SyntheticReports.seeded(1).take(2_000));
        var other = identifyingClues(SyntheticReports.seeded(2).take(2_000));

        assertThat(one).hasSizeGreaterThan(2_000);
        assertThat(Collections.disjoint(one, other)).isTrue();
    }

    @Test
    void choosesCategoriesAsPublished() {
        var shares = shares(SyntheticReports.seeded(11).take(MANY).stream()
                .collect(Collectors.groupingBy(SyntheticReport::category, Collectors.counting())));

        assertThat(shares.get(Category.CSAM)).isCloseTo(96.8, within(0.6));
        assertThat(shares.get(Category.ENTICEMENT)).isCloseTo(2.7, within(0.6));
        assertThat(shares.get(Category.UNSOLICITED)).isCloseTo(0.16, within(0.12));
        assertThat(shares).containsOnlyKeys(Category.values());
    }

    @Test
    void concentratesSendersAsPublished() {
        var counts = SyntheticReports.seeded(11).take(MANY).stream()
                .collect(Collectors.groupingBy(SyntheticReport::sender, Collectors.counting()))
                .values()
                .stream()
                .sorted(Collections.reverseOrder())
                .toList();

        assertThat(shareOfFirst(1, counts)).isCloseTo(49.6, within(3.0));
        assertThat(shareOfFirst(5, counts)).isCloseTo(91.4, within(1.5));
        assertThat(shareOfFirst(10, counts)).isCloseTo(97.2, within(1.0));
        assertThat(shareOfFirst(20, counts)).isCloseTo(99.3, within(0.4));
        assertThat(counts).hasSizeGreaterThan(40);
    }

    @Test
    void statesTheDrawnSharesExactly() {
        var weights =
                Senders.ALL.stream().map(Sender::weight).map(Integer::longValue).toList();

        assertThat(shareOfFirst(1, weights)).isCloseTo(49.6, within(0.1));
        assertThat(shareOfFirst(5, weights)).isCloseTo(91.4, within(0.1));
        assertThat(shareOfFirst(10, weights)).isCloseTo(97.2, within(0.1));
        assertThat(shareOfFirst(20, weights)).isCloseTo(99.3, within(0.1));
    }

    @Test
    void escalatesOneInEachFiveHundred() {
        var reports = SyntheticReports.seeded(5).take(5_000);

        for (int chapter = 0; chapter < 10; chapter++) {
            assertThat(reports.subList(chapter * 500, chapter * 500 + 500))
                    .filteredOn(r -> r.traits().escalated())
                    .hasSize(1);
        }
        assertThat(reports)
                .allSatisfy(r -> assertThat(r.xml().contains("<escalateToHighPriority>"))
                        .isEqualTo(r.traits().escalated()));
    }

    @Test
    void escalatesTheLastOfThreeOnOneMailboxAndSaysWhere() {
        var reports = SyntheticReports.seeded(5).take(500);
        var escalated =
                reports.stream().filter(r -> r.traits().escalated()).findFirst().orElseThrow();

        assertThat(Received.from(escalated.xml()).texts("estimatedLocation", "countryCode"))
                .containsExactly("US");
        assertThat(Received.from(escalated.xml()).texts("estimatedLocation", "city"))
                .hasSize(1);
        assertThat(Truth.of(reports).expectedLinks())
                .filteredOn(link -> link.later() == escalated.number())
                .extracting(Link::by)
                .containsExactly(IdentifierKind.EMAIL, IdentifierKind.EMAIL);
    }

    @Test
    void tellsOneViralBurstInEachChapter() {
        var batched = SyntheticReports.seeded(5).take(500).stream()
                .filter(r -> r.traits().batched())
                .toList();

        assertThat(batched).hasSize(25);
        assertThat(batched.stream().map(SyntheticReport::sender).distinct()).hasSize(1);
        assertThat(batched.getLast().number() - batched.getFirst().number()).isEqualTo(24);
        assertThat(batched).allSatisfy(r -> {
            var received = Received.from(r.xml());
            assertThat(received.elements("personOrUserReported"))
                    .hasSameSizeAs(r.people())
                    .allSatisfy(p -> assertThat(p.getChildNodes().getLength()).isEqualTo(1));
            assertThat(received.elements("report", "additionalInfo")).isEmpty();
            assertThat(received.elements("victim")).isEmpty();
        });
    }

    @Test
    void refersOnlyToEarlierReports() {
        var referring = SyntheticReports.seeded(5).take(1_000).stream()
                .filter(r -> !r.priorReports().isEmpty())
                .toList();

        assertThat(referring)
                .hasSize(6)
                .allSatisfy(r -> assertThat(r.priorReports())
                        .allSatisfy(prior ->
                                assertThat(prior).isLessThan(r.number()).isPositive()));
    }

    @Test
    void hasHappenedBeforeTheMomentAskedFor() {
        var moment = Instant.parse("2031-05-06T07:08:09Z");

        assertThat(SyntheticReports.seeded(5).asOf(moment).take(1_000))
                .allSatisfy(r -> assertThat(r.incidentAt()).isBefore(moment))
                .anySatisfy(r -> assertThat(r.incidentAt()).isAfter(moment.minusSeconds(864_000)));
    }

    private static List<String> xml(List<SyntheticReport> reports) {
        return reports.stream().map(SyntheticReport::xml).toList();
    }

    private static Set<Clue> identifyingClues(List<SyntheticReport> reports) {
        return reports.stream()
                .flatMap(r -> r.clues().stream())
                .filter(clue -> clue.meaning() == Meaning.IDENTIFIES)
                // There are not enough fictional telephone numbers and test devices for every seed.
                .filter(clue -> clue.kind() != IdentifierKind.PHONE && clue.kind() != IdentifierKind.DEVICE)
                .collect(Collectors.toSet());
    }

    private static Map<Category, Double> shares(Map<Category, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> 100.0 * entry.getValue() / MANY));
    }

    private static double shareOfFirst(int places, List<Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return 100.0 * counts.stream().limit(places).mapToLong(Long::longValue).sum() / all;
    }
}
