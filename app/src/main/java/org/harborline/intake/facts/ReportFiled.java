// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A sender finished a report. From here on it may not be lost.
@FactType("intake.report-filed")
public record ReportFiled(
        ReportNumber report,
        UUID provider,
        IncidentType incidentType,
        boolean escalated,
        boolean batched,
        Instant filedAt)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
