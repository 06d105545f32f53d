// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Designation;

/// A person designated a report, for the first time or again.
@FactType("triage.report-designated")
public record ReportDesignated(ReportNumber report, Designation designation, Code reason) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
