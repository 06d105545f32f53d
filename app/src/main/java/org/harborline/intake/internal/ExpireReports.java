// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportExpired;
import org.harborline.platform.Actor;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Ends reports that were opened and not finished: at the later of 24 hours after opening and one hour after the last
/// change. What was received goes, and so do its keys. Runs every minute, a few hundred reports a transaction, until
/// none is due; a run that fails is repeated a
/// minute later.
@Component
class ExpireReports {

    static final Duration OPEN_AT_MOST = Duration.ofHours(24);
    static final Duration UNCHANGED_AT_MOST = Duration.ofHours(1);

    private static final Actor SELF = Actor.system("expire-reports");
    private static final int AT_ONCE = 200;

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

    void run() {
        int ended;
        do {
            ended = writing.transactions().write(this::some);
        } while (ended == AT_ONCE);
    }

    private int some() {
        Instant now = writing.clock().instant();
        List<ReportTable.Ended> due =
                reports.expire(now.minus(OPEN_AT_MOST), now.minus(UNCHANGED_AT_MOST), now, held(), AT_ONCE);
        if (!due.isEmpty()) {
            vault.destroy(
                    SELF, due.stream().map(report -> report.number().asRecord()).toList());
            writing.journal()
                    .recordAll(
                            SELF,
                            due.stream()
                                    .map(report ->
                                            new ReportExpired(report.number(), report.provider(), report.escalated()))
                                    .toList());
            due.stream().filter(ReportTable.Ended::escalated).forEach(report -> refusals.expired(report, now));
        }
        return due.size();
    }

    /// A hold wins over the clock.
    private List<ReportNumber> held() {
        return vault.held(SELF, "report").stream()
                .map(record -> new ReportNumber(Long.parseLong(record.id())))
                .toList();
    }
}
