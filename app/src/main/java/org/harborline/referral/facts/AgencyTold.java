// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// A person told an agency of a correction in another way than by its pages.
@FactType("referral.agency-told")
public record AgencyTold(DeliveryId delivery, ReportNumber report, AgencyId agency) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
