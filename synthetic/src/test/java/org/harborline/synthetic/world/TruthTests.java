// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.synthetic.Received;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TruthTests {

    private static List<SyntheticReport> reports;
    private static Truth truth;
    private static Map<Long, Received> documents;

    @BeforeAll
    static void readTruth() {
        reports = SyntheticReports.seeded(23).take(2_000);
        truth = Truth.of(reports);
        documents = reports.stream()
                .collect(Collectors.toMap(SyntheticReport::number, report -> Received.from(report.xml())));
    }

    @Test
    void linksOnlyReportsAboutTheSamePerson() {
        assertThat(truth.expectedLinks()).hasSizeGreaterThan(200).allSatisfy(link -> {
            assertThat(link.earlier()).isLessThan(link.later());
            assertThat(truth.samePerson(link.earlier(), link.later())).isTrue();
        });
    }

    @Test
    void linksEveryTwoReportsAboutTheSamePersonThroughAChain() {
        var links = truth.expectedLinks();
        var byPerson = new TreeMap<Long, Set<Long>>();
        reports.forEach(r -> r.people()
                .forEach(p -> byPerson.computeIfAbsent(p, _ -> new TreeSet<>()).add(r.number())));

        assertThat(byPerson.values())
                .filteredOn(r -> r.size() > 1)
                .isNotEmpty()
                .allSatisfy(
                        r -> assertThat(reachable(r.iterator().next(), links)).containsAll(r));
    }

    @Test
    void linksByEveryStrongKind() {
        assertThat(truth.expectedLinks().stream().map(Link::by))
                .contains(
                        IdentifierKind.EMAIL,
                        IdentifierKind.PHONE,
                        IdentifierKind.ACCOUNT,
                        IdentifierKind.DEVICE,
                        IdentifierKind.PRIOR_REPORT);
    }

    @Test
    void setsTrapsOfEveryMeaningForDifferentPeople() {
        var byPlan = EnumSet.of(
                Meaning.SHARED,
                Meaning.RECYCLED,
                Meaning.COINCIDENCE,
                Meaning.PLACEHOLDER,
                Meaning.VICTIM,
                Meaning.PUBLIC);
        var traps = truth.traps();

        assertThat(traps.stream().map(t -> t.clue().meaning()))
                .containsAll(byPlan)
                .contains(Meaning.CARRIER, Meaning.PROXY, Meaning.LEASED);
        assertThat(traps)
                .filteredOn(trap -> byPlan.contains(trap.clue().meaning()))
                .allSatisfy(
                        trap -> assertThat(anyTwoShareAPerson(trap.reports())).isFalse());
    }

    @Test
    void putsManyUnrelatedPeopleBehindACarriersAddress() {
        assertThat(truth.traps())
                .filteredOn(trap -> trap.clue().meaning() == Meaning.CARRIER)
                .anySatisfy(trap -> assertThat(trap.reports()).hasSizeGreaterThan(10));
    }

    @Test
    void letsALongTimePassBeforeSomethingIsRecycled() {
        var at = reports.stream().collect(Collectors.toMap(SyntheticReport::number, SyntheticReport::incidentAt));

        assertThat(truth.traps())
                .filteredOn(trap -> trap.clue().meaning() == Meaning.RECYCLED)
                .hasSize(16)
                .allSatisfy(trap -> assertThat(at.get(trap.reports().first()))
                        .isBefore(at.get(trap.reports().last()).minusSeconds(300L * 86_400)));
    }

    @Test
    void agreesWithWhatTheDocumentsSay() {
        assertThat(found("personOrUserReportedPerson", "email", TruthTests::mailbox))
                .isEqualTo(known(IdentifierKind.EMAIL, EnumSet.complementOf(EnumSet.of(Meaning.VICTIM))));
        assertThat(found("personOrUserReportedPerson", "phone", TruthTests::digits))
                .isEqualTo(known(IdentifierKind.PHONE, EnumSet.allOf(Meaning.class)));
        assertThat(found("personOrUserReported", "espIdentifier", Function.identity()))
                .isEqualTo(known(IdentifierKind.ACCOUNT, EnumSet.allOf(Meaning.class)));
        assertThat(found("deviceId", "idValue", Function.identity()))
                .isEqualTo(known(IdentifierKind.DEVICE, EnumSet.allOf(Meaning.class)));
        assertThat(found("webPageIncident", "url", Function.identity()))
                .isEqualTo(known(IdentifierKind.PAGE, EnumSet.allOf(Meaning.class)));
    }

    @Test
    void spellsOneMailboxInSeveralWays() {
        var spellings = documents.values().stream()
                .flatMap(document -> document.texts("personOrUserReportedPerson", "email").stream())
                .filter(email -> email.toLowerCase(Locale.ROOT).endsWith("@mail.example"))
                .distinct()
                .collect(Collectors.groupingBy(TruthTests::mailbox, Collectors.counting()));

        assertThat(spellings.values()).anyMatch(count -> count > 2);
    }

    /// The groups of two and more reports that somebody finds who reads the documents alone.
    private static Set<Set<Long>> found(String parent, String child, Function<String, String> key) {
        var groups = new TreeMap<String, Set<Long>>();
        documents.forEach((number, document) -> document.texts(parent, child)
                .forEach(text -> groups.computeIfAbsent(key.apply(text), _ -> new TreeSet<>())
                        .add(number)));
        return several(groups.values().stream());
    }

    private static Set<Set<Long>> known(IdentifierKind kind, Set<Meaning> meanings) {
        Map<Clue, Set<Long>> groups = reports.stream()
                .flatMap(r -> r.clues().stream().map(clue -> Map.entry(clue, r.number())))
                .filter(entry -> entry.getKey().kind() == kind
                        && meanings.contains(entry.getKey().meaning()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return several(groups.values().stream());
    }

    private static Set<Set<Long>> several(Stream<Set<Long>> groups) {
        return groups.filter(group -> group.size() > 1).collect(Collectors.toSet());
    }

    private static String mailbox(String address) {
        String folded = address.toLowerCase(Locale.ROOT);
        int at = folded.indexOf('@');
        return folded.endsWith("@mail.example")
                ? folded.substring(0, at).replaceFirst("\\+.*", "").replace(".", "") + folded.substring(at)
                : folded;
    }

    private static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.substring(digits.length() - 10);
    }

    private static boolean anyTwoShareAPerson(Collection<Long> group) {
        return group.stream().anyMatch(a -> group.stream().anyMatch(b -> !a.equals(b) && truth.samePerson(a, b)));
    }

    private static Set<Long> reachable(long start, Collection<Link> links) {
        var reached = new HashSet<>(Set.of(start));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Link link : links) {
                if (reached.contains(link.earlier()) != reached.contains(link.later())) {
                    reached.add(link.earlier());
                    reached.add(link.later());
                    grown = true;
                }
            }
        }
        return reached;
    }
}
