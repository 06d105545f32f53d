// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.GrowthAlarm;
import org.harborline.linking.GrowthAlarm.Kind;
import org.harborline.linking.Link;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tie;
import org.harborline.linking.facts.ClusterGrew;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.SimpleGraph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Measures clusters that gained a link or lost one, and raises an alarm when one passes a limit. A few are
/// measured in one transaction, which also takes their reports off the list: if it stops on the way, they are measured
/// next time, and no alarm is raised twice. It asks as many statements for all of a batch as for one, and only where
/// they are more than [GrowthLimits#MOST] reports together, half of them at a time. A rebuild puts nothing on the list.
@Component
class WatchGrowth {

    static final String TASK = "linking.watch-growth";
    private static final Actor ACTOR = Actor.system("watch-growth");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 50;

    private final LinkTables tables;
    private final LinkReading links;
    private final GrowthLimits limits;
    private final LinkDesk.Decisions decisions;

    WatchGrowth(LinkTables tables, LinkReading links, GrowthLimits limits, LinkDesk.Decisions decisions) {
        this.tables = tables;
        this.links = links;
        this.limits = limits;
        this.decisions = decisions;
    }

    void run() {
        int taken;
        do {
            taken = decisions.transactions().write(this::measureSome);
        } while (taken == BATCH);
    }

    private int measureSome() {
        List<ReportNumber> taken = tables.growth().take(BATCH);
        if (!taken.isEmpty()) {
            measure(taken);
        }
        return taken.size();
    }

    private void measure(List<ReportNumber> reports) {
        Map<ReportNumber, Set<ReportNumber>> reached = tables.reasons().reached(reports, GrowthLimits.MOST);
        if (reached.size() == GrowthLimits.MOST && reports.size() > 1) {
            int half = reports.size() / 2;
            measure(reports.subList(0, half));
            measure(reports.subList(half, reports.size()));
            return;
        }
        Instant now = decisions.clock().instant();
        List<Measured> clusters = clusters(reports, reached);
        var sizes = new HashMap<ReportNumber, Integer>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> sizes.put(member, cluster.size())));
        tables.growth().endAlarms(sizes, now.minus(GrowthLimits.DAY), now);
        List<GrowthTable.Raised> raised = tables.growth().raised(sizes.keySet());
        List<ReportNumber> large = clusters.stream()
                .filter(cluster -> cluster.size() > limits.daily())
                .flatMap(cluster -> cluster.members().stream())
                .toList();
        Set<ReportNumber> fresh =
                large.isEmpty() ? Set.of() : tables.growth().linkedSince(large, now.minus(GrowthLimits.DAY));
        raise(
                clusters.stream()
                        .flatMap(cluster -> crossings(cluster, raised, fresh))
                        .toList(),
                now);
    }

    /// The reports by cluster, each once, found from the first that is to be measured.
    private static List<Measured> clusters(List<ReportNumber> reports, Map<ReportNumber, Set<ReportNumber>> reached) {
        var graph = new SimpleGraph<ReportNumber, ReportPair>(ReportPair.class);
        reached.keySet().forEach(graph::addVertex);
        reached.forEach((newer, others) -> others.stream()
                .filter(reached::containsKey)
                .forEach(older -> graph.addEdge(newer, older, new ReportPair(newer, older))));
        var inspector = new ConnectivityInspector<>(graph);
        Set<ReportNumber> seen = new HashSet<>();
        var clusters = new ArrayList<Measured>();
        for (ReportNumber report : reports) {
            if (!seen.contains(report)) {
                Set<ReportNumber> members = inspector.connectedSetOf(report);
                seen.addAll(members);
                clusters.add(new Measured(report, members));
            }
        }
        return clusters;
    }

    private Stream<Crossing> crossings(Measured cluster, List<GrowthTable.Raised> raised, Set<ReportNumber> fresh) {
        int passed = limits.passed(cluster.size());
        int gained = (int) cluster.members().stream().filter(fresh::contains).count();
        return Stream.of(
                        new Crossing(cluster, Kind.SIZE, cluster.size(), passed),
                        new Crossing(cluster, Kind.SPEED, gained, gained > limits.daily() ? limits.daily() : 0))
                .filter(crossing -> crossing.passed() > 0
                        && raised.stream()
                                .noneMatch(one -> one.kind() == crossing.kind()
                                        && one.passed() >= crossing.passed()
                                        && cluster.members().contains(one.report())));
    }

    private void raise(List<Crossing> crossings, Instant now) {
        if (crossings.isEmpty()) {
            return;
        }
        Map<ReportNumber, Cluster> near = links.clusters(
                crossings.stream().map(crossing -> crossing.cluster().from()).collect(Collectors.toSet()));
        Set<ReportPair> contradicted = tables.contradictions().among(near.values());
        List<GrowthAlarm> alarms = crossings.stream()
                .map(crossing -> {
                    ReportNumber from = crossing.cluster().from();
                    Cluster cluster = Objects.requireNonNull(near.get(from));
                    return new GrowthAlarm(
                            Ids.next(),
                            from,
                            crossing.kind(),
                            crossing.counted(),
                            crossing.passed(),
                            weakest(new ClusterGraph(cluster, contradicted), now)
                                    .orElse(null),
                            now,
                            null);
                })
                .toList();
        tables.growth().insertAll(alarms);
        decisions
                .journal()
                .recordAll(
                        ACTOR,
                        alarms.stream()
                                .map(alarm -> new ClusterGrew(
                                        alarm.id(), alarm.report(), alarm.kind().code(), alarm.size(), alarm.limit()))
                                .toList());
    }

    /// Of the links of the last day the one that says least, a bridge before all others; of all when none is so new.
    private static Optional<ReportPair> weakest(ClusterGraph graph, Instant now) {
        List<Tie> ties = graph.ties();
        return ties.stream()
                .filter(tie -> tie.link().since().isAfter(now.minus(GrowthLimits.DAY)))
                .findFirst()
                .or(() -> ties.stream().findFirst())
                .map(Tie::link)
                .map(Link::pair);
    }

    private record Measured(ReportNumber from, Set<ReportNumber> members) {

        int size() {
            return members.size();
        }
    }

    /// A limit that a cluster is above, and what was counted.
    private record Crossing(Measured cluster, Kind kind, int counted, int passed) {}

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> watchGrowthTask(WatchGrowth watch) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> watch.run());
        }
    }
}
