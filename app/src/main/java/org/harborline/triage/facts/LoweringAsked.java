// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// Somebody asked to lower a confirmed P1; it waits for a second person.
@FactType("triage.lowering-asked")
public record LoweringAsked(ReportNumber report, Priority from, Priority to, Code reason) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
