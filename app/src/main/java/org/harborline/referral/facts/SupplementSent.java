// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// A report that belongs with a referred one goes to the same agency, or the referred one goes there again because
/// something is new about it.
///
/// @param report the report that is sent
/// @param concerns the referred report
/// @param urgent it must be acknowledged by itself
@FactType("referral.supplement-sent")
public record SupplementSent(
        DeliveryId delivery, ReportNumber report, ReportNumber concerns, AgencyId agency, boolean urgent)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
