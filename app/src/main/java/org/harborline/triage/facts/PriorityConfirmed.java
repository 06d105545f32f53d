// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// A person confirmed that a report has this priority.
@FactType("triage.priority-confirmed")
public record PriorityConfirmed(ReportNumber report, Priority priority) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
