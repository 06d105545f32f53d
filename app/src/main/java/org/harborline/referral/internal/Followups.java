// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Reason;
import org.harborline.registry.Confidence;
import org.harborline.registry.Organisations;
import org.harborline.vault.Vault;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Sends what must follow a package: later reports that belong with it, and corrections of what no longer holds.
@Component
class Followups {

    private final DeliveryTable deliveries;
    private final StandingTable standings;
    private final Reports reports;
    private final Organisations organisations;
    private final Writing writing;
    private final Router router;
    private final Vault vault;

    Followups(
            DeliveryTable deliveries,
            StandingTable standings,
            @Lazy Reports reports,
            Organisations organisations,
            Writing writing,
            Router router,
            Vault vault) {
        this.deliveries = deliveries;
        this.standings = standings;
        this.reports = reports;
        this.organisations = organisations;
        this.writing = writing;
        this.router = router;
        this.vault = vault;
    }

    void supplement(DueSupplement due) {
        Delivery to = deliveries.find(due.delivery()).orElseThrow();
        var link = standings.links(List.of(due.report())).stream()
                .filter(one -> one.inEffect() && one.joins(due.report(), to.report()))
                .findFirst();
        if (link.isEmpty() || !holds(to) || !mayReceive(to) || erased(due.report())) {
            return;
        }
        Instant filed = reports.find(Actors.SYSTEM, due.report())
                .map(report -> Objects.requireNonNullElse(report.finishedAt(), report.openedAt()))
                .orElseThrow();
        var why = Reason.of(
                "later-report",
                due.report().toString(),
                filed.toString(),
                to.report().toString(),
                link.get().rule() + " " + link.get().ruleVersion());
        writing.supplement(
                Actors.SYSTEM,
                new Writing.Choice(due.report(), to.agency(), Confidence.FALLBACK, List.of(why)),
                to,
                due.urgent());
    }

    void correct(DueCorrection due) {
        Delivery of = deliveries.find(due.delivery()).orElseThrow();
        if (!mayReceive(of) || erased(of.report())) {
            return;
        }
        var why = Reason.of(
                "link-withdrawn",
                of.report().toString(),
                due.other().toString(),
                due.reason().value());
        writing.correction(
                Actors.SYSTEM,
                new Writing.Choice(of.report(), of.agency(), Confidence.FALLBACK, List.of(why)),
                of,
                due);
    }

    /// Erased between the fact and the job: there is nothing left to send.
    private boolean erased(ReportNumber report) {
        return !vault.erased(Actors.SYSTEM, List.of(report.asRecord())).isEmpty();
    }

    private static boolean holds(Delivery delivery) {
        return delivery.state().waitsForAgency() || delivery.state() == DeliveryState.ACCEPTED;
    }

    private boolean mayReceive(Delivery delivery) {
        return organisations.mayReceive(Actors.SYSTEM, delivery.agency(), router.today());
    }
}
