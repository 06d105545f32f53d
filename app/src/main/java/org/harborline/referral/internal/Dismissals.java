// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Links;
import org.harborline.platform.Actor;
import org.harborline.referral.Feedback;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.CaseOutcomes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether every agency that answered about a report says that nothing can be built on it, each by its newest answer to
/// whichever of its packages. One agency that goes on outweighs all that closed.
@Component
class Dismissals {

    private final ProgressTable progress;
    private final RecipientTable recipients;
    private final CaseOutcomes outcomes;
    private final Links links;

    Dismissals(ProgressTable progress, RecipientTable recipients, CaseOutcomes outcomes, Links links) {
        this.progress = progress;
        this.recipients = recipients;
        this.outcomes = outcomes;
        this.links = links;
    }

    /// What the answers come to before another one is given. Of two that are given at once, the second waits for the
    /// first: else each would be weighed without the other.
    @Nullable
    CaseOutcome before(ReportNumber report) {
        recipients.await(report);
        return common(progress.answers(report));
    }

    /// Tells triage and linking when an answer changed it, in the transaction of the answer.
    void answered(Actor actor, ReportNumber report, @Nullable CaseOutcome before) {
        CaseOutcome after = common(progress.answers(report));
        if (after != before) {
            outcomes.record(actor, report, after);
            if (after == null) {
                links.credit(actor, report);
            } else {
                links.discredit(actor, report, after.code());
            }
        }
    }

    private static @Nullable CaseOutcome common(List<Feedback> answers) {
        var given = new ArrayList<CaseOutcome>();
        for (Feedback answer : answers) {
            CaseOutcome outcome = outcome(answer.closedReason());
            if (outcome == null) {
                return null;
            }
            given.add(outcome);
        }
        return given.isEmpty() ? null : given.getLast();
    }

    private static @Nullable CaseOutcome outcome(Feedback.@Nullable ClosedReason reason) {
        return switch (reason) {
            case NO_CRIME -> CaseOutcome.NO_CRIME;
            case FALSE_REPORT -> CaseOutcome.FALSE_REPORT;
            case UNFOUNDED -> CaseOutcome.UNFOUNDED;
            case ADULT -> CaseOutcome.ADULT;
            case WRONG_PERSON -> CaseOutcome.WRONG_PERSON;
            case null, default -> null;
        };
    }
}
