// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import java.time.Instant;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// A package is on the pages of its agency.
///
/// @param concerns the other report of a supplement or correction
/// @param dueAt until when it is to be acknowledged
@FactType("referral.package-delivered")
public record PackageDelivered(
        DeliveryId delivery,
        ReportNumber report,
        AgencyId agency,
        PackageKind kind,
        @Nullable ReportNumber concerns,
        List<ReportNumber> linked,
        Instant dueAt)
        implements Fact {

    public PackageDelivered {
        linked = List.copyOf(linked);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
