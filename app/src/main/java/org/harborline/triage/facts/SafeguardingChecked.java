// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.triage.SafeguardingOutcome;

/// A person checked whether somebody reported may be a child or a victim.
@FactType("triage.safeguarding-checked")
public record SafeguardingChecked(ReportNumber report, SafeguardingOutcome outcome) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
