// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.linking.Links;
import org.harborline.referral.Reason;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Why a later report follows a package, by what links the two when it is said.
@Component
class LaterReports {

    private final Reports reports;
    private final Links links;

    LaterReports(@Lazy Reports reports, Links links) {
        this.reports = reports;
        this.links = links;
    }

    /// Nothing where no reason holds any more: the withdrawal is on its way to this module.
    Optional<Reason> why(ReportNumber later, ReportNumber known) {
        return links.linksOf(Actors.SYSTEM, List.of(later)).getOrDefault(later, List.of()).stream()
                .filter(link -> link.pair().otherThan(later).equals(known))
                .flatMap(link -> LinkedParts.rule(link).stream())
                .findFirst()
                .map(rule -> Reason.of("later-report", later.toString(), filed(later), known.toString(), rule));
    }

    private String filed(ReportNumber report) {
        return reports.find(Actors.SYSTEM, report)
                .map(found -> Objects.requireNonNullElse(found.finishedAt(), found.openedAt()))
                .orElseThrow()
                .toString();
    }
}
