// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.registry.AgencyId;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.harborline.triage.facts.SafeguardingChecked;
import org.harborline.vault.facts.RecordErased;

/// Standing, links and holdings around the reports of one batch, moved on fact by fact, with what became due on the
/// way.
final class FollowedView {

    private final StandingTable table;
    private final Map<ReportNumber, Standing> standings = new HashMap<>();
    private final Map<String, KnownLink> links = new LinkedHashMap<>();
    private final Map<DeliveryId, Holding> holdings = new LinkedHashMap<>();
    private final Set<ReportNumber> changedStandings = new LinkedHashSet<>();
    private final Set<String> changedLinks = new LinkedHashSet<>();
    private final Set<DeliveryId> changedHoldings = new LinkedHashSet<>();
    private final Set<DueSupplement> supplements = new LinkedHashSet<>();
    private final Set<DueCorrection> corrections = new LinkedHashSet<>();

    FollowedView(StandingTable table) {
        this.table = table;
    }

    /// Reports that a fact is about.
    static Stream<ReportNumber> touched(Fact fact) {
        return switch (fact) {
            case ReportFiled filed -> Stream.of(filed.report());
            case ReportsLinked linked -> Stream.of(linked.report(), linked.other());
            case LinkRestored restored -> Stream.of(restored.report(), restored.other());
            case LinkWithdrawn withdrawn -> Stream.of(withdrawn.report(), withdrawn.other());
            case ReportPrioritised prioritised -> Stream.of(prioritised.report());
            case ReportDesignated designated -> Stream.of(designated.report());
            case SafeguardingChecked checked -> Stream.of(checked.report());
            case PackageDelivered delivered -> Stream.of(delivered.report());
            case PackageReturned returned -> Stream.of(returned.report());
            case RecordErased erased -> Stream.of(erased(erased));
            default -> Stream.empty();
        };
    }

    /// Reads the reports, their neighbours, and what agencies have of both.
    void load(Collection<ReportNumber> reports) {
        var around = new HashSet<>(reports);
        table.links(reports).forEach(link -> {
            links.put(name(link.newer(), link.older()), link);
            around.add(link.newer());
            around.add(link.older());
        });
        table.standings(around).forEach(standing -> standings.put(standing.report(), standing));
        table.holdings(around).forEach(holding -> holdings.put(holding.delivery(), holding));
    }

    void take(Follower.Followed followed) {
        switch (followed.fact()) {
            case ReportFiled filed -> put(standing(filed.report()).filed(filed.escalated()));
            case ReportsLinked linked -> link(linked);
            case LinkRestored restored -> effect(restored.report(), restored.other(), true);
            case LinkWithdrawn withdrawn -> withdraw(withdrawn, followed.entry().position());
            case ReportPrioritised prioritised ->
                put(standing(prioritised.report()).with(prioritised.priority()));
            case ReportDesignated designated ->
                put(standing(designated.report()).with(designated.designation()));
            case SafeguardingChecked checked -> put(standing(checked.report()).with(checked.outcome()));
            case PackageDelivered delivered -> delivered(delivered);
            case PackageReturned returned ->
                Optional.ofNullable(holdings.get(returned.delivery())).ifPresent(one -> put(one.over()));
            case RecordErased erased -> forget(erased(erased));
            default -> throw new IllegalArgumentException("not followed");
        }
        touched(followed.fact()).forEach(this::findDue);
    }

    static ReportNumber erased(RecordErased erased) {
        return new ReportNumber(Long.parseLong(erased.record().id()));
    }

    /// Nothing follows an erased report, and its packages here are gone: nothing can be added to them.
    private void forget(ReportNumber erased) {
        put(Standing.unknown(erased));
        holdings.values().stream()
                .filter(holding -> holding.report().equals(erased))
                .toList()
                .forEach(holding -> put(holding.over()));
    }

    private void link(ReportsLinked linked) {
        if (!linked.crossRole()) {
            put(new KnownLink(linked.report(), linked.other(), linked.rule(), linked.ruleVersion(), true));
        }
    }

    private void effect(ReportNumber newer, ReportNumber older, boolean inEffect) {
        Optional.ofNullable(links.get(name(newer, older))).ifPresent(link -> put(link.with(inEffect)));
    }

    private void withdraw(LinkWithdrawn withdrawn, long position) {
        effect(withdrawn.report(), withdrawn.other(), false);
        holdings.values().stream()
                .filter(Holding::held)
                .filter(holding -> holding.kind() != PackageKind.CORRECTION)
                .filter(holding -> holding.restsOn(withdrawn.report(), withdrawn.other()))
                .forEach(holding -> corrections.add(new DueCorrection(
                        holding.delivery(),
                        holding.report().equals(withdrawn.report()) ? withdrawn.other() : withdrawn.report(),
                        withdrawn.reason(),
                        position)));
    }

    private void delivered(PackageDelivered delivered) {
        put(new Holding(
                delivered.delivery(),
                delivered.report(),
                delivered.agency(),
                delivered.kind(),
                delivered.concerns(),
                Set.copyOf(delivered.linked()),
                true));
    }

    /// Whatever of the neighbours must follow this report, and this report its neighbours.
    private void findDue(ReportNumber report) {
        links.values().stream()
                .filter(KnownLink::inEffect)
                .filter(link -> link.newer().equals(report) || link.older().equals(report))
                .forEach(link -> {
                    follow(link, link.newer(), link.older());
                    follow(link, link.older(), link.newer());
                });
    }

    private void follow(KnownLink link, ReportNumber report, ReportNumber referred) {
        // only a later report is news about danger; an earlier one was lifted by it, not the other way round
        boolean urgent = standing(report).urgent() && report.equals(link.newer());
        if (!urgent && !standing(report).actionable()) {
            return;
        }
        holdings.values().stream()
                .filter(holding -> holding.held() && holding.report().equals(referred))
                .filter(holding -> holding.kind() == PackageKind.REFERRAL)
                .filter(holding -> !has(holding.agency(), report))
                .forEach(holding -> supplements.add(new DueSupplement(report, holding.delivery(), urgent)));
    }

    private boolean has(AgencyId agency, ReportNumber report) {
        return holdings.values().stream()
                .anyMatch(holding ->
                        holding.agency().equals(agency) && holding.report().equals(report));
    }

    private Standing standing(ReportNumber report) {
        return standings.computeIfAbsent(report, Standing::unknown);
    }

    private void put(Standing standing) {
        standings.put(standing.report(), standing);
        changedStandings.add(standing.report());
    }

    private void put(KnownLink link) {
        String name = name(link.newer(), link.older());
        links.put(name, link);
        changedLinks.add(name);
    }

    private void put(Holding holding) {
        holdings.put(holding.delivery(), holding);
        changedHoldings.add(holding.delivery());
    }

    private static String name(ReportNumber newer, ReportNumber older) {
        return newer + "-" + older;
    }

    void write(StandingTable to) {
        to.write(
                changedStandings.stream()
                        .map(standings::get)
                        .map(Objects::requireNonNull)
                        .toList(),
                changedLinks.stream()
                        .map(links::get)
                        .map(Objects::requireNonNull)
                        .toList(),
                changedHoldings.stream()
                        .map(holdings::get)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    Set<DueSupplement> supplements() {
        return Set.copyOf(supplements);
    }

    Set<DueCorrection> corrections() {
        return Set.copyOf(corrections);
    }
}
