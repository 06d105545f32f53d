// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.triage.LowerPriority;
import org.harborline.triage.Lowering;
import org.harborline.triage.LoweringAnswer;
import org.harborline.triage.Priority;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.facts.LoweringAsked;
import org.harborline.triage.facts.LoweringDeclined;
import org.harborline.triage.facts.PriorityConfirmed;
import org.harborline.triage.facts.PriorityLowered;
import org.harborline.triage.facts.PriorityRaised;
import org.springframework.stereotype.Component;

/// What people decide about a level: anyone on the worklist may raise at once and lower with a reason, and nobody alone
/// lowers a confirmed P1 (TRI-04).
@Component
class PriorityDecisions {

    private final StandingTable standings;
    private final LoweringTable lowerings;
    private final WorkLeases leases;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    PriorityDecisions(
            StandingTable standings,
            LoweringTable lowerings,
            WorkLeases leases,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        this.standings = standings;
        this.lowerings = lowerings;
        this.leases = leases;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    void confirm(Actor actor, ReportNumber report) {
        transactions.run(() -> {
            leases.claim(actor, report);
            journal.record(actor, new PriorityConfirmed(report, rank(report).level()));
        });
    }

    void raise(Actor actor, ReportNumber report, Priority to) {
        transactions.run(() -> {
            leases.claim(actor, report);
            Priority from = rank(report).level();
            if (!to.stricterThan(from)) {
                throw new ProblemException(TriageProblem.LEVEL_DOES_NOT_MOVE);
            }
            journal.record(actor, new PriorityRaised(report, from, to));
        });
    }

    LoweringAnswer lower(Actor actor, LowerPriority command) {
        return transactions.write(() -> {
            leases.claim(actor, command.report());
            Rank rank = rank(command.report());
            if (!rank.level().stricterThan(command.to())) {
                throw new ProblemException(TriageProblem.LEVEL_DOES_NOT_MOVE);
            }
            requireSeen(rank, command.seen());
            boolean alone = rank.level() != Priority.P1 || !rank.confirmed();
            Lowering lowering =
                    lowering(actor, command, rank.level(), alone ? Lowering.State.DONE : Lowering.State.WAITING);
            if (!lowerings.insert(lowering)) {
                throw new ProblemException(
                        TriageProblem.LOWERING_WAITS, command.report().value());
            }
            return alone ? lowered(actor, lowering) : asked(actor, lowering);
        });
    }

    private Lowering lowering(Actor actor, LowerPriority command, Priority from, Lowering.State state) {
        return new Lowering(
                Ids.next(),
                command.report(),
                from,
                command.to(),
                command.reason(),
                command.seen(),
                state,
                actor.id(),
                clock.instant(),
                null,
                null);
    }

    private LoweringAnswer lowered(Actor actor, Lowering done) {
        record(actor, done, false);
        return new LoweringAnswer.Lowered();
    }

    private LoweringAnswer asked(Actor actor, Lowering asked) {
        journal.record(
                actor,
                new LoweringAsked(
                        asked.report(), asked.from(), asked.to(), asked.reason().code()));
        return new LoweringAnswer.NeedsSecondPerson(asked.id());
    }

    /// The second person answers. Asking again is possible after a refusal; agreeing with oneself never, nor agreeing
    /// to
    /// what was asked before a further reason became known.
    void answer(Actor actor, UUID id, boolean agreed) {
        transactions.run(() -> {
            Lowering asked = lowerings.find(id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            if (asked.askedBy().equals(actor.id())) {
                throw new ProblemException(TriageProblem.SECOND_PERSON_NEEDED);
            }
            if (agreed) {
                requireSeen(rank(asked.report()), asked.inSpiteOf());
            }
            Lowering.State state = agreed ? Lowering.State.AGREED : Lowering.State.DECLINED;
            Lowering answered = lowerings
                    .answer(id, state, actor.id(), clock.instant())
                    .orElseThrow(() -> new ProblemException(PlatformProblem.CHANGED_MEANWHILE));
            if (agreed) {
                record(actor, answered, true);
            } else {
                journal.record(actor, new LoweringDeclined(answered.report(), answered.from(), answered.to()));
            }
        });
    }

    /// Nobody lowers in spite of what they have not seen. What is recorded and not worked in yet escapes this; the
    /// follower then lets it count.
    private static void requireSeen(Rank rank, Set<Code> seen) {
        if (!seen.containsAll(rank.reasons())) {
            throw new ProblemException(TriageProblem.REASONS_CHANGED);
        }
    }

    private void record(Actor actor, Lowering lowering, boolean secondPerson) {
        journal.record(
                actor,
                new PriorityLowered(
                        lowering.report(),
                        lowering.from(),
                        lowering.to(),
                        lowering.reason().code(),
                        lowering.inSpiteOf().stream()
                                .sorted(Comparator.comparing(Code::value))
                                .toList(),
                        Code.of(lowering.askedBy()),
                        secondPerson));
    }

    private Rank rank(ReportNumber report) {
        Standing standing = standings.find(List.of(report)).get(report);
        if (standing == null || standing.rank == null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return standing.rank;
    }
}
