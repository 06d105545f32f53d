// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.PreservationRenewed;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Code;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageDiscarded;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.referral.facts.ReferralOpened;
import org.harborline.referral.facts.SupplementSent;
import org.harborline.registry.AgencyId;
import org.harborline.triage.Designation;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.harborline.triage.facts.SafeguardingChecked;
import org.harborline.vault.facts.RecordErased;
import org.jspecify.annotations.Nullable;

/// Standing, links and holdings around the reports of one batch, moved on fact by fact, with what became due on the
/// way.
final class FollowedView {

    private final StandingTable table;
    private final Map<ReportNumber, Standing> standings = new HashMap<>();
    private final Map<String, KnownLink> links = new LinkedHashMap<>();
    private final Holdings holdings = new Holdings();
    private final Set<ReportNumber> changedStandings = new LinkedHashSet<>();
    private final Set<String> changedLinks = new LinkedHashSet<>();
    private final Map<DeliveryId, Long> again = new HashMap<>();
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
            case FindingRecorded recorded -> Stream.of(recorded.report());
            case FindingWithdrawn withdrawn -> Stream.of(withdrawn.report());
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
        table.holdings(around).forEach(holdings::load);
    }

    void take(Follower.Followed followed) {
        long position = followed.entry().position();
        switch (followed.fact()) {
            case ReportFiled filed -> put(standing(filed.report()).filed(filed.escalated()));
            case ReportsLinked linked -> link(linked, position);
            case LinkRestored restored -> restore(restored.report(), restored.other(), position);
            case LinkWithdrawn withdrawn -> withdraw(withdrawn, position);
            case ReportPrioritised prioritised -> prioritised(prioritised, position);
            case ReportDesignated designated -> designated(designated, position);
            case SafeguardingChecked checked -> checked(checked, position);
            case FindingRecorded recorded -> found(recorded, position);
            case FindingWithdrawn withdrawn -> withdraw(withdrawn, position);
            case PackageDelivered delivered -> delivered(delivered, position);
            case PackageReturned returned -> holdings.end(returned.delivery());
            case RecordErased erased -> forget(erased(erased));
            case ReferralOpened _, SupplementSent _, PackageDiscarded _, PreservationRenewed _ -> {
                // what an agency has is told by its delivery
            }
            default -> throw new IllegalArgumentException("not followed");
        }
        touched(followed.fact()).forEach(report -> findDue(report, null));
    }

    private void prioritised(ReportPrioritised fact, long position) {
        Standing before = standing(fact.report());
        Standing after = before.with(fact.priority(), fact.confirmed(), position);
        put(after);
        if (before.urgent() && !after.urgent()) {
            // who was told so in a package; a referral does not say it
            holdings.packages(fact.report(), one -> one.kind() == PackageKind.URGENT_SUPPLEMENT)
                    .forEach(one -> corrections.add(
                            new DueCorrection(one.delivery(), fact.report(), DueCorrection.LOWERED, position)));
        }
        if (!before.urgent() && after.urgent()) {
            holdings.referrals(fact.report())
                    .forEach(one -> supplements.add(new DueSupplement(
                            fact.report(), one.delivery(), DueSupplement.Occasion.DANGER_NOW, position)));
            findDue(fact.report(), position);
        }
    }

    private void designated(ReportDesignated fact, long position) {
        Standing before = standing(fact.report());
        put(before.with(fact.designation(), position));
        boolean expected = before.designation() == null && fact.designation() == Designation.ACTIONABLE;
        if (before.designation() != fact.designation() && !expected) {
            correct(fact.report(), DueCorrection.designated(fact.designation()), position);
        }
    }

    private void checked(SafeguardingChecked fact, long position) {
        Standing before = standing(fact.report());
        put(before.with(fact.outcome(), position));
        boolean nothingNew = before.safeguarding() == null && fact.outcome() == SafeguardingOutcome.SIGNS_DO_NOT_HOLD;
        if (before.safeguarding() != fact.outcome() && !nothingNew) {
            correct(fact.report(), DueCorrection.checked(fact.outcome()), position);
        }
    }

    private void found(FindingRecorded fact, long position) {
        put(standing(fact.report()).found(position));
        holdings.bearers(fact.report())
                .forEach(one -> supplements.add(
                        new DueSupplement(fact.report(), one.delivery(), DueSupplement.Occasion.FINDING, position)));
    }

    /// Told once to each agency, through the first of its packages that prints the finding.
    private void withdraw(FindingWithdrawn fact, long position) {
        put(standing(fact.report()).withdrawn(position));
        holdings.packages(fact.report(), one -> one.findings().contains(fact.finding()))
                .forEach(one -> corrections.add(
                        new DueCorrection(one.delivery(), fact.report(), DueCorrection.FINDING, position)));
    }

    private void correct(ReportNumber report, Code reason, long position) {
        holdings.bearers(report)
                .forEach(one -> corrections.add(new DueCorrection(one.delivery(), report, reason, position)));
    }

    static ReportNumber erased(RecordErased erased) {
        return new ReportNumber(Long.parseLong(erased.record().id()));
    }

    /// Nothing follows an erased report, and its packages here are gone: nothing can be added to them.
    private void forget(ReportNumber erased) {
        put(Standing.unknown(erased));
        holdings.forget(erased);
    }

    private void link(ReportsLinked linked, long position) {
        if (!linked.crossRole()) {
            restore(linked.report(), linked.other(), position);
            put(new KnownLink(linked.report(), linked.other(), linked.rule(), linked.ruleVersion(), null));
        }
    }

    private void withdraw(LinkWithdrawn withdrawn, long position) {
        KnownLink link = links.get(name(withdrawn.report(), withdrawn.other()));
        if (link != null) {
            put(link.with(new KnownLink.Withdrawal(withdrawn.reason(), position)));
        }
        correct(withdrawn.report(), withdrawn.other(), withdrawn.reason(), position);
    }

    /// Whoever was told not to rely on the link is told that it is in effect again.
    private void restore(ReportNumber newer, ReportNumber older, long position) {
        KnownLink link = links.get(name(newer, older));
        if (link == null) {
            // it was cut before it was ever in effect
            put(new KnownLink(newer, older, DueCorrection.RESTORED, 0, null));
        } else if (!link.inEffect()) {
            put(link.with(null));
            correct(newer, older, DueCorrection.RESTORED, position);
        }
    }

    private void correct(ReportNumber newer, ReportNumber older, Code reason, long position) {
        holdings.packages(newer, one -> one.restsOn(newer, older))
                .forEach(one -> corrections.add(new DueCorrection(one.delivery(), older, reason, position)));
        holdings.packages(older, one -> one.restsOn(newer, older))
                .forEach(one -> corrections.add(new DueCorrection(one.delivery(), newer, reason, position)));
    }

    private void delivered(PackageDelivered delivered, long position) {
        var holding = new Holding(
                delivered.delivery(),
                delivered.report(),
                delivered.agency(),
                delivered.kind(),
                delivered.concerns(),
                Set.copyOf(delivered.linked()),
                Set.copyOf(delivered.findings()),
                true);
        boolean first = !knows(holding.agency(), holding.report());
        if (holding.kind() == PackageKind.REFERRAL && holdings.returned(holding.agency(), holding.report())) {
            again.put(holding.delivery(), position);
        }
        holdings.put(holding);
        correctWhatFellOnTheWay(holding);
        var missed = new OnTheWay(delivered, standing(holding.report()));
        corrections.addAll(missed.takenBack());
        if (first && holding.kind() != PackageKind.CORRECTION) {
            supplements.addAll(missed.supplements());
            corrections.addAll(missed.corrections());
        }
    }

    /// Whether an agency has the report and was told what happened to it: not where it has it only through a link that
    /// is in effect no more.
    private boolean knows(AgencyId agency, ReportNumber report) {
        return holdings.referred(agency, report)
                || (holdings.has(agency, report)
                        && links.values().stream()
                                .filter(KnownLink::inEffect)
                                .filter(link -> link.touches(report))
                                .anyMatch(link -> holdings.referred(agency, link.otherThan(report))));
    }

    /// A link may be withdrawn after the package was made and before it arrived: then no holding was there to be found
    /// when it fell.
    private void correctWhatFellOnTheWay(Holding holding) {
        for (KnownLink link : links.values()) {
            var withdrawn = link.withdrawn();
            if (withdrawn != null && holding.restsOn(link.newer(), link.older())) {
                corrections.add(new DueCorrection(
                        holding.delivery(),
                        link.otherThan(holding.report()),
                        withdrawn.reason(),
                        withdrawn.position()));
            }
        }
    }

    /// Whatever of the neighbours must follow this report, and this report its neighbours.
    ///
    /// @param rise journal position at which this report became one about danger now
    private void findDue(ReportNumber report, @Nullable Long rise) {
        links.values().stream()
                .filter(KnownLink::inEffect)
                .filter(link -> link.touches(report))
                .forEach(link -> {
                    ReportNumber other = link.otherThan(report);
                    follow(link, report, other, rise);
                    follow(link, other, report, null);
                });
    }

    private void follow(KnownLink link, ReportNumber report, ReportNumber referred, @Nullable Long rise) {
        // an earlier report was lifted by the later one, not the other way round: it is news only when it rises itself
        boolean urgent = standing(report).urgent() && (rise != null || report.equals(link.newer()));
        if (!urgent && !standing(report).actionable()) {
            return;
        }
        var occasion = urgent ? DueSupplement.Occasion.DANGER_NOW : DueSupplement.Occasion.LATER_REPORT;
        holdings.referrals(referred).forEach(holding -> {
            if (!holdings.has(holding.agency(), report)) {
                // what fell with a returned referral is due once more after a new one
                long cause = again.getOrDefault(holding.delivery(), 0L);
                supplements.add(new DueSupplement(report, holding.delivery(), occasion, cause));
            } else if (rise != null && !holdings.referred(holding.agency(), report)) {
                supplements.add(new DueSupplement(report, holding.delivery(), occasion, rise));
            }
        });
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
                holdings.changed());
    }

    Set<DueSupplement> supplements() {
        return Set.copyOf(supplements);
    }

    Set<DueCorrection> corrections() {
        return Set.copyOf(corrections);
    }
}
