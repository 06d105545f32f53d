// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Feedback;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// An agency said what became of a referral, in published codes. Absent is what it did not answer.
@FactType("referral.feedback-given")
public record FeedbackGiven(
        DeliveryId delivery,
        ReportNumber report,
        AgencyId agency,
        Feedback.Status status,
        @Nullable Boolean childIdentified,
        @Nullable Integer additionalVictims,
        Feedback.@Nullable ClosedReason closedReason,
        @Nullable Boolean selfProduction,
        @Nullable Boolean useful,
        Feedback.@Nullable NotUseful notUseful)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
