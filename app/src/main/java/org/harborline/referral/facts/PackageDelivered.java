// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;

/// A package is on the pages of its agency.
///
/// @param concerns the other report of a supplement or correction
/// @param findings by their ids, those that it prints
/// @param dueAt until when it is to be acknowledged
/// @param chosenAt newest position of the journal when it was decided
/// @param madeAt newest position of the journal when it was made; what was found out later is not in it
/// @param checked outcome of the check for a possible child or victim that it prints; absent when it prints none
@FactType("referral.package-delivered")
public record PackageDelivered(
        DeliveryId delivery,
        ReportNumber report,
        AgencyId agency,
        PackageKind kind,
        @Nullable ReportNumber concerns,
        List<ReportNumber> linked,
        List<UUID> findings,
        Instant dueAt,
        long chosenAt,
        long madeAt,
        @Nullable SafeguardingOutcome checked)
        implements Fact {

    public PackageDelivered {
        linked = List.copyOf(linked);
        findings = List.copyOf(findings);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
