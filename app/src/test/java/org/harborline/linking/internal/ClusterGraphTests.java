// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkState;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tie;
import org.harborline.linking.Tier;
import org.harborline.platform.Code;
import org.junit.jupiter.api.Test;

class ClusterGraphTests {

    private static final String ACCOUNT = "account.provider-service-id";
    private static final String MAILBOX = "email.case-folded";
    private static final String SCREEN_NAME = "screen-name.platform";

    /// Two groups of three, each tied well, held together by a screen name alone.
    private static final Cluster TWO_GROUPS = cluster(
            6,
            link(2, 1, exact(MAILBOX, 3)),
            link(3, 1, exact(MAILBOX, 3)),
            link(3, 2, exact(MAILBOX, 3)),
            link(4, 3, exact(SCREEN_NAME, 2)),
            link(5, 4, exact(MAILBOX, 3)),
            link(6, 4, exact(MAILBOX, 3)),
            link(6, 5, exact(MAILBOX, 3)));

    @Test
    void putsTheLinkThatHoldsAClusterTogetherAloneFirstAndNamesTheFewerItHolds() {
        List<Tie> ties = new ClusterGraph(TWO_GROUPS).ties();

        assertThat(names(ties)).startsWith("4-3").hasSize(7);
        assertThat(ties.getFirst().weakest()).isTrue();
        assertThat(ties.getFirst().parted()).hasSize(3);
        assertThat(ties.stream().skip(1)).noneMatch(tie -> tie.weakest() || tie.holdsAlone());
    }

    @Test
    void ordersByTheMostTellingRuleThenRarityThenNumberThenTime() {
        var cluster = cluster(
                4,
                link(2, 1, exact(ACCOUNT, 2)),
                link(3, 1, exact(MAILBOX, 2)),
                link(3, 2, exact(MAILBOX, 2), exact(SCREEN_NAME, 2)),
                link(4, 1, exact(MAILBOX, 9)),
                link(4, 2, exact(SCREEN_NAME, 2)),
                link(4, 3, apart(MAILBOX, 2, Duration.ofDays(40))));

        assertThat(names(new ClusterGraph(cluster).ties())).containsExactly("4-2", "4-1", "4-3", "3-1", "3-2", "2-1");
    }

    @Test
    void marksNoLinkWhenNoneStandsOut() {
        var alike =
                cluster(3, link(2, 1, exact(MAILBOX, 3)), link(3, 1, exact(MAILBOX, 3)), link(3, 2, exact(MAILBOX, 3)));
        var chain = cluster(3, link(2, 1, exact(MAILBOX, 2)), link(3, 2, exact(MAILBOX, 2)));

        assertThat(new ClusterGraph(alike).ties()).noneMatch(Tie::weakest).noneMatch(Tie::holdsAlone);
        assertThat(new ClusterGraph(chain).ties()).noneMatch(Tie::weakest).allMatch(Tie::holdsAlone);
    }

    @Test
    void putsALinkThatSomethingSpeaksAgainstBeforeAllThatNothingDoes() {
        var cluster = cluster(
                3, link(2, 1, exact(ACCOUNT, 2)), link(3, 1, exact(SCREEN_NAME, 2)), link(3, 2, exact(SCREEN_NAME, 2)));

        assertThat(names(new ClusterGraph(cluster, Set.of(pair(2, 1))).ties())).startsWith("2-1");
        assertThat(names(new ClusterGraph(cluster, Set.of(pair(2, 1))).path(number(1), number(2))))
                .containsExactly("3-1", "3-2");
    }

    @Test
    void doesNotCountReasonsThatAreLost() {
        var lost = new LinkReason(
                Tier.EXACT,
                Code.of(ACCOUNT),
                1,
                IdentifierKind.PROVIDER_USER_ID,
                LinkReason.Lost.SPREAD,
                Duration.ZERO,
                new LinkReason.Rarity(300, 2, false));
        var cluster =
                cluster(3, link(2, 1, exact(SCREEN_NAME, 2), lost), link(3, 1, exact(MAILBOX, 2)), link(3, 2, lost));

        assertThat(names(new ClusterGraph(cluster).ties())).containsExactly("3-2", "2-1", "3-1");
    }

    @Test
    void goesTheWayWhoseWeakestLinkSaysMostAndNoFurtherThanNeeded() {
        var cluster = cluster(
                5,
                link(2, 1, exact(SCREEN_NAME, 2)),
                link(3, 1, exact(MAILBOX, 2)),
                link(4, 3, exact(MAILBOX, 2)),
                link(4, 2, exact(ACCOUNT, 2)),
                link(5, 3, exact(MAILBOX, 2)),
                link(5, 4, exact(MAILBOX, 2)));
        var graph = new ClusterGraph(cluster);

        assertThat(names(graph.path(number(1), number(2)))).containsExactly("3-1", "4-3", "4-2");
        assertThat(names(graph.path(number(2), number(1)))).containsExactly("4-2", "4-3", "3-1");
        assertThat(graph.path(number(1), number(2))).extracting(Tie::weakest).containsExactly(true, true, false);
        assertThat(graph.ways(number(1), number(2))).isEqualTo(2);
    }

    @Test
    void marksTheBridgeOfAWayEvenWhereAnotherLinkOfItSaysLess() {
        var cluster = cluster(
                4,
                link(2, 1, exact(SCREEN_NAME, 2)),
                link(3, 1, exact(SCREEN_NAME, 2)),
                link(3, 2, exact(SCREEN_NAME, 2)),
                link(4, 3, exact(ACCOUNT, 2)));

        assertThat(new ClusterGraph(cluster).path(number(1), number(4)))
                .extracting(Tie::weakest, Tie::holdsAlone)
                .containsExactly(tuple(false, false), tuple(true, true));
    }

    /// Small clusters of every shape against what trying everything finds.
    @Test
    void agreesWithTryingEverything() {
        var random = new Random(7);
        for (int round = 0; round < 400; round++) {
            Cluster cluster = anyCluster(random);
            var graph = new ClusterGraph(cluster);
            for (Tie tie : graph.ties()) {
                ReportPair pair = tie.link().pair();
                Set<ReportNumber> behind = reached(pair.newer(), without(cluster, Set.of(pair)));
                assertThat(tie.holdsAlone()).as("%s of %s", pair, cluster).isEqualTo(!behind.contains(pair.older()));
                if (tie.holdsAlone()) {
                    Set<ReportNumber> rest = new HashSet<>(cluster.reports());
                    rest.removeAll(behind);
                    assertThat(new HashSet<>(tie.parted())).isIn(behind, rest);
                    assertThat(tie.parted()).hasSize(Math.min(behind.size(), rest.size()));
                }
            }
            ReportNumber last = cluster.reports().getLast();
            assertThat(graph.ways(number(1), last)).as("%s", cluster).isEqualTo(fewestCuts(cluster, last));
            assertLeadsThere(graph.path(number(1), last), last);
        }
    }

    private static void assertLeadsThere(List<Tie> path, ReportNumber to) {
        ReportNumber here = number(1);
        for (Tie tie : path) {
            here = tie.link().pair().otherThan(here);
        }
        assertThat(here).isEqualTo(to);
    }

    @Test
    void findsItsWayThroughTheLargestClusterThatIsShown() {
        var links = new ArrayList<Link>();
        for (int newer = 2; newer <= LinkReading.LARGEST_CLUSTER; newer++) {
            for (int older = 1; older < newer; older++) {
                links.add(link(newer, older, exact(MAILBOX, 200)));
            }
        }
        var graph = new ClusterGraph(cluster(LinkReading.LARGEST_CLUSTER, links.toArray(Link[]::new)));

        assertThat(graph.ties()).hasSize(19_900).noneMatch(Tie::holdsAlone);
        assertThat(graph.path(number(1), number(200))).hasSize(1);
        assertThat(graph.ways(number(1), number(200))).isEqualTo(199);
    }

    @Test
    void holdsAChainOfTwoHundredWithoutRunningOutOfRoom() {
        Link[] links = IntStream.rangeClosed(2, LinkReading.LARGEST_CLUSTER)
                .mapToObj(newer -> link(newer, newer - 1, exact(MAILBOX, 2)))
                .toArray(Link[]::new);
        var graph = new ClusterGraph(cluster(LinkReading.LARGEST_CLUSTER, links));

        assertThat(graph.ties()).allMatch(Tie::holdsAlone);
        assertThat(graph.path(number(1), number(200))).hasSize(199);
        assertThat(graph.ways(number(1), number(200))).isEqualTo(1);
    }

    private static Cluster anyCluster(Random random) {
        int size = 2 + random.nextInt(5);
        List<String> rules = List.of(ACCOUNT, MAILBOX, SCREEN_NAME);
        var links = new ArrayList<Link>();
        var pairs = new HashSet<ReportPair>();
        for (int newer = 2; newer <= size; newer++) {
            pairs.add(pair(newer, 1 + random.nextInt(newer - 1)));
        }
        for (int more = random.nextInt(5); more > 0; more--) {
            int newer = 2 + random.nextInt(size - 1);
            pairs.add(pair(newer, 1 + random.nextInt(newer - 1)));
        }
        pairs.forEach(pair -> links.add(new Link(
                pair,
                false,
                LinkState.IN_EFFECT,
                List.of(exact(rules.get(random.nextInt(rules.size())), 2)),
                null,
                Instant.EPOCH)));
        return cluster(size, links.toArray(Link[]::new));
    }

    private static int fewestCuts(Cluster cluster, ReportNumber to) {
        List<Link> links = cluster.links();
        return IntStream.range(0, 1 << links.size())
                .filter(choice -> {
                    var cut = new HashSet<ReportPair>();
                    for (int i = 0; i < links.size(); i++) {
                        if ((choice >> i & 1) == 1) {
                            cut.add(links.get(i).pair());
                        }
                    }
                    return !reached(number(1), without(cluster, cut)).contains(to);
                })
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }

    private static List<ReportPair> without(Cluster cluster, Set<ReportPair> cut) {
        return cluster.links().stream()
                .map(Link::pair)
                .filter(pair -> !cut.contains(pair))
                .toList();
    }

    private static Set<ReportNumber> reached(ReportNumber from, List<ReportPair> pairs) {
        var reached = new HashSet<ReportNumber>(Set.of(from));
        boolean more = true;
        while (more) {
            more = false;
            for (ReportPair pair : pairs) {
                if (reached.contains(pair.newer()) != reached.contains(pair.older())) {
                    reached.addAll(List.of(pair.newer(), pair.older()));
                    more = true;
                }
            }
        }
        return reached;
    }

    private static List<String> names(List<Tie> ties) {
        return ties.stream()
                .map(tie -> tie.link().pair().newer() + "-" + tie.link().pair().older())
                .toList();
    }

    private static Cluster cluster(int size, Link... links) {
        return new Cluster(
                number(1),
                LongStream.rangeClosed(1, size)
                        .mapToObj(ClusterGraphTests::number)
                        .toList(),
                Arrays.asList(links),
                false);
    }

    private static Link link(int newer, int older, LinkReason... reasons) {
        return new Link(pair(newer, older), false, LinkState.IN_EFFECT, List.of(reasons), null, Instant.EPOCH);
    }

    private static ReportPair pair(int newer, int older) {
        return ReportPair.of(number(newer), number(older));
    }

    private static ReportNumber number(long value) {
        return new ReportNumber(value);
    }

    private static LinkReason exact(String rule, long reports) {
        return apart(rule, reports, Duration.ofDays(1));
    }

    private static LinkReason apart(String rule, long reports, Duration apart) {
        return new LinkReason(
                Tier.EXACT,
                Code.of(rule),
                1,
                IdentifierKind.EMAIL,
                null,
                apart,
                new LinkReason.Rarity(reports, 1, false));
    }
}
