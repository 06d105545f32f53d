// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// An analyst took a finding back. [LinkWithdrawn] follows for each link that rested on it alone.
///
/// @param reason why, see [org.harborline.linking.WithdrawalReason]
@FactType("linking.finding-withdrawn")
public record FindingWithdrawn(UUID finding, ReportNumber report, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
