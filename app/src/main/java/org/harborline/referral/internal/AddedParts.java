// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Finding;
import org.harborline.linking.Link;
import org.harborline.linking.Links;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageDocument.FindingPart;
import org.harborline.referral.PackageDocument.LinkedReport;
import org.harborline.referral.PackageKind;
import org.springframework.stereotype.Component;

/// What the clearinghouse adds to a received report in a package: findings and links. An agency that is owed nothing
/// new about the report, and is only told what no longer holds, gets of these what it was told before and still holds.
@Component
class AddedParts {

    private final Links links;
    private final StandingTable standings;
    private final Owed owed;

    AddedParts(Links links, StandingTable standings, Owed owed) {
        this.links = links;
        this.standings = standings;
        this.owed = owed;
    }

    record Added(List<FindingPart> findings, List<LinkedReport> linked) {

        Added {
            findings = List.copyOf(findings);
            linked = List.copyOf(linked);
        }
    }

    Added of(Delivery delivery) {
        ReportNumber report = delivery.report();
        List<Finding> findings =
                links.openFindings(Actors.SYSTEM, List.of(report)).getOrDefault(report, List.of());
        List<Link> linked = links.linksOf(Actors.SYSTEM, List.of(report)).getOrDefault(report, List.of());
        if (delivery.kind() != PackageKind.REFERRAL && !owed.to(delivery.agency(), report)) {
            var told = new Told(delivery, standings.holdings(List.of(report)));
            findings = findings.stream()
                    .filter(one -> told.findings.contains(one.id()))
                    .toList();
            linked = linked.stream()
                    .filter(one -> told.linked.contains(one.pair().otherThan(report)))
                    .toList();
        }
        return new Added(parts(findings), parts(report, linked));
    }

    private static List<FindingPart> parts(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> FindingParts.of(finding).stream())
                .toList();
    }

    private static List<LinkedReport> parts(ReportNumber report, List<Link> linked) {
        return linked.stream()
                .flatMap(link -> LinkedParts.of(report, link).stream())
                .sorted(Comparator.comparingLong(LinkedReport::report))
                .toList();
    }

    /// What an agency was told of a report before.
    private static final class Told {
        private final Set<UUID> findings = new HashSet<>();
        private final Set<ReportNumber> linked = new HashSet<>();

        Told(Delivery delivery, List<Holding> holdings) {
            holdings.stream()
                    .filter(one -> one.agency().equals(delivery.agency()))
                    .forEach(one -> {
                        findings.addAll(one.findings());
                        linked.addAll(one.linked());
                    });
            if (delivery.concerns() != null) {
                linked.add(delivery.concerns());
            }
        }
    }
}
