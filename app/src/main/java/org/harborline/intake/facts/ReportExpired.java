// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// An open report was not finished in time. It was never filed.
///
/// @param escalated the sender had given a reason for escalation; the sender's contact is told
@FactType("intake.report-expired")
public record ReportExpired(ReportNumber report, UUID provider, boolean escalated) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
