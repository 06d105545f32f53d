// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.triage.Designation;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.facts.FirstLookRecorded;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.SafeguardingChecked;
import org.springframework.stereotype.Component;

/// What people find when they look at a report: answers of the first look, the possible-child check, the designation.
@Component
class ReportDecisions {

    private final StandingTable standings;
    private final DecisionTable table;
    private final WorkLeases leases;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    ReportDecisions(
            StandingTable standings,
            DecisionTable table,
            WorkLeases leases,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        this.standings = standings;
        this.table = table;
        this.leases = leases;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    void recordFirstLook(Actor actor, RecordFirstLook command) {
        Set<Code> yes = codes(command.yes());
        Set<Code> no = codes(command.no());
        transactions.run(() -> {
            leases.claim(actor, command.report());
            table.insertFirstLook(Ids.next(), command.report(), yes, no, actor.id(), clock.instant());
            journal.record(actor, new FirstLookRecorded(command.report(), sorted(yes), sorted(no)));
        });
    }

    void checkSafeguarding(Actor actor, ReportNumber report, SafeguardingOutcome outcome) {
        transactions.run(() -> {
            leases.claim(actor, report);
            table.insertCheck(report, outcome, actor.id(), clock.instant());
            journal.record(actor, new SafeguardingChecked(report, outcome));
        });
    }

    void designate(Actor actor, ReportNumber report, DesignationReason reason) {
        transactions.run(() -> {
            leases.claim(actor, report);
            Standing standing = standings.find(List.of(report)).get(report);
            if (standing == null) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (standing.isP1() && reason.designation() == Designation.INFORMATIONAL) {
                throw new ProblemException(TriageProblem.LOWER_FIRST, report.value());
            }
            table.insertDesignation(report, reason, actor.id(), clock.instant());
            leases.finish(actor, report);
            journal.record(actor, new ReportDesignated(report, reason.designation(), reason.code()));
        });
    }

    private static Set<Code> codes(Set<FirstLookFact> facts) {
        return facts.stream().map(FirstLookFact::code).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Code> sorted(Set<Code> codes) {
        return codes.stream()
                .sorted(java.util.Comparator.comparing(Code::value))
                .toList();
    }
}
