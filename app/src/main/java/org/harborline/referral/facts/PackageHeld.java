// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// A package was decided and does not go out yet.
///
/// @param why what stands in the way
@FactType("referral.package-held")
public record PackageHeld(DeliveryId delivery, ReportNumber report, AgencyId agency, Code why) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
