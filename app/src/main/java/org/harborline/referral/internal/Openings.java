// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.Proposal;
import org.harborline.referral.Reason;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.RoutingDecision;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Confidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a person sends: opens referrals, checking what must be true before anything leaves, then deciding and enqueuing
/// in one transaction; and lets something new follow.
@Component
class Openings {

    private final Router router;
    private final Having having;
    private final StandingTable standings;
    private final AddressChecks checks;
    private final Writing writing;
    private final Followups followups;
    private final Recording recording;

    Openings(
            Router router,
            Having having,
            StandingTable standings,
            AddressChecks checks,
            Writing writing,
            Followups followups,
            Recording recording) {
        this.router = router;
        this.having = having;
        this.standings = standings;
        this.checks = checks;
        this.writing = writing;
        this.followups = followups;
        this.recording = recording;
    }

    /// Opens a referral, or asks for the second person it needs.
    ///
    /// @param instead the returned delivery that this referral replaces
    Opening open(Actor actor, OpenReferral command, @Nullable Delivery instead) {
        ReportNumber report = command.report();
        Standing standing = standings.standing(report);
        refuseUnless(standing.actionable(), ReferralProblem.NOT_ACTIONABLE);
        Actor opening = actor.with(Purpose.REFERRAL);
        ReceivedReport received = router.received(opening, report);
        refuseUnless(!standing.checkMissing(received), ReferralProblem.SAFEGUARDING_NEEDED);
        command.recipients()
                .forEach(agency -> refuseUnless(router.mayReceive(agency), ReferralProblem.AGENCY_NOT_READY));
        having.refuse(report, command.recipients());
        Routed routed = router.route(opening, received, Detail.FULL);
        RoutingDecision decision = routed.decision();
        if (decision.onOneAddress() && !checkedFor(actor, report, routed)) {
            checks.ask(actor, actor.id(), report, routed.soleAddresses());
            return new Opening.NeedsSecondPerson();
        }
        var proposed = decision.proposals().stream().map(Proposal::agency).collect(Collectors.toUnmodifiableSet());
        refuseUnless(
                command.byHand() != null || proposed.containsAll(command.recipients()), ReferralProblem.REASON_NEEDED);
        return new Opening.Opened(writing.open(actor, choices(command, decision, instead), instead));
    }

    /// Sends what is new about a report to everybody who has it.
    void sendNews(Actor actor, ReportNumber report) {
        followups.news(actor, report, recording.position());
    }

    private boolean checkedFor(Actor opener, ReportNumber report, Routed routed) {
        return checks.find(report, routed.soleAddresses())
                .filter(check -> check.doneFor(opener.id()))
                .isPresent();
    }

    private static List<Writing.Choice> choices(
            OpenReferral command, RoutingDecision decision, @Nullable Delivery instead) {
        var choices = new ArrayList<Writing.Choice>();
        for (AgencyId agency : command.recipients()) {
            var proposal = decision.proposals().stream()
                    .filter(one -> one.agency().equals(agency))
                    .findFirst();
            var why = new ArrayList<>(proposal.map(Proposal::reasons).orElseGet(() -> byHand(command.byHand())));
            if (proposal.filter(Proposal::onOneAddress).isPresent()) {
                why.add(Reason.of("one-address-only"));
            }
            ReturnReason returned = instead == null ? null : instead.returned();
            if (returned != null) {
                why.add(Reason.of("returned-before", returned.code().value()));
            }
            choices.add(new Writing.Choice(
                    command.report(), agency, proposal.map(Proposal::confidence).orElse(Confidence.FALLBACK), why));
        }
        return choices;
    }

    private static List<Reason> byHand(@Nullable ByHand byHand) {
        var why = new ArrayList<Reason>();
        why.add(Reason.of("chosen-by-hand"));
        if (byHand != null) {
            why.add(new Reason(byHand.why().code(), List.of()));
            if (byHand.words() != null) {
                why.add(Reason.of("in-words", byHand.words()));
            }
        }
        return why;
    }

    private static void refuseUnless(boolean fine, ReferralProblem problem) {
        if (!fine) {
            throw new ProblemException(problem);
        }
    }
}
