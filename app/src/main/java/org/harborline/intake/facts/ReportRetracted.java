// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A sender took an open report back. It was never filed.
@FactType("intake.report-retracted")
public record ReportRetracted(ReportNumber report, UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
