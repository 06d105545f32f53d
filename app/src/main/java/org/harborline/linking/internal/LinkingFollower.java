// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.KeySpread;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes keys and links of what was filed and found.
@Component
class LinkingFollower implements Follower {

    private static final Actor SELF = Actor.system("linking");

    private final Reports reports;
    private final FindingWords findings;
    private final KeyMaker keys;
    private final LinkTables tables;
    private final int limit;

    LinkingFollower(
            Reports reports,
            FindingWords findings,
            KeyMaker keys,
            LinkTables tables,
            @Value("${harborline.linking.fan-out-limit:200}") int limit) {
        if (limit < 2) {
            throw new IllegalArgumentException(
                    "harborline.linking.fan-out-limit is 2 or more: a link needs two reports");
        }
        this.reports = reports;
        this.findings = findings;
        this.keys = keys;
        this.tables = tables;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "linking";
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(ReportFiled.class, FindingRecorded.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of("linking.hub", "linking.reason", "linking.sighting");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        List<Fresh> fresh = fresh(batch);
        Set<UUID> probes = fresh.stream()
                .flatMap(one -> one.keys().stream())
                .flatMap(key -> java.util.stream.Stream.concat(key.own().stream(), key.across().stream()))
                .collect(Collectors.toSet());
        var plan = new LinkMaker(limit, tables.sightings().holders(probes, limit)).take(fresh);
        return consequences -> apply(plan, consequences);
    }

    private List<Fresh> fresh(List<Followed> batch) {
        Map<ReportNumber, ReceivedReport> filed = reports.open(SELF, numbers(batch));
        Map<ReportNumber, Report> named = reports.findAll(SELF, named(filed));
        Map<UUID, FindingWords.Identifier> found = findings.identifiers(batch.stream()
                .map(Followed::fact)
                .filter(FindingRecorded.class::isInstance)
                .map(fact -> ((FindingRecorded) fact).finding())
                .toList());
        var fresh = new ArrayList<Fresh>();
        for (Followed followed : batch) {
            Fresh one = switch (followed.fact()) {
                case ReportFiled fact -> ofReport(followed.entry(), filed.get(fact.report()), named);
                case FindingRecorded fact -> ofFinding(followed.entry(), found.get(fact.finding()));
                default -> throw new IllegalStateException("linking does not follow this fact");
            };
            if (one != null) {
                fresh.add(one);
            }
        }
        return fresh;
    }

    private static List<ReportNumber> numbers(List<Followed> batch) {
        return batch.stream()
                .map(Followed::fact)
                .filter(ReportFiled.class::isInstance)
                .map(fact -> ((ReportFiled) fact).report())
                .toList();
    }

    private static Set<ReportNumber> named(Map<ReportNumber, ReceivedReport> filed) {
        return filed.values().stream()
                .flatMap(report -> KeyMaker.namedReports(report).stream())
                .collect(Collectors.toSet());
    }

    /// Nothing when the report was erased.
    private @Nullable Fresh ofReport(Entry entry, @Nullable ReceivedReport report, Map<ReportNumber, Report> named) {
        if (report == null) {
            return null;
        }
        List<ReportNumber> asserted = KeyMaker.namedReports(report).stream()
                .filter(number -> isOwnEarlierReport(named.get(number), report))
                .toList();
        return new Fresh(entry, report.number(), keys.ofReport(report), asserted);
    }

    /// A sender can vouch for its own reports only, and a report can name only what was filed before it.
    private static boolean isOwnEarlierReport(@Nullable Report named, ReceivedReport report) {
        return named != null
                && named.provider().equals(report.provider())
                && named.finishedAt() != null
                && named.number().compareTo(report.number()) < 0;
    }

    private @Nullable Fresh ofFinding(Entry entry, FindingWords.@Nullable Identifier found) {
        if (found == null) {
            return null;
        }
        return new Fresh(
                entry,
                found.report(),
                keys.ofFinding(found.report(), found.finding(), found.stated(), found.origin(), found.observedAt()),
                List.of());
    }

    private void apply(LinkMaker.Plan plan, Consequences consequences) {
        Set<ReportPair> settled = settled(plan);
        tables.sightings().insertAll(plan.sightings());
        tables.reasons().insertAll(plan.reasons());
        plan.strongest()
                .forEach((cause, told) -> told.forEach(reason -> {
                    if (reason.crossRole() || settled.add(reason.pair())) {
                        consequences.record(cause, linked(reason));
                    }
                }));
        if (!plan.spreads().isEmpty()) {
            withdraw(plan.spreads(), consequences);
        }
    }

    /// Pairs that are linked or cut already: a further reason is no news.
    private Set<ReportPair> settled(LinkMaker.Plan plan) {
        Map<ReportPair, Instant> moments =
                plan.reasons().stream().collect(Collectors.toMap(Reason::pair, Reason::madeAt, (one, _) -> one));
        Set<ReportPair> settled = new HashSet<>();
        if (!moments.isEmpty()) {
            settled.addAll(tables.reasons().resting(moments.keySet()));
            settled.addAll(tables.cuts().among(moments));
        }
        return settled;
    }

    private static ReportsLinked linked(Reason reason) {
        return new ReportsLinked(
                reason.pair().newer(),
                reason.pair().older(),
                Code.of(reason.rule()),
                reason.ruleVersion(),
                reason.crossRole());
    }

    private void withdraw(List<LinkMaker.Spread> spreads, Consequences consequences) {
        var causes = new LinkedHashMap<UUID, Entry>();
        spreads.forEach(spread -> spread.blinds().forEach(blind -> causes.putIfAbsent(blind, spread.cause())));
        tables.hubs().insertAll(spreads.stream().flatMap(LinkingFollower::hubs).toList());
        spreads.forEach(spread -> consequences.record(spread.cause(), keySpread(spread)));
        var last = spreads.getLast().cause();
        List<Reason> withdrawn = tables.reasons().withdraw(causes.keySet(), last.recordedAt());
        Map<ReportPair, Entry> lost = withdrawn.stream()
                .filter(reason -> !reason.crossRole())
                .collect(Collectors.toMap(
                        Reason::pair, reason -> cause(causes, reason), (one, _) -> one, LinkedHashMap::new));
        lost.keySet().removeAll(tables.reasons().resting(lost.keySet()));
        var moments = new HashMap<ReportPair, Instant>();
        lost.forEach((pair, cause) -> moments.put(pair, cause.recordedAt()));
        lost.keySet().removeAll(tables.cuts().among(moments));
        lost.forEach((pair, cause) ->
                consequences.record(cause, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.FAN_OUT)));
    }

    private static Entry cause(Map<UUID, Entry> causes, Reason reason) {
        Entry cause = causes.get(reason.newerBlind());
        return cause == null ? java.util.Objects.requireNonNull(causes.get(reason.olderBlind())) : cause;
    }

    private static java.util.stream.Stream<HubTable.Row> hubs(LinkMaker.Spread spread) {
        Function<UUID, HubTable.Row> row = blind -> new HubTable.Row(
                blind,
                spread.sighting().rule(),
                spread.sighting().ruleVersion(),
                spread.sighting().kind(),
                spread.sighting().report(),
                spread.sighting().ordinal(),
                spread.limit(),
                spread.cause().recordedAt());
        return spread.blinds().stream().map(row);
    }

    private static KeySpread keySpread(LinkMaker.Spread spread) {
        Sighting crossing = spread.sighting();
        return new KeySpread(
                crossing.report(),
                crossing.ordinal(),
                Code.of(crossing.rule()),
                crossing.ruleVersion(),
                spread.limit());
    }
}
