// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody sees to it that a report that was not referred in time is; the calling about it stops.
///
/// @param rounds how many calls had gone out about it
@FactType("triage.late-referral-acknowledged")
public record LateReferralAcknowledged(ReportNumber report, int rounds) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
