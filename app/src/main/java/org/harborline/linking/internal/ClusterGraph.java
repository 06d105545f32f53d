// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.Link;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tie;

/// The reports of one cluster and the links between them: which are bridges, and which ways lead from one report to
/// another. A cluster that is shown has two hundred reports at most.
final class ClusterGraph {

    private final Map<ReportPair, Worth> worth = new HashMap<>();
    private final Map<ReportNumber, List<Link>> at = new HashMap<>();
    private final List<Link> strongestFirst;
    private final Map<ReportPair, List<ReportNumber>> bridges;

    ClusterGraph(Cluster cluster) {
        for (Link link : cluster.links()) {
            worth.put(link.pair(), Worth.of(link));
            at.computeIfAbsent(link.pair().newer(), _ -> new ArrayList<>()).add(link);
            at.computeIfAbsent(link.pair().older(), _ -> new ArrayList<>()).add(link);
        }
        strongestFirst = cluster.links().stream()
                .sorted(Comparator.comparing((Link link) -> worth(link))
                        .thenComparing(link -> link.pair().newer())
                        .thenComparing(link -> link.pair().older())
                        .reversed())
                .toList();
        bridges = Bridges.of(at, cluster.start());
    }

    private Worth worth(Link link) {
        return Objects.requireNonNull(worth.get(link.pair()));
    }

    /// All links: bridges before the others, and of each sort those that say least first.
    List<Tie> ties() {
        List<Link> order = strongestFirst.reversed().stream()
                .sorted(Comparator.comparing(link -> !isBridge(link)))
                .toList();
        return ties(order);
    }

    private boolean isBridge(Link link) {
        return bridges.containsKey(link.pair());
    }

    /// Those that are as weak as the weakest are marked, unless all are.
    private List<Tie> ties(List<Link> links) {
        Optional<Link> weakest = links.stream()
                .min(Comparator.comparing((Link link) -> !isBridge(link)).thenComparing(this::worth));
        boolean allAlike = links.stream().allMatch(link -> alike(link, weakest.orElse(link)));
        return links.stream()
                .map(link -> new Tie(
                        link,
                        !allAlike && alike(link, weakest.orElse(link)),
                        bridges.getOrDefault(link.pair(), List.of())))
                .toList();
    }

    private boolean alike(Link one, Link other) {
        return isBridge(one) == isBridge(other) && worth(one).equals(worth(other));
    }

    /// The way from one report to another whose weakest link says most, and of such ways a shortest.
    List<Tie> path(ReportNumber from, ReportNumber to) {
        return ties(search(from, to, enough(from, to), (_, _) -> true));
    }

    /// As few of the most telling links as lead from one to the other, with all that say as much as the last of them.
    private Map<ReportNumber, List<Link>> enough(ReportNumber from, ReportNumber to) {
        var groups = new Groups();
        var taken = new HashMap<ReportNumber, List<Link>>();
        Worth last = null;
        for (Link link : strongestFirst) {
            if (last != null && !worth(link).equals(last)) {
                break;
            }
            taken.computeIfAbsent(link.pair().newer(), _ -> new ArrayList<>()).add(link);
            taken.computeIfAbsent(link.pair().older(), _ -> new ArrayList<>()).add(link);
            groups.join(link.pair());
            if (last == null && groups.together(from, to)) {
                last = worth(link);
            }
        }
        return taken;
    }

    /// By breadth.
    ///
    /// @param open whether a link may be taken from a report on
    /// @return the links from one report to the other in their order; empty when there is no way
    private static List<Link> search(
            ReportNumber from,
            ReportNumber to,
            Map<ReportNumber, List<Link>> by,
            BiPredicate<ReportNumber, Link> open) {
        var cameBy = new HashMap<ReportNumber, Link>();
        var waiting = new ArrayDeque<ReportNumber>(List.of(from));
        while (!waiting.isEmpty() && !cameBy.containsKey(to)) {
            ReportNumber here = waiting.remove();
            for (Link link : by.getOrDefault(here, List.of())) {
                ReportNumber next = link.pair().otherThan(here);
                if (!next.equals(from) && !cameBy.containsKey(next) && open.test(here, link)) {
                    cameBy.put(next, link);
                    waiting.add(next);
                }
            }
        }
        var steps = new ArrayList<Link>();
        ReportNumber back = to;
        for (Link link = cameBy.get(back); link != null; link = cameBy.get(back)) {
            steps.add(link);
            back = link.pair().otherThan(back);
        }
        Collections.reverse(steps);
        return steps;
    }

    /// How many ways lead from one report to the other without a link in common (Ford and Fulkerson, each link once):
    /// every further way may give a link of an earlier one back.
    int ways(ReportNumber from, ReportNumber to) {
        var taken = new HashMap<ReportPair, ReportNumber>();
        int ways = 0;
        List<Link> way = search(from, to, at, (here, link) -> !here.equals(taken.get(link.pair())));
        while (!way.isEmpty()) {
            ways++;
            take(way, from, taken);
            way = search(from, to, at, (here, link) -> !here.equals(taken.get(link.pair())));
        }
        return ways;
    }

    private static void take(List<Link> way, ReportNumber from, Map<ReportPair, ReportNumber> taken) {
        ReportNumber here = from;
        for (Link link : way) {
            if (taken.containsKey(link.pair())) {
                taken.remove(link.pair());
            } else {
                taken.put(link.pair(), here);
            }
            here = link.pair().otherThan(here);
        }
    }

    /// Which reports are joined so far.
    private static final class Groups {

        private final Map<ReportNumber, ReportNumber> heads = new HashMap<>();

        private ReportNumber head(ReportNumber report) {
            ReportNumber above = heads.getOrDefault(report, report);
            if (above.equals(report)) {
                return report;
            }
            ReportNumber head = head(above);
            heads.put(report, head);
            return head;
        }

        void join(ReportPair pair) {
            heads.put(head(pair.newer()), head(pair.older()));
        }

        boolean together(ReportNumber one, ReportNumber other) {
            return head(one).equals(head(other));
        }
    }
}
