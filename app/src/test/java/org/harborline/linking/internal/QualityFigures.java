// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.harborline.synthetic.linking.ExactKind;
import org.harborline.synthetic.linking.LinkingTrap;
import org.harborline.synthetic.linking.Planted;

/// How well linking did on reports of which the truth is known.
///
/// @param reports how many there were
/// @param linkedPairs pairs of reports with a link that groups them
/// @param rightPairs those of them that name a common person
/// @param wrongByRule links between reports without a common person, by rule
/// @param clusterPairs pairs of reports that are in one cluster
/// @param rightClusterPairs those of them that common people connect, be it over other reports
/// @param kinds how many planted pairs of each exact kind there were and how many its rule found
/// @param traps how many planted pairs of each trap there were and how many were grouped, by a link or in a cluster
record QualityFigures(
        int reports,
        int linkedPairs,
        int rightPairs,
        Map<String, Long> wrongByRule,
        long clusterPairs,
        long rightClusterPairs,
        Map<ExactKind, Count> kinds,
        Map<LinkingTrap, Count> traps,
        Times times) {

    static QualityFigures of(Map<Long, Set<Long>> people, List<Planted> planted, List<Grouped> grouped, Times times) {
        Set<Pair> linked = grouped.stream().map(Grouped::pair).collect(Collectors.toSet());
        Set<Grouped> byRule = new HashSet<>(grouped);
        var clusters = new Components();
        linked.forEach(pair -> clusters.join(pair.first(), pair.second()));
        Components truth = truth(people);
        var kinds = new EnumMap<ExactKind, Count>(ExactKind.class);
        var traps = new EnumMap<LinkingTrap, Count>(LinkingTrap.class);
        for (Planted one : planted) {
            switch (one) {
                case Planted.Together(ExactKind kind, long first, long second) ->
                    kinds.merge(kind, Count.of(byRule.contains(new Grouped(first, second, kind.rule()))), Count::and);
                case Planted.Apart(LinkingTrap trap, long first, long second) -> {
                    boolean together = linked.contains(new Pair(first, second))
                            || (clusters.same(first, second) && !truth.same(first, second));
                    traps.merge(trap, Count.of(together), Count::and);
                }
            }
        }
        return new QualityFigures(
                people.size(),
                linked.size(),
                (int) linked.stream().filter(pair -> shares(people, pair)).count(),
                new TreeMap<>(grouped.stream()
                        .filter(one -> !shares(people, one.pair()))
                        .collect(Collectors.groupingBy(Grouped::rule, Collectors.counting()))),
                clusters.pairs((_, _) -> true),
                clusters.pairs(truth::same),
                kinds,
                traps,
                times);
    }

    /// Share of the grouping links that are right.
    double precision() {
        return linkedPairs == 0 ? 1 : (double) rightPairs / linkedPairs;
    }

    /// Share of the pairs in one cluster that belong together.
    double clusterPrecision() {
        return clusterPairs == 0 ? 1 : (double) rightClusterPairs / clusterPairs;
    }

    private static boolean shares(Map<Long, Set<Long>> people, Pair pair) {
        return !Collections.disjoint(people.get(pair.first()), people.get(pair.second()));
    }

    private static Components truth(Map<Long, Set<Long>> people) {
        var truth = new Components();
        var firstReport = new HashMap<Long, Long>();
        people.forEach((report, named) -> named.forEach(person -> {
            Long other = firstReport.putIfAbsent(person, report);
            if (other != null) {
                truth.join(report, other);
            }
        }));
        return truth;
    }

    /// Two reports, the smaller number first.
    record Pair(long first, long second) {}

    /// A link that groups two reports, by one rule.
    record Grouped(long first, long second, String rule) {

        Pair pair() {
            return new Pair(first, second);
        }
    }

    /// @param hit found, or grouped
    record Count(int planted, int hit) {

        static Count of(boolean hit) {
            return new Count(1, hit ? 1 : 0);
        }

        Count and(Count other) {
            return new Count(planted + other.planted, hit + other.hit);
        }

        double share() {
            return (double) hit / planted;
        }
    }

    /// @param reading judging and reading the documents
    /// @param linking making and storing keys and links
    record Times(Duration reading, Duration linking) {}

    /// Reports that hang together.
    private static final class Components {

        private final Map<Long, Long> parents = new HashMap<>();

        void join(long one, long other) {
            parents.put(root(one), root(other));
        }

        boolean same(long one, long other) {
            return root(one) == root(other);
        }

        long pairs(java.util.function.BiPredicate<Long, Long> counted) {
            Collection<List<Long>> groups = parents.keySet().stream()
                    .collect(Collectors.groupingBy(this::root))
                    .values();
            long pairs = 0;
            for (List<Long> group : groups) {
                for (int i = 0; i < group.size(); i++) {
                    for (int j = i + 1; j < group.size(); j++) {
                        pairs += counted.test(group.get(i), group.get(j)) ? 1 : 0;
                    }
                }
            }
            return pairs;
        }

        private long root(long one) {
            long at = one;
            long above = parents.computeIfAbsent(at, own -> own);
            while (above != at) {
                at = above;
                above = parents.getOrDefault(at, at);
            }
            parents.put(one, at);
            return at;
        }
    }
}
