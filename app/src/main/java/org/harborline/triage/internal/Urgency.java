// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.triage.Lease;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a report is still one about which people are paged, and who has it.
@Component
class Urgency {

    private static final Actor SELF = Actor.system("triage");

    private final StandingTable standings;
    private final DecisionTable decisions;
    private final LeaseTable leases;
    private final Reports reports;

    Urgency(StandingTable standings, DecisionTable decisions, LeaseTable leases, Reports reports) {
        this.reports = reports;
        this.standings = standings;
        this.decisions = decisions;
        this.leases = leases;
    }

    State of(ReportNumber report, Instant now) {
        Standing standing = standings.find(List.of(report)).get(report);
        if (standing == null || standing.rank == null || standing.firstLookDueAt == null) {
            return new State(false, false, now, null, false);
        }
        Lease lease = leases.find(List.of(report), now).get(report);
        return new State(
                standing.rank.unconfirmedP1() && !standing.erased() && !decisions.isDesignated(report),
                standing.firstLookAt != null,
                standing.firstLookDueAt,
                lease == null ? null : lease.holder(),
                standing.filed.saidByPublic() && !takenDown(report));
    }

    /// Whether staff wrote it down during a call: nobody floods the rota with calls.
    private boolean takenDown(ReportNumber report) {
        return reports.find(SELF, report)
                .filter(one -> one.source() == ReportSource.TELEPHONE)
                .isPresent();
    }

    /// What counts for paging.
    ///
    /// @param unconfirmed a P1 on the sender's word alone, neither designated nor erased
    /// @param lookedAt whether somebody took the first look
    /// @param endsAt when the clock to the first look ends
    /// @param holder absent when nobody has it
    /// @param byPublic on the word of somebody who is no company
    record State(
            boolean unconfirmed,
            boolean lookedAt,
            Instant endsAt,
            @Nullable String holder,
            boolean byPublic) {}
}
