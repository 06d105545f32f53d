// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.ReturnReason;
import org.harborline.registry.AgencyId;

/// The agency says that the package is not for it.
@FactType("referral.package-returned")
public record PackageReturned(DeliveryId delivery, ReportNumber report, AgencyId agency, ReturnReason reason)
        implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
