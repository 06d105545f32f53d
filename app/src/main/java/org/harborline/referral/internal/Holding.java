// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// A package that an agency has.
///
/// @param concerns the referred report that a supplement belongs to
/// @param linked reports that the package names as belonging together with its own
/// @param findings ids of the findings that the package prints
/// @param held false once the agency returned it or the report was erased
record Holding(
        DeliveryId delivery,
        ReportNumber report,
        AgencyId agency,
        PackageKind kind,
        @Nullable ReportNumber concerns,
        Set<ReportNumber> linked,
        Set<UUID> findings,
        boolean held) {

    Holding {
        linked = Set.copyOf(linked);
        findings = Set.copyOf(findings);
    }

    /// Whether what the package says rests on that link. A correction about a link does not: it says that the link fell
    /// or came back, and rests on it only where it prints it.
    boolean restsOn(ReportNumber one, ReportNumber other) {
        return (report.equals(one) && names(other)) || (report.equals(other) && names(one));
    }

    private boolean names(ReportNumber other) {
        return linked.contains(other) || (kind != PackageKind.CORRECTION && other.equals(concerns));
    }

    Holding over() {
        return new Holding(delivery, report, agency, kind, concerns, linked, findings, false);
    }
}
