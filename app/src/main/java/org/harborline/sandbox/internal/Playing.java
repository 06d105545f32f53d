// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.Referrals;
import org.harborline.referral.ReturnReason;
import org.harborline.registry.AgencyId;
import org.harborline.sandbox.Part;
import org.harborline.triage.Designation;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.SafeguardingState;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.Worklists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Plays a part with a report, step by step, each through the desk where people do it. A step looks at what is there
/// and does the next thing, so a server that stops goes on where it was; each desk does a thing once.
@Component
class Playing {

    private static final Logger LOG = LoggerFactory.getLogger(Playing.class);

    /// What another follower has not taken up yet, or somebody works on who plays staff.
    private static final Set<ProblemType> SOON = Set.of(
            ReferralProblem.NOT_ACTIONABLE, ReferralProblem.SAFEGUARDING_NEEDED, TriageProblem.LEASED_BY_ANOTHER);

    private final Cast cast;
    private final Worklists worklists;
    private final Referrals referrals;
    private final Questions questions;
    private final Mode mode;

    Playing(Cast cast, Worklists worklists, Referrals referrals, Questions questions, Mode mode) {
        this.cast = cast;
        this.worklists = worklists;
        this.referrals = referrals;
        this.questions = questions;
        this.mode = mode;
    }

    /// Does the next thing.
    ///
    /// @return whether nothing is left to do
    boolean step(Play play, Instant now) {
        if (mode != Mode.SANDBOX) {
            return true;
        }
        if (play.isOverAt(now)) {
            LOG.info("Sandbox play {} was given up", play.name());
            return true;
        }
        try {
            return designated(play.report()) && answered(play);
        } catch (ProblemException problem) {
            if (SOON.contains(problem.type())) {
                return false;
            }
            LOG.info("Sandbox play {} ended: {}", play.name(), problem.type().slug());
            return true;
        }
    }

    private boolean designated(ReportNumber report) {
        Optional<ReportStanding> found = worklists.find(Cast.STAFF, report);
        if (found.isEmpty()) {
            return false;
        }
        ReportStanding standing = found.get();
        if (standing.designation() == Designation.ACTIONABLE) {
            return true;
        }
        if (standing.safeguardingState() == SafeguardingState.NEEDED) {
            worklists.checkSafeguarding(Cast.STAFF, report, SafeguardingOutcome.SIGNS_DO_NOT_HOLD);
        }
        worklists.designate(Cast.STAFF, report, DesignationReason.PAST_INCIDENT);
        return false;
    }

    private boolean answered(Play play) {
        AgencyId agency = cast.agency(play.part());
        Optional<Delivery> delivery = referrals.ofReport(Cast.STAFF, play.report()).stream()
                .filter(one -> one.agency().equals(agency))
                .findFirst();
        if (delivery.isEmpty()) {
            refer(play.report(), agency);
            return false;
        }
        return delivery.get().state().reachedAgency() && act(play, Cast.officer(agency), delivery.get());
    }

    private void refer(ReportNumber report, AgencyId agency) {
        var byHand = new ByHand(ByHand.Why.AGENCY_AGREED, null);
        if (referrals.open(Cast.STAFF, new OpenReferral(report, List.of(agency), byHand))
                instanceof Opening.NeedsSecondPerson) {
            referrals.checkAddress(Cast.SECOND, report);
        }
    }

    private boolean act(Play play, Actor officer, Delivery delivery) {
        if (play.part() != Part.STAYS_SILENT && delivery.state() == DeliveryState.AWAITING) {
            if (play.part() == Part.RETURNS) {
                referrals.giveBack(officer, delivery.id(), ReturnReason.WRONG_PLACE);
            } else {
                referrals.acknowledge(officer, delivery.id());
            }
        }
        return play.part() != Part.ASKS || asked(officer, play.report());
    }

    private boolean asked(Actor officer, ReportNumber report) {
        if (!questions.ofReport(officer, report).isEmpty()) {
            return true;
        }
        if (questions.mayAsk(officer, report)) {
            var _ = questions.ask(
                    officer,
                    report,
                    new Questions.Ask(
                            QuestionKind.TIME, "[sandbox question: what does the time stated mean]", "", 7, false));
            return true;
        }
        return false;
    }
}
