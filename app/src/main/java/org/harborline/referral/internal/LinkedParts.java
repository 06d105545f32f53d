// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.Tier;
import org.harborline.referral.PackageDocument.LinkedReport;

/// Says on what a link rests. Withdrawn reasons stay with a link for people who look into it; nothing that leaves the
/// clearinghouse may rest on them.
final class LinkedParts {

    private LinkedParts() {}

    static Optional<LinkedReport> of(ReportNumber report, Link link) {
        List<LinkReason> reasons = holding(link);
        return reasons.stream()
                .findFirst()
                .map(strongest -> new LinkedReport(
                        link.pair().otherThan(report).value(),
                        link.pair().newer() + "-" + link.pair().older(),
                        rule(strongest),
                        strongest.tier().name(),
                        reasons.stream()
                                .filter(reason -> reason.tier() != Tier.CONFIRMED)
                                .map(reason -> reason.kind().name())
                                .distinct()
                                .toList()));
    }

    /// The rule of the strongest reason that holds; nothing of a link that is not in effect.
    static Optional<String> rule(Link link) {
        return holding(link).stream().findFirst().map(LinkedParts::rule);
    }

    private static List<LinkReason> holding(Link link) {
        return link.inEffect()
                ? link.reasons().stream()
                        .filter(reason -> reason.lost() == null)
                        .toList()
                : List.of();
    }

    private static String rule(LinkReason reason) {
        return reason.rule() + " " + reason.ruleVersion();
    }
}
