// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportExpired;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Ends reports that were opened and not finished: at the later of 24 hours after opening and one hour after the last
/// change. What was received goes, and so do its keys. Runs every minute, a few hundred reports a transaction, until
/// none is due; a run that fails is repeated a minute later.
@Component
class ExpireReports {

    static final Duration OPEN_AT_MOST = Duration.ofHours(24);
    static final Duration UNCHANGED_AT_MOST = Duration.ofHours(1);

    private static final Actor SELF = Actor.system("expire-reports");
    static final int AT_ONCE = 200;

    private final ReportTable reports;
    private final Refusals refusals;
    private final Vault vault;
    private final Writing writing;

    ExpireReports(ReportTable reports, Refusals refusals, Vault vault, Writing writing) {
        this.reports = reports;
        this.refusals = refusals;
        this.vault = vault;
        this.writing = writing;
    }

    /// When an open report ends if its sender does nothing more.
    static Instant expiry(Instant openedAt, Instant changedAt) {
        Instant byOpening = openedAt.plus(OPEN_AT_MOST);
        Instant byChange = changedAt.plus(UNCHANGED_AT_MOST);
        return byOpening.isAfter(byChange) ? byOpening : byChange;
    }

    void run() {
        end(false);
    }

    /// Ends only those whose senders asked for high priority: few, even where many are due after a long stop.
    void escalated() {
        end(true);
    }

    private void end(boolean escalatedOnly) {
        ReportTable.Due last = ReportTable.Due.FIRST;
        List<ReportTable.Due> seen;
        do {
            ReportTable.Due after = last;
            seen = writing.transactions().write(() -> some(escalatedOnly, after));
            last = seen.isEmpty() ? after : seen.getLast();
        } while (seen.size() == AT_ONCE);
    }

    private List<ReportTable.Due> some(boolean escalatedOnly, ReportTable.Due after) {
        Instant now = writing.clock().instant();
        List<ReportTable.Due> due =
                reports.due(now.minus(OPEN_AT_MOST), now.minus(UNCHANGED_AT_MOST), escalatedOnly, after, AT_ONCE);
        List<ReportNumber> over = unheld(due);
        if (!over.isEmpty()) {
            end(over, now);
        }
        return due;
    }

    /// A hold wins over the clock.
    private List<ReportNumber> unheld(List<ReportTable.Due> due) {
        Set<RecordRef> held = vault.held(
                SELF, due.stream().map(one -> one.report().asRecord()).toList());
        return due.stream()
                .map(ReportTable.Due::report)
                .filter(number -> !held.contains(number.asRecord()))
                .toList();
    }

    private void end(List<ReportNumber> over, Instant now) {
        List<ReportTable.Ended> ended = reports.expire(over, now);
        reports.drop(over);
        vault.destroy(SELF, over.stream().map(ReportNumber::asRecord).toList());
        writing.journal()
                .recordAll(
                        SELF,
                        ended.stream()
                                .map(report ->
                                        new ReportExpired(report.number(), report.provider(), report.escalated()))
                                .toList());
        ended.stream().filter(ReportTable.Ended::escalated).forEach(report -> refusals.expired(report, now));
    }
}
