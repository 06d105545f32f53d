// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Finding;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Candidate;
import org.harborline.registry.Location;
import org.harborline.registry.Place;

/// All that routing looks at.
///
/// @param located where the operator's map says the report's addresses are
/// @param registry how places are spelled and who covers one on the day
/// @param returnedBy agencies that returned this report
/// @param having agencies that have this report or are about to get it
/// @param holders agencies that hold a report linked with this one, with that report
/// @param detail how much the sentences say
record RoutingFacts(
        ReceivedReport report,
        List<Finding> findings,
        Map<String, Location> located,
        Registry registry,
        LocalDate day,
        Set<AgencyId> returnedBy,
        Set<AgencyId> having,
        Map<AgencyId, ReportNumber> holders,
        Detail detail) {

    RoutingFacts {
        findings = List.copyOf(findings);
        located = Map.copyOf(located);
        returnedBy = Set.copyOf(returnedBy);
        having = Set.copyOf(having);
        holders = Map.copyOf(holders);
    }

    /// What the registry says about a place.
    interface Registry {
        List<Candidate> covering(Place place, LocalDate day);

        /// The place in the registry's own spelling.
        Place canonical(Place place);
    }
}
