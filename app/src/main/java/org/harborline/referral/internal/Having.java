// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralProblem;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Organisations;
import org.springframework.stereotype.Component;

/// Agencies that have a report, or are about to get it, and hear what is new about it. Who has it only through a link
/// that was cut hears nothing any more, so it may be referred there.
@Component
class Having {

    private final DeliveryTable deliveries;
    private final Owed owed;
    private final Organisations organisations;

    Having(DeliveryTable deliveries, Owed owed, Organisations organisations) {
        this.deliveries = deliveries;
        this.owed = owed;
        this.organisations = organisations;
    }

    Set<AgencyId> of(ReportNumber report) {
        List<Delivery> all = deliveries.ofReport(report);
        Set<AgencyId> owing = owed.agencies(report, all);
        return all.stream()
                .filter(one ->
                        one.kind() != PackageKind.CORRECTION && one.state().isThereOrOnItsWay())
                .filter(one -> one.kind() == PackageKind.REFERRAL || owing.contains(one.agency()))
                .map(Delivery::agency)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Refuses to refer a report to an agency that has it, and says to which.
    void refuse(ReportNumber report, Collection<AgencyId> agencies) {
        var having = new HashSet<>(of(report));
        having.retainAll(agencies);
        if (!having.isEmpty()) {
            throw new ProblemException(
                    ReferralProblem.ALREADY_REFERRED,
                    organisations.findAgencies(Actors.SYSTEM, having).values().stream()
                            .map(Agency::name)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }
}
