// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A filed report was taken up after reports that its company filed later. It is listed at the place of this fact:
/// whoever read as far as those would never come by its own.
@FactType("intake.report-listed-late")
public record ReportListedLate(ReportNumber report, UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
