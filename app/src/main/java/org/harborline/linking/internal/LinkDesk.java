// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.journal.Journal;
import org.harborline.linking.Cluster;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.Evidence;
import org.harborline.linking.Finding;
import org.harborline.linking.Hub;
import org.harborline.linking.IdentifierSheet;
import org.harborline.linking.Link;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.Links;
import org.harborline.linking.LookUp;
import org.harborline.linking.LookUpAnswer;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Sender;
import org.harborline.linking.WithdrawalReason;
import org.harborline.linking.facts.CutUndone;
import org.harborline.linking.facts.LinkCut;
import org.harborline.linking.facts.ReportCredited;
import org.harborline.linking.facts.ReportDiscredited;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers for links: who may ask, cut and undo a cut. What a cut does to the link is told by [Cutting].
@Component
class LinkDesk implements Links {

    private static final Actor SELF = Actor.system("linking");
    private static final int LARGEST_PAGE = 100;

    private final LinkTables tables;
    private final LinkReading links;
    private final EvidenceReading evidence;
    private final FindingDesk findings;
    private final LookUpDesk lookUps;
    private final Reports reports;
    private final Decisions decisions;

    LinkDesk(
            LinkTables tables,
            LinkReading links,
            EvidenceReading evidence,
            FindingDesk findings,
            LookUpDesk lookUps,
            Reports reports,
            Decisions decisions) {
        this.tables = tables;
        this.links = links;
        this.evidence = evidence;
        this.findings = findings;
        this.lookUps = lookUps;
        this.reports = reports;
        this.decisions = decisions;
    }

    @Override
    public Map<ReportNumber, List<Link>> linksOf(Actor actor, Collection<ReportNumber> numbers) {
        actor.require(Permission.REPORT_READ);
        Map<ReportNumber, List<Link>> all = links.ofReports(numbers);
        if (!actor.may(Permission.CROSS_ROLE_READ)) {
            all.replaceAll(
                    (_, some) -> some.stream().filter(link -> !link.crossRole()).toList());
            all.values().removeIf(List::isEmpty);
        }
        return all;
    }

    /// Alerts are for few: to others a pair with nothing but an alert is not there.
    private void requireShown(Actor actor, ReportPair pair) {
        boolean shown = linksOf(actor, List.of(pair.newer())).getOrDefault(pair.newer(), List.of()).stream()
                .anyMatch(link -> link.pair().equals(pair));
        if (!shown) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    @Override
    public Cluster clusterOf(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        requireReport(actor, report);
        return links.cluster(report);
    }

    @Override
    public Evidence evidence(Actor actor, ReportPair pair) {
        requireShown(actor, pair);
        return evidence.evidence(pair, SELF, true);
    }

    @Override
    public Evidence alertEvidence(Actor actor, ReportPair pair) {
        actor.require(Permission.REPORT_READ);
        actor.require(Permission.CROSS_ROLE_READ);
        return evidence.alert(pair, SELF, true);
    }

    @Override
    public Evidence reveal(Actor actor, ReportPair pair) {
        requireReveal(actor);
        requireShown(actor, pair);
        return evidence.evidence(pair, actor, false);
    }

    @Override
    public Evidence revealAlert(Actor actor, ReportPair pair) {
        requireReveal(actor);
        actor.require(Permission.CROSS_ROLE_READ);
        return evidence.alert(pair, actor, false);
    }

    @Override
    public IdentifierSheet identifiersOf(Actor actor, ReportNumber report) {
        actor.require(Permission.REPORT_READ);
        requireReport(actor, report);
        return evidence.sheet(report, SELF, true);
    }

    @Override
    public IdentifierSheet revealIdentifiers(Actor actor, ReportNumber report) {
        requireReveal(actor);
        requireReport(actor, report);
        return evidence.sheet(report, actor, false);
    }

    private void requireReport(Actor actor, ReportNumber report) {
        if (reports.find(actor, report).isEmpty()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    private static void requireReveal(Actor actor) {
        actor.require(Permission.REPORT_REVEAL);
        if (actor.isPerson() && actor.purpose() == null) {
            throw new ProblemException(PlatformProblem.PURPOSE_NEEDED);
        }
    }

    @Override
    public Cut cut(Actor actor, ReportPair pair, CutReason reason) {
        actor.require(Permission.LINK_CUT);
        if (!CutReason.ofPeople().contains(reason)) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        var cut =
                new Cut(Ids.next(), pair, reason, actor.id(), decisions.clock().instant());
        return decisions.transactions().write(() -> {
            boolean linked = links.ofReports(Set.of(pair.newer())).getOrDefault(pair.newer(), List.of()).stream()
                    .anyMatch(link -> link.pair().equals(pair) && !link.crossRole());
            if (!linked) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (!tables.cuts().insert(cut)) {
                throw new ProblemException(LinkingProblem.ALREADY_CUT);
            }
            decisions.journal().record(actor, new LinkCut(cut.id(), pair.newer(), pair.older(), reason.code()));
            return cut;
        });
    }

    @Override
    public void undoCut(Actor actor, UUID id) {
        actor.require(Permission.LINK_CUT);
        decisions.transactions().run(() -> {
            Cut cut = tables.cuts()
                    .undo(id, actor.id(), decisions.clock().instant())
                    .orElseThrow(() -> new ProblemException(
                            tables.cuts().exists(id) ? LinkingProblem.CUT_ALREADY_UNDONE : PlatformProblem.NOT_FOUND));
            ReportPair pair = cut.pair();
            decisions.journal().record(actor, new CutUndone(id, pair.newer(), pair.older()));
        });
    }

    @Override
    public List<Hub> hubs(Actor actor, Hub.@Nullable Place after, int limit) {
        actor.require(Permission.REPORT_READ);
        return links.hubs(after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public List<Sender> senders(Actor actor) {
        return lookUps.senders(actor);
    }

    @Override
    public LookUpAnswer lookUp(Actor actor, LookUp lookUp) {
        return lookUps.lookUp(actor, lookUp);
    }

    @Override
    public UUID record(Actor actor, RecordFinding command, UUID id) {
        return findings.record(actor, command, id);
    }

    @Override
    public void withdraw(Actor actor, ReportNumber report, UUID finding, WithdrawalReason reason) {
        findings.withdraw(actor, report, finding, reason);
    }

    @Override
    public void discredit(Actor actor, ReportNumber report, Code outcome) {
        actor.require(Permission.PACKAGE_ANSWER);
        decisions.transactions().run(() -> decisions.journal().record(actor, new ReportDiscredited(report, outcome)));
    }

    @Override
    public void credit(Actor actor, ReportNumber report) {
        actor.require(Permission.PACKAGE_ANSWER);
        decisions.transactions().run(() -> decisions.journal().record(actor, new ReportCredited(report)));
    }

    @Override
    public Map<ReportNumber, List<Finding>> findingsOf(Actor actor, Collection<ReportNumber> numbers) {
        actor.require(Permission.REPORT_READ);
        return findings.ofReports(numbers);
    }

    @Override
    public Map<ReportNumber, List<Finding>> openFindings(Actor actor, Collection<ReportNumber> numbers) {
        requireReveal(actor);
        return findings.open(actor, numbers);
    }

    /// What every decision is written with.
    @org.springframework.stereotype.Component
    record Decisions(Journal journal, Transactions transactions, Clock clock) {}
}
