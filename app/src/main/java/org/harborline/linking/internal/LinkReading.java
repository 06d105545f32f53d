// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.Cut;
import org.harborline.linking.Hub;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkReason.Rarity;
import org.harborline.linking.LinkState;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts links together from reasons and cuts. Three statements however many reports are asked for.
@Component
class LinkReading {

    /// A cluster is shown up to this many reports.
    static final int LARGEST_CLUSTER = 200;

    private final LinkTables tables;

    LinkReading(LinkTables tables) {
        this.tables = tables;
    }

    /// Links that touch the reports, by report, newest partner first.
    Map<ReportNumber, List<Link>> ofReports(Collection<ReportNumber> reports) {
        var asked = new HashSet<>(reports);
        var byReport = new HashMap<ReportNumber, List<Link>>();
        for (Link link : links(reports)) {
            for (ReportNumber end : List.of(link.pair().newer(), link.pair().older())) {
                if (asked.contains(end)) {
                    byReport.computeIfAbsent(end, _ -> new ArrayList<>()).add(link);
                }
            }
        }
        byReport.forEach((report, links) ->
                links.sort(Comparator.comparing((Link link) -> link.pair().otherThan(report))
                        .reversed()));
        return byReport;
    }

    /// A cut says that two reports do not belong together. An alert never said that they do, so no cut ends it.
    private List<Link> links(Collection<ReportNumber> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        List<Reason> reasons = tables.reasons().ofReports(reports);
        Map<ReportPair, Cut> cuts = tables.cuts().ofReports(reports);
        Map<UUID, Rarity> rarity = tables.sightings().rarity(keys(reasons));
        var grouped = new LinkedHashMap<Grouping, List<Reason>>();
        reasons.forEach(reason -> grouped.computeIfAbsent(
                        new Grouping(reason.pair(), reason.crossRole()), _ -> new ArrayList<>())
                .add(reason));
        return grouped.entrySet().stream()
                .map(group -> link(
                        group.getKey(),
                        group.getValue(),
                        group.getKey().crossRole()
                                ? null
                                : cuts.get(group.getKey().pair()),
                        rarity))
                .toList();
    }

    private static Set<UUID> keys(List<Reason> reasons) {
        Set<UUID> keys = new HashSet<>();
        for (Reason reason : reasons) {
            if (reason.olderBlind() != null) {
                keys.add(reason.olderBlind());
            }
        }
        return keys;
    }

    private static Link link(Grouping group, List<Reason> reasons, @Nullable Cut cut, Map<UUID, Rarity> rarity) {
        boolean resting = reasons.stream().anyMatch(reason -> !reason.withdrawn());
        LinkState standing = resting ? LinkState.IN_EFFECT : LinkState.WITHDRAWN;
        Instant since = reasons.stream()
                .map(Reason::madeAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Link(
                group.pair(),
                group.crossRole(),
                cut == null ? standing : LinkState.CUT,
                reasons.stream()
                        .sorted(Comparator.comparingInt(reason -> MatchRule.rank(reason.rule())))
                        .map(reason -> view(reason, rarity))
                        .toList(),
                cut,
                since);
    }

    static LinkReason view(Reason reason, Map<UUID, Rarity> rarity) {
        UUID key = reason.olderBlind();
        Long apart = reason.secondsApart();
        return new LinkReason(
                reason.tier(),
                Code.of(reason.rule()),
                reason.ruleVersion(),
                reason.kind(),
                reason.lost(),
                apart == null ? null : Duration.ofSeconds(apart),
                key == null ? null : rarity.get(key));
    }

    Cluster cluster(ReportNumber start) {
        return Objects.requireNonNull(clusters(Set.of(start)).get(start));
    }

    /// The cluster of each report, with as many statements as for one.
    Map<ReportNumber, Cluster> clusters(Collection<ReportNumber> starts) {
        Map<ReportNumber, List<ReportNumber>> found = tables.reasons().clusters(starts, LARGEST_CLUSTER + 1);
        var members = new HashMap<ReportNumber, List<ReportNumber>>();
        found.forEach((start, reports) -> members.put(
                start, reports.stream().limit(LARGEST_CLUSTER).sorted().toList()));
        Set<ReportNumber> all = members.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<Link> links = links(all).stream().filter(Link::inEffect).toList();
        var clusters = new HashMap<ReportNumber, Cluster>();
        members.forEach((start, reports) -> clusters.put(
                start,
                new Cluster(
                        start,
                        reports,
                        within(links, Set.copyOf(reports)),
                        found.getOrDefault(start, List.of()).size() > LARGEST_CLUSTER)));
        return clusters;
    }

    private static List<Link> within(List<Link> links, Set<ReportNumber> reports) {
        return links.stream()
                .filter(link -> reports.contains(link.pair().newer())
                        && reports.contains(link.pair().older()))
                .toList();
    }

    List<Hub> hubs(Hub.@Nullable Place after, int limit) {
        List<HubTable.Row> rows = tables.hubs().list(after, limit);
        Map<UUID, Rarity> rarity =
                tables.sightings().rarity(rows.stream().map(HubTable.Row::blind).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Hub(
                        row.blind(),
                        Code.of(row.rule()),
                        row.ruleVersion(),
                        row.kind(),
                        row.report(),
                        row.crossing(),
                        row.crossedAt(),
                        rarity.getOrDefault(row.blind(), new Rarity(0, 0, false))))
                .toList();
    }

    private record Grouping(ReportPair pair, boolean crossRole) {}
}
