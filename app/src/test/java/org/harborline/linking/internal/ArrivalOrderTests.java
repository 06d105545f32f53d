// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What belongs together does not depend on the order in which reports arrive: held by many invented sets of reports,
/// each taken up in several orders and batches, and compared with what the rules say of the whole set at once.
class ArrivalOrderTests {

    private static final FanOut LIMITS = new FanOut(24, 6, 24, 1);
    private static final int ORDERS = 6;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /// With a window and without.
    private static final List<MatchRule> RULES =
            List.of(MatchRule.ACCOUNT, MatchRule.EMAIL_FOLDED, MatchRule.PHONE, MatchRule.ADDRESS_PORT_TIME);
    /// What contradictions withhold, and a little that they do not.
    private static final List<MatchRule> CHANGING_HANDS = List.of(
            MatchRule.PHONE,
            MatchRule.SCREEN_NAME,
            MatchRule.DEVICE_IMEI,
            MatchRule.PHONE_EXTENSION,
            MatchRule.PAYMENT_NAME,
            MatchRule.ADDRESS_PORT_TIME);
    private static final Statement NOTHING = Statement.NOTHING;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isTheSameInEveryOrder(int seed) {
        var random = new Random(seed);
        List<Invented> reports = reports(random, 20 + random.nextInt(120));
        Set<Set<ReportNumber>> whole = byTheRules(reports);
        assertThat(whole).as("some belong together").isNotEmpty();
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(reports, random);
            assertThat(takenUp(reports, 1 + random.nextInt(40)))
                    .as("seed %s, order %s", seed, order)
                    .isEqualTo(whole);
        }
    }

    /// Accounts that are reported often stay together, and everything else is as before.
    @ParameterizedTest
    @ValueSource(ints = {51, 52, 53, 54, 55, 56})
    void isTheSameInEveryOrderWhereAccountsAreReportedOften(int seed) {
        var random = new Random(seed);
        List<Invented> reports = reports(random, 100 + random.nextInt(80));
        while (besideAccounts(reports).size() < 2) {
            reports = reports(random, 100 + random.nextInt(80));
        }
        var limits = new FanOut(10, 6, 1_000, besideAccounts(reports).getFirst());
        Set<Set<ReportNumber>> whole = byTheRules(reports, limits);
        assertThat(pairsByTheRules(reports, limits))
                .as("some accounts are too common and others are not")
                .isNotEqualTo(pairsByTheRules(reports, new FanOut(10, 6, 1_000, 1)))
                .isNotEqualTo(pairsByTheRules(reports, new FanOut(10, 6, 1_000, 1_000)));
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(reports, random);
            assertThat(parts(linked(reports, 1 + random.nextInt(40), limits)))
                    .as("seed %s, order %s", seed, order)
                    .isEqualTo(whole);
        }
    }

    /// So it is where reports contradict each other, whose links of what changes hands are withheld.
    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42})
    void isTheSameInEveryOrderWhereReportsContradictEachOther(int seed) {
        var random = new Random(seed);
        List<Invented> plain = reports(random, 20 + random.nextInt(120), CHANGING_HANDS);
        List<Invented> reports = new ArrayList<>(plain.stream()
                .map(one -> random.nextInt(8) > 0 ? one.stating(statement(random)) : one)
                .toList());
        Set<Set<ReportNumber>> whole = byTheRules(reports);
        assertThat(pairsByTheRules(reports, LIMITS))
                .as("something is withheld")
                .isNotEqualTo(pairsByTheRules(plain, LIMITS));
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(reports, random);
            assertThat(takenUp(reports, 1 + random.nextInt(40)))
                    .as("seed %s, order %s", seed, order)
                    .isEqualTo(whole);
        }
    }

    private static Statement statement(Random random) {
        int which = random.nextInt(4);
        LocalDate born = which > 0 ? LocalDate.of(1980 + which, 5, 4 + which) : null;
        List<Statement.Login> logins = random.nextInt(4) > 0
                ? List.of()
                : List.of(new Statement.Login(
                        START.plus(Duration.ofMinutes(7L * random.nextInt(4))), random.nextBoolean() ? "001" : "142"));
        return new Statement(born, logins);
    }

    /// The links themselves too, where a key is in so few reports that all of them are linked.
    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24})
    void makesTheSameLinksOfKeysThatFewHold(int seed) {
        var random = new Random(seed);
        List<Invented> reports = reports(random, LinkMaker.ALL_LINKED + 1);
        Set<ReportPair> first = linked(reports, 3);
        assertThat(first).isNotEmpty();
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(reports, random);
            assertThat(linked(reports, 1 + random.nextInt(5))).isEqualTo(first);
        }
    }

    /// One report taken out leaves the others together, also where nothing tells their times apart.
    @Test
    void holdsTogetherWhatWasSeenAtOneMomentByMoreThanAChain() {
        var held = new Held(new UUID(3, 1), MatchRule.PHONE, List.of(START));
        List<Invented> reports = new ArrayList<>();
        for (int i = 1; i <= LIMITS.reports(); i++) {
            reports.add(new Invented(new ReportNumber(i), new UUID(2, 1), List.of(held), List.of(), NOTHING));
        }
        Set<ReportPair> pairs = linked(reports, 4);
        for (Invented out : reports) {
            assertThat(parts(pairs.stream()
                            .filter(pair -> !pair.newer().equals(out.number())
                                    && !pair.older().equals(out.number()))
                            .toList()))
                    .as("without %s", out.number())
                    .hasSize(1)
                    .allSatisfy(part -> assertThat(part).hasSize(reports.size() - 1));
        }
    }

    private record Held(UUID key, MatchRule rule, List<Instant> times) {}

    private record Invented(
            ReportNumber number, UUID sender, List<Held> held, List<ReportNumber> named, Statement statement) {

        Invented stating(Statement words) {
            return new Invented(number, sender, held, named, words);
        }
    }

    private static List<Invented> reports(Random random, int count) {
        return reports(random, count, RULES);
    }

    private static List<Invented> reports(Random random, int count, List<MatchRule> rules) {
        List<Invented> reports = new ArrayList<>();
        int keys = 2 + count / 6;
        for (int i = 0; i < count; i++) {
            Map<UUID, Held> held = new HashMap<>();
            for (int k = random.nextInt(3); k >= 0; k--) {
                int which = (int) (keys * Math.pow(random.nextDouble(), 2));
                MatchRule rule = rules.get(which % rules.size());
                var key = new UUID(1, which);
                held.put(key, new Held(key, rule, times(random, rule)));
            }
            List<ReportNumber> named =
                    i > 0 && random.nextInt(12) == 0 ? List.of(new ReportNumber(random.nextInt(i) + 1L)) : List.of();
            reports.add(new Invented(
                    new ReportNumber(i + 1L),
                    new UUID(2, random.nextInt(8)),
                    List.copyOf(held.values()),
                    named,
                    NOTHING));
        }
        return reports;
    }

    /// Near the edges of the window more often than not.
    private static List<Instant> times(Random random, MatchRule rule) {
        Duration window = rule.window() == null ? Duration.ofDays(1) : rule.window();
        int seen = rule.window() == null ? 1 : 1 + random.nextInt(3);
        return IntStream.range(0, seen)
                .mapToObj(_ -> START.plus(window.dividedBy(2).multipliedBy(random.nextInt(24))))
                .distinct()
                .sorted()
                .toList();
    }

    /// The connected parts of all pairs that share a key within its window, but for keys that are too common.
    private static Set<Set<ReportNumber>> byTheRules(List<Invented> reports) {
        return byTheRules(reports, LIMITS);
    }

    private static Set<Set<ReportNumber>> byTheRules(List<Invented> reports, FanOut limits) {
        return parts(pairsByTheRules(reports, limits));
    }

    private static Set<ReportPair> pairsByTheRules(List<Invented> reports, FanOut limits) {
        Set<UUID> common = common(reports, limits);
        Set<ReportPair> pairs = new HashSet<>();
        for (Invented one : reports) {
            one.named().forEach(other -> pairs.add(ReportPair.of(one.number(), other)));
            for (Invented other : reports) {
                if (one.number().compareTo(other.number()) > 0 && share(one, other, common)) {
                    pairs.add(ReportPair.of(one.number(), other.number()));
                }
            }
        }
        return pairs;
    }

    private static Set<UUID> common(List<Invented> reports, FanOut limits) {
        var rules = new HashMap<UUID, MatchRule>();
        reports.forEach(report -> report.held().forEach(held -> rules.put(held.key(), held.rule())));
        var holders = new HashMap<UUID, List<Invented>>();
        reports.forEach(report -> report.held()
                .forEach(held -> holders.computeIfAbsent(held.key(), _ -> new ArrayList<>())
                        .add(report)));
        return holders.entrySet().stream()
                .filter(one -> {
                    int senders = (int) one.getValue().stream()
                            .map(Invented::sender)
                            .distinct()
                            .count();
                    return limits.crossing(
                                    rules.get(one.getKey()),
                                    one.getValue().size(),
                                    senders,
                                    beside(one.getKey(), one.getValue()))
                            != null;
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// How many others are named beside accounts in many reports, the fewest first.
    private static List<Integer> besideAccounts(List<Invented> reports) {
        return reports.stream()
                .flatMap(report -> report.held().stream())
                .filter(held -> held.rule().equals(MatchRule.ACCOUNT))
                .map(Held::key)
                .distinct()
                .map(key -> beside(key, holding(key, reports)))
                .filter(beside -> beside > 0)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Invented> holding(UUID key, List<Invented> reports) {
        List<Invented> holders = reports.stream()
                .filter(report ->
                        report.held().stream().anyMatch(held -> held.key().equals(key)))
                .toList();
        return holders.size() > 10 ? holders : List.of();
    }

    /// How many other identifiers those who hold a key name.
    private static int beside(UUID key, List<Invented> holders) {
        return (int) holders.stream()
                .flatMap(report -> report.held().stream())
                .filter(held -> Companions.isCounted(held.rule()) && !held.key().equals(key))
                .map(Held::key)
                .distinct()
                .count();
    }

    private static boolean share(Invented one, Invented other, Set<UUID> common) {
        boolean contradict = !one.statement().against(other.statement()).isEmpty();
        return one.held().stream()
                .filter(held -> !common.contains(held.key()))
                .filter(held -> !contradict || !held.rule().changesHands())
                .anyMatch(held -> other.held().stream()
                        .filter(theirs -> theirs.key().equals(held.key()))
                        .anyMatch(theirs -> held.times().stream()
                                .anyMatch(time -> theirs.times().stream()
                                        .anyMatch(at -> !held.rule()
                                                .changesHandsWithin(Duration.between(time, at)
                                                        .abs())))));
    }

    private static Set<Set<ReportNumber>> takenUp(List<Invented> reports, int size) {
        return parts(linked(reports, size, LIMITS));
    }

    /// Pairs whose link stands after all were taken up, in batches of that size.
    private static Set<ReportPair> linked(List<Invented> reports, int size) {
        return linked(reports, size, LIMITS);
    }

    private static Set<ReportPair> linked(List<Invented> reports, int size, FanOut limits) {
        var maker = new LinkMaker(
                limits,
                Past.NONE,
                Map.of(),
                new Contradicting(reports.stream().collect(Collectors.toMap(Invented::number, Invented::statement))),
                Companions.none());
        List<Reason> reasons = new ArrayList<>();
        Set<UUID> spread = new HashSet<>();
        for (int from = 0; from < reports.size(); from += size) {
            LinkMaker.Plan plan = maker.take(reports.subList(from, Math.min(reports.size(), from + size)).stream()
                    .map(ArrivalOrderTests::fresh)
                    .toList());
            reasons.addAll(plan.reasons());
            plan.spreads().forEach(one -> one.hubs().forEach(hub -> spread.add(hub.blind())));
        }
        return reasons.stream()
                .filter(reason -> !reason.withdrawn())
                .filter(reason -> reason.newerBlind() == null || !spread.contains(reason.newerBlind()))
                .map(Reason::pair)
                .collect(Collectors.toSet());
    }

    private static Fresh fresh(Invented report) {
        var entry = new Entry(
                report.number().value(),
                "intake.report-filed",
                1,
                report.number().asRecord(),
                "tests",
                null,
                null,
                null,
                START,
                "{}");
        List<Fresh.Key> keys = new ArrayList<>();
        for (Held held : report.held()) {
            keys.add(new Fresh.Key(
                    new Sighting(
                            held.key(),
                            1,
                            report.number(),
                            keys.size(),
                            keys.size(),
                            null,
                            IdentifierKind.EMAIL,
                            RoleSpace.REPORTED,
                            held.rule().id(),
                            held.rule().version(),
                            Strength.STRONG,
                            report.sender(),
                            held.times().getFirst(),
                            held.times().subList(1, held.times().size())),
                    held.rule(),
                    List.of(held.key()),
                    Map.of()));
        }
        return new Fresh(entry, report.number(), keys, report.named(), false, null, report.statement());
    }

    private static Set<Set<ReportNumber>> parts(Collection<ReportPair> pairs) {
        var partOf = new HashMap<ReportNumber, Set<ReportNumber>>();
        for (ReportPair pair : pairs) {
            Set<ReportNumber> together = new TreeSet<>(List.of(pair.newer(), pair.older()));
            Stream.of(pair.newer(), pair.older())
                    .filter(partOf::containsKey)
                    .forEach(end -> together.addAll(Objects.requireNonNull(partOf.get(end))));
            together.forEach(end -> partOf.put(end, together));
        }
        return new HashSet<>(partOf.values());
    }
}
