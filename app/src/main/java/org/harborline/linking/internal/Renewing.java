// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.Finding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Strength;
import org.harborline.linking.facts.KeySpread;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes keys of reports and findings anew by the rules in force. A key that the rules make as before stays, with
/// all that rests on it; a new one is taken up as if the report had just been filed; an old one that no rule
/// makes any more goes in the last pass, when every report has its new ones, so that no link is lost in between.
@Component
class Renewing {

    /// Carries what is too common.
    static final int HUBS = 0;
    /// Makes new keys and their links.
    static final int MAKING = 1;
    /// Lets go of old keys and of what rests on them alone.
    static final int LETTING_GO = 2;

    private static final Actor SELF = Actor.system("linking");

    /// Holders of a key among which one is looked for that can be read.
    private static final int FELLOWS = 5;

    private final LinkTables tables;
    private final RenewalTable renewals;
    private final RekeyTable rekey;
    private final FindingTable findings;
    private final KeyMaker keys;

    Renewing(LinkTables tables, RenewalTable renewals, RekeyTable rekey, FindingTable findings, KeyMaker keys) {
        this.tables = tables;
        this.renewals = renewals;
        this.rekey = rekey;
        this.findings = findings;
        this.keys = keys;
    }

    /// What a part brings.
    ///
    /// @param sources where reports are read
    Brought read(Entry entry, KeysRenewed part, Sources sources, Past past) {
        if (part.pass() == LETTING_GO || (!past.isRecorded() && !renewals.isCurrent(part))) {
            return Brought.NOTHING;
        }
        if (part.pass() == HUBS) {
            return past.isRecorded()
                    ? Brought.NOTHING
                    : new Brought(List.of(), List.of(), carried(entry, part, sources));
        }
        List<ReportNumber> numbers = past.isRecorded() ? spreading(past.spread(entry)) : numbers(part);
        if (numbers.isEmpty()) {
            return Brought.NOTHING;
        }
        var sighted = new Sighted(tables.sightings().ofReports(numbers), past.spread(entry));
        var fresh = new ArrayList<Fresh>();
        var all = new ArrayList<Sighting>();
        for (Fresh one : today(entry, numbers, part.startedAt(), sources, past)) {
            one.keys()
                    .forEach(key ->
                            forms(key).forEach(form -> all.add(key.sighting().under(form))));
            fresh.add(one.with(one.keys().stream().filter(sighted::isNews).toList()));
        }
        if (past.isRecorded()) {
            // of what was erased or taken back since, a rebuild still has to hear that its key spread
            numbers.forEach(number -> fresh.add(Fresh.found(entry, number, List.of())));
        }
        return new Brought(fresh, all, List.of());
    }

    private static Set<UUID> forms(Fresh.Key key) {
        Set<UUID> forms = new HashSet<>(key.own());
        forms.add(key.sighting().blind());
        return forms;
    }

    /// Keys that are too common stay so under the new rules: those that the identifier makes by which each crossed
    /// the limit. So nothing is linked by them while the holders are made anew one after the other. For a report
    /// that was erased since, or a finding that was withdrawn, its newest fellow stands in.
    private List<List<HubTable.Row>> carried(Entry entry, KeysRenewed part, Sources sources) {
        List<HubTable.Row> hubs = tables.hubs().crossedBy(part.from(), part.to());
        Map<UUID, Stated> places = places(hubs, part, sources);
        List<ReportNumber> reports =
                places.values().stream().map(Stated::report).distinct().sorted().toList();
        Map<ReportNumber, List<Fresh.Key>> keysOf = today(entry, reports, part.startedAt(), sources, Past.NONE).stream()
                .collect(Collectors.groupingBy(
                        Fresh::report, Collectors.flatMapping(one -> one.keys().stream(), Collectors.toList())));
        var carried = new ArrayList<List<HubTable.Row>>();
        for (HubTable.Row hub : hubs) {
            Stated place = places.get(hub.blind());
            if (place != null) {
                keysOf.getOrDefault(place.report(), List.of()).stream()
                        .filter(key -> key.sighting().strength() == Strength.STRONG
                                && key.rule().id().equals(hub.rule())
                                && key.isAt(place.identifier(), place.finding())
                                && !places.containsKey(key.sighting().blind()))
                        .forEach(key -> carried.add(forms(key).stream()
                                .map(form -> hub.under(form, key.rule().version()))
                                .toList()));
            }
        }
        return carried;
    }

    /// Where each hub is stated today. One may be erased whose erasure was not heard of yet.
    private Map<UUID, Stated> places(List<HubTable.Row> hubs, KeysRenewed part, Sources sources) {
        Set<ReportNumber> crossing = hubs.stream().map(HubTable.Row::report).collect(Collectors.toSet());
        Set<ReportNumber> readable = sources.reports().open(SELF, crossing).keySet();
        Set<UUID> standing = standing(hubs.stream()
                .map(HubTable.Row::finding)
                .filter(Objects::nonNull)
                .toList());
        var places = new HashMap<UUID, Stated>();
        var orphans = new ArrayList<UUID>();
        for (HubTable.Row hub : hubs) {
            if (readable.contains(hub.report()) && (hub.finding() == null || standing.contains(hub.finding()))) {
                places.put(hub.blind(), new Stated(hub.report(), hub.identifier(), hub.finding()));
            } else {
                orphans.add(hub.blind());
            }
        }
        places.putAll(fellows(orphans, part, sources));
        return places;
    }

    /// For each key the newest place where it was stated before the renewal began; later ones have the new keys.
    private Map<UUID, Stated> fellows(List<UUID> orphans, KeysRenewed part, Sources sources) {
        ReportNumber last = new ReportNumber(
                renewals.find().map(RenewalTable.Row::last).orElse(part.to().value()));
        Map<UUID, List<Sighting>> newest = tables.sightings().newest(orphans, last, FELLOWS);
        Set<ReportNumber> holders = newest.values().stream()
                .flatMap(List::stream)
                .map(Sighting::report)
                .collect(Collectors.toSet());
        Map<ReportNumber, Report> filed = filedBefore(part.startedAt(), holders, sources);
        Set<ReportNumber> readable =
                sources.reports().open(SELF, filed.keySet()).keySet();
        var places = new HashMap<UUID, Stated>();
        newest.forEach((blind, holding) -> holding.stream()
                .filter(one -> readable.contains(one.report()))
                .findFirst()
                .ifPresent(one -> places.put(blind, new Stated(one.report(), one.identifier(), one.finding()))));
        return places;
    }

    private Set<UUID> standing(List<UUID> recorded) {
        return findings.byIds(recorded).stream()
                .filter(row -> row.withdrawal() == null)
                .map(FindingTable.Row::id)
                .collect(Collectors.toSet());
    }

    /// A place where an identifier is stated: in a report, or by a finding beside it.
    private record Stated(
            ReportNumber report,
            @Nullable Integer identifier,
            @Nullable UUID finding) {}

    private static List<ReportNumber> numbers(KeysRenewed part) {
        return LongStream.rangeClosed(part.from().value(), part.to().value())
                .mapToObj(ReportNumber::new)
                .toList();
    }

    /// In a rebuild reports have the keys of the rules in force from the start; nothing is new but what spread.
    private static List<ReportNumber> spreading(List<KeySpread> spread) {
        return spread.stream().map(KeySpread::report).distinct().sorted().toList();
    }

    /// All that the reports and the findings beside them hold by the rules in force.
    private List<Fresh> today(Entry entry, List<ReportNumber> numbers, Instant startedAt, Sources sources, Past past) {
        Map<ReportNumber, Report> filed = filedBefore(startedAt, numbers, sources);
        Map<ReportNumber, ReceivedReport> received = sources.reports().open(SELF, filed.keySet());
        Map<ReportNumber, Origin> from = sources.origins().ofAll(received.values());
        var today = new ArrayList<Fresh>();
        numbers.forEach(number -> {
            ReceivedReport report = received.get(number);
            Report known = filed.get(number);
            Origin origin = from.get(number);
            if (report != null && known != null && origin != null) {
                today.add(new Fresh(
                        entry,
                        number,
                        keys.ofReport(report, origin),
                        List.of(),
                        known.escalated(),
                        null,
                        sources.statements().of(report, origin)));
            }
        });
        List<UUID> found = findings.ofReports(filed.keySet()).stream()
                .filter(row -> row.recordedAt().isBefore(startedAt) && holds(row, entry, past))
                .map(FindingTable.Row::id)
                .toList();
        sources.findings()
                .identifiers(found)
                .values()
                .forEach(one -> today.add(Fresh.found(
                        entry,
                        one.report(),
                        keys.ofFinding(one.report(), one.finding(), one.stated(), one.origin(), one.observedAt()))));
        return today;
    }

    /// Whether a finding was not withdrawn, in a rebuild when the fact was recorded: it hears of a later withdrawal in
    /// its turn. Otherwise one that was heard of already may be the later by the clock, and nothing would follow.
    private static boolean holds(FindingTable.Row row, Entry entry, Past past) {
        Finding.Withdrawal withdrawal = row.withdrawal();
        return withdrawal == null || (past.isRecorded() && !withdrawal.at().isBefore(entry.recordedAt()));
    }

    private static Map<ReportNumber, Report> filedBefore(
            Instant startedAt, Collection<ReportNumber> numbers, Sources sources) {
        Map<ReportNumber, Report> filed = new HashMap<>(sources.reports().findAll(SELF, numbers));
        filed.values().removeIf(report -> {
            Instant finished = report.finishedAt();
            return finished == null || !finished.isBefore(startedAt);
        });
        return filed;
    }

    void take(Entry entry, KeysRenewed part, Brought brought, Consequences consequences) {
        if (!consequences.replaying() && !renewals.isCurrent(part)) {
            return;
        }
        switch (part.pass()) {
            case HUBS -> {
                tables.hubs().keepCarried(part.from(), part.to());
                tables.companions().dropAll();
            }
            case MAKING -> rekey.refresh(part, brought.all());
            default -> drop(entry, part, consequences);
        }
        if (!consequences.replaying() && renewals.done(part)) {
            // what was counted while keys were of both kinds is read again
            tables.companions().dropAll();
            tables.hubs().dropUnheld();
        }
    }

    /// Strong keys that reports let go of with a part.
    List<SightingTable.Hold> goingWith(KeysRenewed part) {
        return part.pass() == LETTING_GO && renewals.isCurrent(part) ? rekey.outdated(part) : List.of();
    }

    private void drop(Entry entry, KeysRenewed part, Consequences consequences) {
        rekey.keepAges(part);
        rekey.dropOutdated(part.from(), part.to());
        Set<ReportPair> lost = rekey.dropUnheld(part);
        rekey.refreshReasons(part.from(), part.to());
        lost.removeAll(tables.reasons().resting(lost));
        lost.removeAll(tables.cuts().among(lost));
        lost.forEach(
                pair -> consequences.record(entry, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.RULES)));
    }

    /// What one part brings.
    ///
    /// @param fresh reports and findings with the keys that are new
    /// @param all all their keys by the rules in force
    /// @param hubs keys that are too common, each in its blind forms
    record Brought(List<Fresh> fresh, List<Sighting> all, List<List<HubTable.Row>> hubs) {
        static final Brought NOTHING = new Brought(List.of(), List.of(), List.of());
    }

    /// What the reports held before.
    ///
    /// @param spread keys that became too common with this part when it was taken up for the first time
    private record Sighted(Map<ReportNumber, List<Sighting>> before, List<KeySpread> spread) {

        boolean isNews(Fresh.Key key) {
            Sighting own = key.sighting();
            return spread.stream()
                            .anyMatch(one -> one.report().equals(own.report())
                                    && one.rule().value().equals(own.rule())
                                    && key.isAt(one.identifier(), one.finding()))
                    || before.getOrDefault(own.report(), List.of()).stream().noneMatch(one -> isSame(one, key));
        }

        /// Where time decides, another version may let more of it pass.
        private static boolean isSame(Sighting one, Fresh.Key key) {
            Sighting own = key.sighting();
            return forms(key).contains(one.blind())
                    && Objects.equals(one.finding(), own.finding())
                    && (one.strength() == Strength.STRONG) == (own.strength() == Strength.STRONG)
                    && (key.rule().window() == null || one.ruleVersion() == own.ruleVersion());
        }
    }
}
