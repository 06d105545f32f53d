// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two officers of one agency who answer about a package that each of them read before the other answered.
class AnswersTests extends ReferralCase {

    private static final Feedback GOES_ON = new Feedback(Feedback.Status.ONGOING, null, null, null, null, null, null);

    @Autowired
    private Answers answers;

    @Test
    void takesNoAnswerToWhatTheOtherOfficerReturnedMeanwhile() {
        Delivery read = awaiting();
        referrals.acknowledge(officer(oregon), read.id());
        Delivery accepted = referrals.get(ANALYST, read.id());
        referrals.giveBack(officer(oregon), read.id(), ReturnReason.OTHER);

        refused(ReferralProblem.WRONG_STATE, () -> answers.giveFeedback(officer(oregon), accepted, GOES_ON));

        assertThat(referrals.get(ANALYST, read.id()).feedback()).isNull();
    }

    @Test
    void takesASecondAcknowledgementForOne() {
        Delivery read = awaiting();
        referrals.acknowledge(officer(oregon), read.id());

        answers.acknowledge(officer(oregon), read);
        answers.giveFeedback(officer(oregon), read, GOES_ON);

        assertThat(referrals.get(ANALYST, read.id()).feedback()).isEqualTo(GOES_ON);
    }

    @Test
    void countsAnAcknowledgementAsLateWhenItsTimeEndedSinceThePackageWasRead() {
        Delivery read = awaiting();
        assertThat(sql.of("UPDATE referral.delivery SET due_at = delivered_at WHERE delivery_id = :id")
                        .param("id", read.id().value())
                        .update())
                .isOne();
        delivering.watch(read.id());

        answers.acknowledge(officer(oregon), read);
        settle();

        assertThat(bodies(read.report(), "referral.package-acknowledged"))
                .singleElement()
                .asString()
                .contains("\"late\":true");
    }

    private Delivery awaiting() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        quiet();
        return awaiting(report, DeliveryState.AWAITING);
    }
}
