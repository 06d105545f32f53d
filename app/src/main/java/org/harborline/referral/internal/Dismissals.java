// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.referral.Delivery;
import org.harborline.referral.Feedback;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.CaseOutcomes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether every agency that answered about a report says that nothing can be built on it. One agency that goes on
/// outweighs all that closed.
@Component
class Dismissals {

    private final DeliveryTable deliveries;
    private final CaseOutcomes outcomes;

    Dismissals(DeliveryTable deliveries, CaseOutcomes outcomes) {
        this.deliveries = deliveries;
        this.outcomes = outcomes;
    }

    @Nullable
    CaseOutcome of(ReportNumber report) {
        return common(deliveries.ofReport(report));
    }

    /// Tells triage when an answer changed it, in the transaction of the answer.
    void answered(Actor actor, ReportNumber report, @Nullable CaseOutcome before) {
        CaseOutcome after = of(report);
        if (after != before) {
            outcomes.record(actor, report, after);
        }
    }

    private static @Nullable CaseOutcome common(List<Delivery> deliveries) {
        var given = new ArrayList<CaseOutcome>();
        for (Delivery delivery : deliveries) {
            Feedback feedback = delivery.feedback();
            if (feedback != null) {
                CaseOutcome outcome = outcome(feedback.closedReason());
                if (outcome == null) {
                    return null;
                }
                given.add(outcome);
            }
        }
        return given.isEmpty() ? null : given.getLast();
    }

    private static @Nullable CaseOutcome outcome(Feedback.@Nullable ClosedReason reason) {
        return switch (reason) {
            case NO_CRIME -> CaseOutcome.NO_CRIME;
            case FALSE_REPORT -> CaseOutcome.FALSE_REPORT;
            case UNFOUNDED -> CaseOutcome.UNFOUNDED;
            case ADULT -> CaseOutcome.ADULT;
            case null, default -> null;
        };
    }
}
