// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReturnReason;
import org.harborline.registry.AgencyId;
import org.springframework.stereotype.Component;

/// Who is owed what is new about a report that it has: an agency to which the report was referred, or that has it
/// because a link in effect leads to one that was. Once that link was cut the report is about somebody else for all the
/// agency can know, and nothing new of it goes there.
@Component
class Owed {

    private final DeliveryTable deliveries;
    private final StandingTable standings;

    Owed(DeliveryTable deliveries, StandingTable standings) {
        this.deliveries = deliveries;
        this.standings = standings;
    }

    /// Agencies that are owed what is new about the report, of all that ever got it: those to which it was
    /// referred or a link leads, but for those that gave it back. An agency that returned the linked report
    /// and kept this one is owed still. Three statements, however many agencies.
    ///
    /// @param all deliveries of the report
    Set<AgencyId> agencies(ReportNumber report, List<Delivery> all) {
        var owed = entitled(report, all);
        owed.removeIf(agency -> gaveBack(agency, all));
        return owed;
    }

    /// Whether an agency that has the report is owed what is new about it, for all it did with it since.
    boolean to(AgencyId agency, ReportNumber report) {
        return entitled(report, deliveries.ofReport(report)).contains(agency);
    }

    private Set<AgencyId> entitled(ReportNumber report, List<Delivery> all) {
        Stream<AgencyId> referred = all.stream()
                .filter(one -> one.kind() == PackageKind.REFERRAL && one.state().isWithAgency())
                .map(Delivery::agency);
        Stream<AgencyId> ledTo = standings.holdings(linked(report)).stream()
                .filter(holding -> holding.kind() == PackageKind.REFERRAL)
                .map(Holding::agency);
        return Stream.concat(referred, ledTo).collect(Collectors.toCollection(HashSet::new));
    }

    /// Whether the agency keeps a report with which this one is linked.
    ///
    /// @param without deliveries that do not count
    boolean leads(AgencyId agency, ReportNumber report, Collection<DeliveryId> without) {
        return standings.holdings(linked(report)).stream()
                .filter(holding -> holding.held() && !without.contains(holding.delivery()))
                .anyMatch(holding -> holding.kind() == PackageKind.REFERRAL
                        && holding.agency().equals(agency));
    }

    /// Whether the agency said of the report that it is not theirs, by whichever package, and nobody has referred it
    /// there again.
    boolean gaveBack(AgencyId agency, ReportNumber report) {
        return gaveBack(agency, deliveries.ofReport(report));
    }

    private static boolean gaveBack(AgencyId agency, List<Delivery> all) {
        boolean gaveBack = false;
        for (Delivery one : all) {
            if (one.agency().equals(agency)) {
                ReturnReason reason = one.returned();
                boolean there =
                        one.kind() == PackageKind.REFERRAL && one.state().isThereOrOnItsWay();
                gaveBack = !there && (gaveBack || (reason != null && Chain.isOfTheReport(one.kind(), reason)));
            }
        }
        return gaveBack;
    }

    /// Reports with which this one is linked now.
    List<ReportNumber> linked(ReportNumber report) {
        return standings.links(List.of(report)).stream()
                .filter(KnownLink::inEffect)
                .map(link -> link.otherThan(report))
                .toList();
    }
}
