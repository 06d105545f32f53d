// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.registry.AgencyId;

/// Somebody opened or fetched a package.
///
/// @param file the signed file was fetched, not only the page opened
@FactType("referral.package-read")
public record PackageRead(DeliveryId delivery, ReportNumber report, AgencyId agency, boolean file) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
