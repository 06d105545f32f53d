// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// Something in an earlier package no longer holds.
///
/// @param other the report to which the link was withdrawn or restored; the report itself when a person decided
/// otherwise about it or took a finding back
/// @param reason why it was withdrawn, or what was decided
@FactType("referral.correction-sent")
public record CorrectionSent(
        DeliveryId delivery, DeliveryId corrects, ReportNumber report, ReportNumber other, AgencyId agency, Code reason)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
