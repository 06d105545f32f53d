// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// The agency has the package and takes it on.
///
/// @param late it was overdue
@FactType("referral.package-acknowledged")
public record PackageAcknowledged(DeliveryId delivery, ReportNumber report, AgencyId agency, boolean late)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
