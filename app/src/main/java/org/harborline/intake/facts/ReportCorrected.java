// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The sender of a report filed a correction of it.
///
/// @param correction the report that corrects it
@FactType("intake.report-corrected")
public record ReportCorrected(ReportNumber report, UUID provider, ReportNumber correction) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
