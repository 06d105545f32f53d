// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// Nothing stands in the way of a held package any more; it is being made.
@FactType("referral.package-released")
public record PackageReleased(DeliveryId delivery, ReportNumber report, AgencyId agency) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
