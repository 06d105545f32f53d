// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// A person raised a priority, which needs nobody else. [ReportRaised] follows.
@FactType("triage.priority-raised")
public record PriorityRaised(ReportNumber report, Priority from, Priority to) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
