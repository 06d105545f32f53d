// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody took a report to work on it.
///
/// @param until when the lease ends unless it is kept alive
@FactType("triage.report-taken")
public record ReportTaken(ReportNumber report, Instant until) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
