// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Warns of escalated reports that were opened and are not finished soon, while their sender can still finish them.
/// Each once: that it was said is written on the report, in the transaction that lists it and enqueues the mail. Runs
/// every minute, a few hundred reports a transaction; a run that fails is repeated a minute later. What is due to
/// expire is left to [ExpireReports], which tells of it too.
@Component
class WarnOfUnfinished {

    static final int AT_ONCE = 200;

    private final ReportTable reports;
    private final Refusals refusals;
    private final Writing writing;
    private final WarnSettings settings;

    WarnOfUnfinished(ReportTable reports, Refusals refusals, Writing writing, WarnSettings settings) {
        this.reports = reports;
        this.refusals = refusals;
        this.writing = writing;
        this.settings = settings;
    }

    void run() {
        int seen;
        do {
            seen = writing.transactions().write(this::some);
        } while (seen == AT_ONCE);
    }

    private int some() {
        Instant now = writing.clock().instant();
        List<ReportTable.Late> late = reports.warn(
                now.minus(settings.unfinishedAfter()),
                now.minus(ExpireReports.OPEN_AT_MOST),
                now.minus(ExpireReports.UNCHANGED_AT_MOST),
                now,
                AT_ONCE);
        late.forEach(report -> refusals.unfinished(report, now));
        return late.size();
    }
}
