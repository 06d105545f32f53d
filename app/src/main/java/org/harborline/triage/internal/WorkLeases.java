// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.triage.Lease;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.facts.ReportGivenBack;
import org.harborline.triage.facts.ReportTaken;
import org.harborline.vault.VaultProblem;
import org.springframework.stereotype.Component;

/// Who holds which report. A lease ends by itself when its holder shows no sign of life, so no crash keeps a report.
@Component
class WorkLeases {

    /// Each miss means that somebody else just got a report; more misses than this mean a very short list.
    private static final int TRIES = 5;

    private final LeaseTable leases;
    private final StandingTable standings;
    private final Alarms alarms;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final TriageSettings settings;

    WorkLeases(
            LeaseTable leases,
            StandingTable standings,
            Alarms alarms,
            Journal journal,
            Transactions transactions,
            Clock clock,
            TriageSettings settings) {
        this.leases = leases;
        this.standings = standings;
        this.alarms = alarms;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    Optional<ReportNumber> takeNext(Actor actor) {
        for (int i = 0; i < TRIES; i++) {
            Optional<ReportNumber> taken = transactions.write(() -> {
                Instant now = clock.instant();
                Instant until = now.plus(settings.lease());
                Optional<ReportNumber> next = leases.takeNext(actor.id(), now, until);
                next.ifPresent(report -> {
                    alarms.seenBy(actor, report, now);
                    journal.record(actor, new ReportTaken(report, until));
                });
                return next;
            });
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /// Takes a report that is free or already the actor's; refuses one that somebody else holds.
    Lease claim(Actor actor, ReportNumber report) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            Instant until = now.plus(settings.lease());
            Standing standing = standings.find(List.of(report)).get(report);
            if (standing == null) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (standing.erased()) {
                throw new ProblemException(VaultProblem.RECORD_ERASED);
            }
            Lease lease = leases.take(report, actor.id(), now, until)
                    .orElseThrow(() -> new ProblemException(TriageProblem.LEASED_BY_ANOTHER, report.value()));
            alarms.seenBy(actor, report, now);
            if (lease.takenAt().equals(now)) {
                journal.record(actor, new ReportTaken(report, until));
            }
            return lease;
        });
    }

    boolean keep(Actor actor, ReportNumber report) {
        Instant now = clock.instant();
        return leases.keep(report, actor.id(), now, now.plus(settings.lease()));
    }

    void giveBack(Actor actor, ReportNumber report) {
        transactions.run(() -> {
            if (leases.release(report, actor.id())) {
                alarms.letGo(report, clock.instant());
                journal.record(actor, new ReportGivenBack(report));
            }
        });
    }

    void pause(Actor actor) {
        transactions.run(() -> {
            List<ReportNumber> released = leases.releaseAll(actor.id());
            released.forEach(report -> alarms.letGo(report, clock.instant()));
            journal.recordAll(actor, released.stream().map(ReportGivenBack::new).toList());
        });
    }

    /// The work is done: the report leaves its holder without going back to the list.
    void finish(Actor actor, ReportNumber report) {
        leases.release(report, actor.id());
    }
}
