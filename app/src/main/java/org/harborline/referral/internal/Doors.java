// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.linking.Links;
import org.harborline.linking.WithdrawalReason;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.referral.Delivery;
import org.springframework.stereotype.Component;

/// Whether a correction takes back what may send somebody to a door. A withdrawn link takes the person of a
/// report away that the agency has; a withdrawn finding an identifier or a place that a package printed. A fact
/// does not, nor does what stands elsewhere too, nor a link that fell because its report was erased.
@Component
class Doors {

    private final StandingTable standings;
    private final Links links;

    Doors(StandingTable standings, Links links) {
        this.standings = standings;
        this.links = links;
    }

    boolean closes(DueCorrection due, Delivery corrected) {
        ReportNumber report = corrected.report();
        if (report.equals(due.other())) {
            return due.reason().equals(DueCorrection.FINDING) && printedWhatWasWithdrawn(corrected);
        }
        boolean fell =
                !due.reason().equals(DueCorrection.RESTORED) && !due.reason().equals(LinkWithdrawn.ERASED);
        return fell && has(corrected, due.other());
    }

    private boolean has(Delivery corrected, ReportNumber other) {
        return standings.holdings(List.of(other)).stream()
                .anyMatch(one -> one.held() && one.agency().equals(corrected.agency()));
    }

    private boolean printedWhatWasWithdrawn(Delivery corrected) {
        ReportNumber report = corrected.report();
        Set<UUID> printed = standings.holdings(List.of(report)).stream()
                .filter(one -> one.delivery().equals(corrected.id()))
                .findFirst()
                .map(Holding::findings)
                .orElse(Set.of());
        return links.findingsOf(Actors.SYSTEM, List.of(report)).getOrDefault(report, List.of()).stream()
                .filter(one -> printed.contains(one.id()))
                .anyMatch(Doors::tookAPlaceBack);
    }

    private static boolean tookAPlaceBack(Finding finding) {
        Finding.Withdrawal withdrawal = finding.withdrawal();
        return finding.kind() != FindingKind.FACT
                && withdrawal != null
                && withdrawal.reason() != WithdrawalReason.DUPLICATE;
    }
}
