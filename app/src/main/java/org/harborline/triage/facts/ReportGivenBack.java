// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A report went back to the worklist. Why is nobody's business and is not recorded.
@FactType("triage.report-given-back")
public record ReportGivenBack(ReportNumber report) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
