// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Reason;
import org.harborline.referral.ReferralProblem;
import org.harborline.registry.AgencyId;
import org.springframework.stereotype.Component;

/// Sends what must follow a package: later reports that belong with it, what is new about its own report, and
/// corrections of what no longer holds.
@Component
class Followups {

    private final DeliveryTable deliveries;
    private final StandingTable standings;
    private final Owed owed;
    private final LaterReports laterReports;
    private final Sending sending;

    Followups(
            DeliveryTable deliveries, StandingTable standings, Owed owed, LaterReports laterReports, Sending sending) {
        this.deliveries = deliveries;
        this.standings = standings;
        this.owed = owed;
        this.laterReports = laterReports;
        this.sending = sending;
    }

    void supplement(DueSupplement due) {
        supplement(Actors.SYSTEM, due);
    }

    /// Sends a report as it is known now to every agency that has it and is owed what is new, because a person says so.
    ///
    /// @param position newest position of the journal: asked twice before anything else happened, it is sent once
    void news(Actor actor, ReportNumber report, long position) {
        var bearers = new LinkedHashMap<AgencyId, Delivery>();
        List<Delivery> all = deliveries.ofReport(report);
        Set<AgencyId> owing = owed.agencies(report, all);
        all.stream()
                .filter(one -> one.kind() != PackageKind.CORRECTION && has(one) && owing.contains(one.agency()))
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
        if (!has(to) || owed.gaveBack(to.agency(), due.report()) || sending.erased(due.report())) {
            return;
        }
        Standing standing = standings.standing(due.report());
        if (due.urgent() && !standing.urgent()) {
            // lowered meanwhile: it follows as any other report does
            return;
        }
        belonging(due, to).ifPresent(why -> {
            occasion(due, standing).ifPresent(why::add);
            sending.supplement(actor, due, to, why);
        });
    }

    /// Why the report belongs with what the agency has; nothing where it belongs there no more.
    private Optional<List<Reason>> belonging(DueSupplement due, Delivery to) {
        if (due.report().equals(to.report())) {
            return owed.to(to.agency(), to.report()) ? Optional.of(new ArrayList<>()) : Optional.empty();
        }
        return owed.linked(due.report()).contains(to.report())
                ? laterReports.why(due.report(), to.report()).map(why -> new ArrayList<>(List.of(why)))
                : Optional.empty();
    }

    private static Optional<Reason> occasion(DueSupplement due, Standing standing) {
        String report = due.report().toString();
        return switch (due.occasion()) {
            case LATER_REPORT -> Optional.empty();
            case DANGER_NOW ->
                Optional.of(Reason.of(standing.urgentBySender() ? "urgent-by-sender" : "urgent-by-priority", report));
            case BY_HAND -> Optional.of(Reason.of("sent-by-hand", report));
            case FINDING -> Optional.of(Reason.of("finding-recorded", report));
        };
    }

    void correct(DueCorrection due) {
        Delivery of = deliveries.find(due.delivery()).orElseThrow();
        if (!has(of) || sending.erased(of.report()) || overtaken(due, of)) {
            return;
        }
        sending.correction(due, of, why(due, of.report()));
    }

    /// Of what fell and came back only the end is told, and that it came back only to whom it was told that it
    /// fell.
    private boolean overtaken(DueCorrection due, Delivery of) {
        ReportNumber report = of.report();
        if (due.reason().equals(DueCorrection.LOWERED)) {
            return standings.standing(report).urgent();
        }
        if (report.equals(due.other())) {
            return false;
        }
        boolean restored = due.reason().equals(DueCorrection.RESTORED);
        boolean otherwise = standings.links(List.of(report)).stream()
                .anyMatch(link -> link.joins(report, due.other()) && link.inEffect() != restored);
        return otherwise || (restored && !toldThatItFell(of, due.other()));
    }

    private boolean toldThatItFell(Delivery of, ReportNumber other) {
        return deliveries.ofReport(of.report()).stream()
                .filter(one ->
                        one.kind() == PackageKind.CORRECTION && one.state().isThereOrOnItsWay())
                .anyMatch(one -> one.agency().equals(of.agency()) && other.equals(one.concerns()));
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

    private static boolean has(Delivery delivery) {
        return delivery.state().isWithAgency();
    }
}
