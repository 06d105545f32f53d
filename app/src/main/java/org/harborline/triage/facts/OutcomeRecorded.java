// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.triage.CaseOutcome;
import org.jspecify.annotations.Nullable;

/// It became known that nothing can be built on a report, or that this no longer holds.
///
/// @param outcome absent when it no longer holds
@FactType("triage.outcome-recorded")
public record OutcomeRecorded(ReportNumber report, @Nullable CaseOutcome outcome) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
