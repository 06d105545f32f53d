// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.ContradictionFound;
import org.harborline.linking.facts.KeySpread;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.platform.Code;

/// Stores what entries make, with a few statements however many they are, and tells what follows from it.
final class LinkWriting {

    private final LinkTables tables;
    private final Discrediting discrediting;

    LinkWriting(LinkTables tables, Discrediting discrediting) {
        this.tables = tables;
        this.discrediting = discrediting;
    }

    void apply(LinkMaker.Plan plan, Consequences consequences) {
        Set<ReportPair> settled = settled(plan);
        Set<ReportPair> alerted = alerted(plan);
        tables.sightings().insertAll(plan.sightings());
        tables.companions().insertAll(plan.companions());
        tables.reasons().insertAll(plan.reasons());
        contradict(plan.contradictions(), consequences);
        Set<ReportNumber> discredited = discrediting.stop(plan.reasons());
        Set<ReportNumber> grown = new HashSet<>();
        plan.strongest()
                .forEach((cause, told) -> told.forEach(reason -> {
                    boolean stopped = discredited.stream().anyMatch(reason::derivesFrom);
                    boolean news = !stopped
                            && (reason.crossRole() ? !alerted.contains(reason.pair()) : settled.add(reason.pair()));
                    if (news) {
                        consequences.record(cause, reason.told());
                        if (!reason.crossRole()) {
                            grown.add(reason.pair().newer());
                        }
                    }
                }));
        touch(grown, consequences);
        if (!plan.spreads().isEmpty()) {
            withdraw(plan.spreads(), consequences);
        }
    }

    /// A rebuild makes links that were measured when they were made.
    private void touch(Set<ReportNumber> grown, Consequences consequences) {
        if (!consequences.replaying()) {
            tables.growth().touch(grown);
        }
    }

    private void contradict(Map<Entry, Set<ContradictionTable.Row>> found, Consequences consequences) {
        var causes = new HashMap<ContradictionFound, Entry>();
        found.forEach((cause, rows) -> rows.forEach(row -> causes.putIfAbsent(row.told(), cause)));
        tables.contradictions()
                .insertAll(found.values().stream().flatMap(Set::stream).toList())
                .forEach(row -> consequences.record(Objects.requireNonNull(causes.get(row.told())), row.told()));
    }

    /// Pairs that are linked or cut already: a further reason is no news.
    private Set<ReportPair> settled(LinkMaker.Plan plan) {
        Set<ReportPair> pairs = plan.reasons().stream().map(Reason::pair).collect(Collectors.toSet());
        Set<ReportPair> settled = new HashSet<>();
        if (!pairs.isEmpty()) {
            settled.addAll(tables.reasons().resting(pairs));
            settled.addAll(tables.cuts().among(pairs));
        }
        return settled;
    }

    /// Pairs about which a person is alerted already. A further identifier is told all the same; the same one by newer
    /// rules is no news.
    private Set<ReportPair> alerted(LinkMaker.Plan plan) {
        Set<ReportPair> again = plan.strongest().entrySet().stream()
                .filter(told -> told.getKey().type().equals(KeysRenewed.TYPE))
                .flatMap(told -> told.getValue().stream())
                .filter(Reason::crossRole)
                .map(Reason::pair)
                .collect(Collectors.toSet());
        return again.isEmpty() ? Set.of() : tables.reasons().alerting(again);
    }

    private void withdraw(List<LinkMaker.Spread> spreads, Consequences consequences) {
        var causes = new LinkedHashMap<UUID, Entry>();
        spreads.forEach(spread -> spread.hubs().forEach(hub -> causes.putIfAbsent(hub.blind(), spread.cause())));
        Set<UUID> fresh = tables.hubs()
                .insertAll(spreads.stream()
                        .flatMap(spread -> spread.hubs().stream())
                        .toList());
        tables.companions().drop(causes.keySet());
        spreads.forEach(spread -> consequences.record(spread.cause(), keySpread(spread)));
        var last = spreads.getLast().cause();
        List<Reason> withdrawn =
                tables.reasons().withdraw(fresh, tables.sightings().holding(fresh), last.recordedAt());
        Map<ReportPair, Entry> lost = withdrawn.stream()
                .filter(reason -> !reason.crossRole())
                .collect(Collectors.toMap(
                        Reason::pair, reason -> cause(causes, reason), (one, _) -> one, LinkedHashMap::new));
        lost.keySet().removeAll(tables.reasons().resting(lost.keySet()));
        lost.keySet().removeAll(tables.cuts().among(lost.keySet()));
        lost.forEach((pair, cause) ->
                consequences.record(cause, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.FAN_OUT)));
    }

    private static Entry cause(Map<UUID, Entry> causes, Reason reason) {
        Entry cause = causes.get(reason.newerBlind());
        return cause == null ? Objects.requireNonNull(causes.get(reason.olderBlind())) : cause;
    }

    private static KeySpread keySpread(LinkMaker.Spread spread) {
        HubTable.Row crossing = spread.hubs().getFirst();
        return new KeySpread(
                crossing.report(),
                crossing.identifier(),
                crossing.finding(),
                Code.of(crossing.rule()),
                crossing.ruleVersion(),
                crossing.crossing().limit(),
                Code.of(crossing.crossing().counted().name().toLowerCase(Locale.ROOT)));
    }
}
