// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;

/// A package was made, signed and sealed. It is never made again.
///
/// @param report whose content it holds
/// @param linked reports that it names as belonging together with that one; a link that is withdrawn later is corrected
/// @param position newest fact when it was made, as printed in it
@FactType("referral.package-made")
public record PackageMade(
        DeliveryId delivery,
        ReportNumber report,
        AgencyId agency,
        PackageKind kind,
        List<ReportNumber> linked,
        long position)
        implements Fact {

    public PackageMade {
        linked = List.copyOf(linked);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
