// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower.Followed;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Code;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.facts.FirstLookRecorded;
import org.harborline.triage.facts.OutcomeRecorded;
import org.harborline.triage.facts.PriorityConfirmed;
import org.harborline.triage.facts.PriorityLowered;
import org.harborline.triage.facts.PriorityRaised;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.harborline.triage.facts.ReportRaised;
import org.harborline.triage.facts.SafeguardingChecked;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.RecordErased;
import org.jspecify.annotations.Nullable;

/// Works a batch of facts through in memory, in order. What comes out is written by [TriageFollower] in one
/// transaction.
final class TriageBatch {

    private final Neighbourhood reports;
    private final RuleBook book;
    private final Activations activations;
    private final Deadlines deadlines;
    private final Map<ReportNumber, ReceivedReport> received;
    private final Past past;
    private final List<Made> made = new ArrayList<>();
    private final List<ReportNumber> pages = new ArrayList<>();

    TriageBatch(
            Neighbourhood reports,
            RuleBook book,
            Activations activations,
            Deadlines deadlines,
            Map<ReportNumber, ReceivedReport> received,
            Past past) {
        this.reports = reports;
        this.book = book;
        this.activations = activations;
        this.deadlines = deadlines;
        this.received = received;
        this.past = past;
    }

    /// Facts that follow, in order.
    List<Made> made() {
        return made;
    }

    /// Unconfirmed P1s about which somebody must be paged.
    List<ReportNumber> pages() {
        return pages;
    }

    void take(Followed followed) {
        Entry entry = followed.entry();
        switch (followed.fact()) {
            case ReportFiled fact -> filed(entry, fact);
            case ReportsLinked fact when !fact.crossRole() -> linked(entry, fact.report(), fact.other());
            case LinkRestored fact -> linked(entry, fact.report(), fact.other());
            case LinkWithdrawn fact -> unlinked(entry, fact.report(), fact.other());
            case FirstLookRecorded fact -> looked(entry, fact);
            case SafeguardingChecked fact -> on(entry, fact.report(), report -> report.safeguarding = fact.outcome());
            case ReportDesignated fact -> designated(entry, fact);
            case PriorityConfirmed fact -> decided(entry, fact.report(), fact.priority());
            case PriorityRaised fact -> decided(entry, fact.report(), fact.to());
            case PriorityLowered fact -> lowered(entry, fact);
            case OutcomeRecorded fact -> ended(entry, fact);
            case RecordErased fact -> erased(entry, fact);
            default -> {
                // a cross-role alert: for a person to look at, never a reason
            }
        }
    }

    private void filed(Entry entry, ReportFiled fact) {
        if (reports.find(fact.report()).isPresent()) {
            return;
        }
        ReceivedReport content = received.get(fact.report());
        var report = new Standing(SenderWord.read(fact, content));
        report.readable = content != null;
        reports.add(report);
        evaluate(entry, report, false);
    }

    private void linked(Entry entry, ReportNumber one, ReportNumber other) {
        reports.link(one, other);
        evaluateBoth(entry, one, other);
    }

    private void unlinked(Entry entry, ReportNumber one, ReportNumber other) {
        reports.unlink(one, other);
        evaluateBoth(entry, one, other);
    }

    private void evaluateBoth(Entry entry, ReportNumber one, ReportNumber other) {
        reports.find(one).ifPresent(report -> evaluate(entry, report, false));
        reports.find(other).ifPresent(report -> evaluate(entry, report, false));
    }

    private void looked(Entry entry, FirstLookRecorded fact) {
        on(entry, fact.report(), report -> {
            Set<Code> yes = Set.copyOf(fact.yes());
            report.word = report.word.takingUp(Sets.difference(yes, report.yes));
            report.yes = yes;
            report.no = Set.copyOf(fact.no());
            report.lookedAt(entry.recordedAt());
            evaluate(entry, report, false);
        });
    }

    private void designated(Entry entry, ReportDesignated fact) {
        on(entry, fact.report(), report -> {
            report.designate(new Standing.Designated(fact.designation(), fact.reason(), entry.recordedAt()));
            // Danger that became known while somebody closed the report is for a person to look at again.
            report.raisedSince = fact.designation() == Designation.INFORMATIONAL && report.isP1();
            report.lookedAt(entry.recordedAt());
        });
    }

    /// Confirming and raising never lower. Who decided on a milder level than the report now has did not have before
    /// them what put it there: their word neither replaces what others said nor confirms what they have not seen.
    private void decided(Entry entry, ReportNumber number, Priority level) {
        on(entry, number, report -> {
            boolean outdated = report.rank != null && report.rank.level().stricterThan(level);
            if (!outdated) {
                report.word = report.word.confirmedAt(level);
            }
            report.lookedAt(entry.recordedAt());
            evaluate(entry, report, false);
        });
    }

    private void lowered(Entry entry, PriorityLowered fact) {
        on(entry, fact.report(), report -> {
            report.lookedAt(entry.recordedAt());
            report.word = report.word.loweredTo(
                    fact.to(), Set.copyOf(fact.inSpiteOf()), Ranking.holding(verdict(entry, report), fact.to()));
            // It was no confirmed P1 when it was lowered and became one since.
            boolean alone = report.isConfirmedP1() && !fact.secondPerson();
            evaluate(entry, report, !alone);
        });
    }

    /// Changes nothing about the report itself, only what it means for others.
    private void ended(Entry entry, OutcomeRecorded fact) {
        on(entry, fact.report(), report -> {
            report.outcome = fact.outcome();
            evaluateLinked(entry, report);
        });
    }

    private void evaluateLinked(Entry entry, Standing report) {
        List<Standing> linked = reports.linkedWith(report.filed.report());
        reports.load(linked.stream().map(other -> other.filed.report()).toList());
        linked.forEach(other -> evaluate(entry, other, false));
    }

    private void erased(Entry entry, RecordErased fact) {
        on(entry, TriageFollower.report(fact), report -> report.erase(entry.recordedAt()));
        made.add(new Made(entry, ErasureConfirmed.of(fact, TriageParty.MODULE)));
    }

    /// Nothing moves an erased report any more.
    private void on(Entry entry, ReportNumber number, java.util.function.Consumer<Standing> change) {
        reports.find(number).filter(report -> !report.erased()).ifPresent(report -> {
            change.accept(report);
            report.position = entry.position();
            reports.changed(report);
        });
    }

    private Verdict verdict(Entry entry, Standing report) {
        // Nothing is built on a report whose case ended as no crime, false or the like.
        List<Standing> linked = reports.linkedWith(report.filed.report()).stream()
                .filter(other -> other.outcome == null)
                .toList();
        int version = activations.inForceAt(entry.recordedAt());
        return Questions.naming(book.decide(version, Questions.vector(report, linked)), report, linked);
    }

    private void evaluate(Entry entry, Standing report, boolean byPerson) {
        if (report.erased()) {
            return;
        }
        Rank before = report.rank;
        boolean wasP1 = report.isP1();
        Rank next = rank(entry, report, byPerson);
        report.position = entry.position();
        reports.changed(report);
        report.place(next, deadlines, entry.recordedAt());
        say(entry, report, before, next);
        // What comes after its links, as a parked report does, counts for the others from here on.
        if (before == null || report.isP1() != wasP1) {
            evaluateLinked(entry, report);
        }
    }

    /// What is no longer readable cannot be decided again: a rebuild then takes what was decided at the time.
    private Rank rank(Entry entry, Standing report, boolean byPerson) {
        Rank before = report.rank;
        if (!report.readable && past.isKnown()) {
            Rank then = past.rank(entry, report.filed.report()).orElse(before);
            if (then != null) {
                return then;
            }
        }
        return Ranking.rank(before, verdict(entry, report), report.word, byPerson);
    }

    private void say(Entry entry, Standing report, @Nullable Rank before, Rank next) {
        ReportNumber number = report.filed.report();
        if (before == null || !before.saysTheSameAs(next)) {
            made.add(new Made(
                    entry,
                    new ReportPrioritised(
                            number, next.level(), next.confirmed(), next.tableVersion(), next.reasons())));
        }
        if (before != null && next.level().stricterThan(before.level())) {
            List<Code> news = next.reasons().stream()
                    .filter(reason -> !before.reasons().contains(reason))
                    .collect(Collectors.toUnmodifiableList());
            made.add(new Made(
                    entry, new ReportRaised(number, before.level(), next.level(), news, Neighbourhood.lifters(news))));
        }
        if (next.unconfirmedP1() && (before == null || !before.unconfirmedP1())) {
            pages.add(number);
        }
    }

    /// A fact with what it follows from.
    record Made(Entry cause, Fact fact) {}
}
