// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.linking.Cluster;
import org.harborline.linking.ClusterShape;
import org.harborline.linking.Clusters;
import org.harborline.linking.Connection;
import org.harborline.linking.Cut;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Split;
import org.harborline.linking.Timeline;
import org.harborline.linking.Timeline.LeftOut;
import org.harborline.linking.Timeline.Moment;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at clusters: what holds them together, what a cut left, when it all happened.
@Component
class ClusterReading implements Clusters {

    /// No page shows more moments.
    static final int MOST_MOMENTS = 500;

    private final LinkTables tables;
    private final MomentTable seen;
    private final LinkReading links;
    private final Reports reports;

    ClusterReading(LinkTables tables, MomentTable seen, LinkReading links, Reports reports) {
        this.tables = tables;
        this.seen = seen;
        this.links = links;
        this.reports = reports;
    }

    @Override
    public ClusterShape shapeOf(Actor actor, ReportNumber report) {
        Cluster cluster = cluster(actor, report);
        List<Cut> cuts = tables.cuts().ofReports(cluster.reports()).values().stream()
                .sorted(Comparator.comparing(Cut::at).reversed())
                .toList();
        return new ClusterShape(cluster, graph(cluster).ties(), cuts, reports.findAll(actor, cluster.reports()));
    }

    private ClusterGraph graph(Cluster cluster) {
        return new ClusterGraph(cluster, tables.contradictions().among(cluster));
    }

    private Cluster cluster(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        if (reports.find(actor, report).isEmpty()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return links.cluster(report);
    }

    @Override
    public Connection connection(Actor actor, ReportNumber from, ReportNumber to) {
        Cluster cluster = cluster(actor, from);
        if (from.equals(to) || !cluster.reports().contains(to)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        var graph = graph(cluster);
        return new Connection(from, to, graph.path(from, to), graph.ways(from, to), cluster.capped());
    }

    @Override
    public Split splitBy(Actor actor, ReportPair pair) {
        actor.require(Permission.REPORT_READ);
        Cut cut = Optional.ofNullable(
                        tables.cuts().ofReports(List.of(pair.newer())).get(pair))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        Cluster newer = links.cluster(pair.newer());
        Cluster older = links.cluster(pair.older());
        var both = new HashSet<>(newer.reports());
        both.addAll(older.reports());
        return new Split(cut, newer, older, reports.findAll(actor, both));
    }

    @Override
    public Timeline timelineOf(Actor actor, ReportNumber report) {
        Cluster cluster = cluster(actor, report);
        Map<ReportNumber, Report> known = reports.findAll(actor, cluster.reports());
        var moments = new ArrayList<>(sightings(cluster));
        known.values().forEach(one -> {
            Instant filed = one.finishedAt();
            if (filed != null) {
                moments.add(new Moment(filed, one.number(), null, null, true));
            }
        });
        moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::report));
        List<Moment> shown = moments.stream().limit(MOST_MOMENTS).toList();
        return new Timeline(cluster, shown, leftOut(moments.subList(shown.size(), moments.size())), known);
    }

    private static @Nullable LeftOut leftOut(List<Moment> moments) {
        return moments.isEmpty()
                ? null
                : new LeftOut(
                        moments.size(),
                        moments.getFirst().at(),
                        moments.getLast().at());
    }

    /// When the identifiers that link the reports were seen, with two statements.
    private List<Moment> sightings(Cluster cluster) {
        var pairs = cluster.links().stream().map(link -> link.pair()).collect(Collectors.toSet());
        var holds = new LinkedHashMap<SightingTable.Hold, Reason>();
        for (Reason reason : tables.reasons().ofReports(cluster.reports())) {
            if (!reason.withdrawn() && !reason.crossRole() && pairs.contains(reason.pair())) {
                hold(holds, reason.pair().newer(), reason.newerBlind(), reason);
                hold(holds, reason.pair().older(), reason.olderBlind(), reason);
            }
        }
        Set<Moment> moments = new HashSet<>();
        seen.seen(List.copyOf(holds.keySet())).forEach(one -> {
            Reason reason = holds.get(one.hold());
            if (reason != null) {
                ReportNumber holder = one.hold().report();
                one.times()
                        .forEach(at -> moments.add(
                                new Moment(at, holder, reason.kind(), Code.of(reason.rule()), one.stated())));
            }
        });
        return List.copyOf(moments);
    }

    private static void hold(
            Map<SightingTable.Hold, Reason> holds, ReportNumber report, @Nullable UUID blind, Reason reason) {
        if (blind != null) {
            holds.putIfAbsent(new SightingTable.Hold(report, blind), reason);
        }
    }
}
