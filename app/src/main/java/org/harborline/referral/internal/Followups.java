// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.Held;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Reason;
import org.harborline.referral.ReferralProblem;
import org.harborline.registry.AgencyId;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends what must follow a package: later reports that belong with it, what is new about its own report, and
/// corrections of what no longer holds.
@Component
class Followups {

    private final DeliveryTable deliveries;
    private final RecipientTable recipients;
    private final StandingTable standings;
    private final LaterReports laterReports;
    private final Holds holds;
    private final Writing writing;
    private final Vault vault;

    Followups(
            DeliveryTable deliveries,
            RecipientTable recipients,
            StandingTable standings,
            LaterReports laterReports,
            Holds holds,
            Writing writing,
            Vault vault) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.standings = standings;
        this.laterReports = laterReports;
        this.holds = holds;
        this.writing = writing;
        this.vault = vault;
    }

    void supplement(DueSupplement due) {
        supplement(Actors.SYSTEM, due);
    }

    /// Sends a report as it is known now to every agency that has it, because a person says so.
    ///
    /// @param position newest position of the journal: asked twice before anything else happened, it is sent once
    void news(Actor actor, ReportNumber report, long position) {
        var bearers = new LinkedHashMap<AgencyId, Delivery>();
        deliveries.ofReport(report).stream()
                .filter(one -> one.kind() != PackageKind.CORRECTION && has(one))
                .sorted(Comparator.comparing((Delivery one) -> one.kind() != PackageKind.REFERRAL))
                .forEach(one -> bearers.putIfAbsent(one.agency(), one));
        if (bearers.isEmpty()) {
            throw new ProblemException(ReferralProblem.WRONG_STATE);
        }
        bearers.values()
                .forEach(one -> supplement(
                        actor, new DueSupplement(report, one.id(), DueSupplement.Occasion.BY_HAND, position)));
    }

    private void supplement(Actor actor, DueSupplement due) {
        Delivery to = deliveries.find(due.delivery()).orElseThrow();
        if (!has(to)
                || deliveries.chain(to).gaveBack(due.report())
                || erased(due.report())) {
            return;
        }
        var why = new ArrayList<Reason>();
        if (!due.report().equals(to.report())) {
            var link = standings.links(List.of(due.report())).stream()
                    .filter(one -> one.inEffect() && one.joins(due.report(), to.report()))
                    .findFirst();
            if (link.isEmpty()) {
                return;
            }
            var later = laterReports.why(due.report(), to.report());
            if (later.isEmpty()) {
                return;
            }
            why.add(later.get());
        }
        switch (due.occasion()) {
            case LATER_REPORT -> {}
            case DANGER_NOW -> why.add(Reason.of("danger-now", due.report().toString()));
            case BY_HAND -> why.add(Reason.of("sent-by-hand", due.report().toString()));
            case FINDING -> why.add(Reason.of("finding-recorded", due.report().toString()));
        }
        writing.supplement(actor, choice(due.report(), to, why), to, due, held(due.report(), to, due.kind()));
    }

    void correct(DueCorrection due) {
        Delivery of = deliveries.find(due.delivery()).orElseThrow();
        if (!has(of) || erased(of.report()) || overtaken(due, of.report())) {
            return;
        }
        Reason why = why(due, of.report());
        writing.correction(
                Actors.SYSTEM,
                choice(of.report(), of, List.of(why)),
                of,
                due,
                held(of.report(), of, PackageKind.CORRECTION));
    }

    /// Of a link that fell and came back only the end is told.
    private boolean overtaken(DueCorrection due, ReportNumber report) {
        boolean restored = due.reason().equals(DueCorrection.RESTORED);
        return !report.equals(due.other())
                && standings.links(List.of(report)).stream()
                        .anyMatch(link -> link.joins(report, due.other()) && link.inEffect() != restored);
    }

    private static Reason why(DueCorrection due, ReportNumber report) {
        String code = due.reason().value();
        if (report.equals(due.other())) {
            return Reason.of(code, report.toString());
        }
        return due.reason().equals(DueCorrection.RESTORED)
                ? Reason.of(code, report.toString(), due.other().toString())
                : Reason.of("link-withdrawn", report.toString(), due.other().toString(), code);
    }

    /// As sure of the place as the package that is followed.
    private Writing.Choice choice(ReportNumber report, Delivery followed, List<Reason> why) {
        return new Writing.Choice(
                report, followed.agency(), recipients.choice(followed.id()).confidence(), why);
    }

    /// Erased between the fact and the job: there is nothing left to send.
    private boolean erased(ReportNumber report) {
        return !vault.erased(Actors.SYSTEM, List.of(report.asRecord())).isEmpty();
    }

    private static boolean has(Delivery delivery) {
        return delivery.state().isWithAgency();
    }

    private @Nullable Held held(ReportNumber report, Delivery followed, PackageKind kind) {
        return holds.against(report, followed.agency(), kind, followed.report())
                .map(why -> holds.held(why, recipients.owner(followed.referral())))
                .orElse(null);
    }
}
