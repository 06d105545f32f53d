// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// A second person declined to lower a confirmed P1; it stays as it is.
@FactType("triage.lowering-declined")
public record LoweringDeclined(ReportNumber report, Priority from, Priority to) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
