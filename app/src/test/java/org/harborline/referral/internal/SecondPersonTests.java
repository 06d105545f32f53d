// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Held;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.internal.InventedReports.Told;
import org.junit.jupiter.api.Test;

/// What rests on one address alone and is sent by hand to who has the report needs two people too.
class SecondPersonTests extends ReferralCase {

    @Test
    void whoComparedTheAddressDoesNotSendWhatIsNewAlone() {
        ReportNumber later = checkedBy();

        referrals.sendNews(ANALYST, later);

        Delivery news = last(later);
        assertThat(news.state()).isEqualTo(DeliveryState.HELD);
        assertThat(news.held().why()).isEqualTo(Held.Why.ADDRESS_CHECK);
        refused(ReferralProblem.SAME_PERSON, () -> referrals.checkAddress(ANALYST, later));
        referrals.reconsider(ANALYST, news.id());
        assertThat(last(later).state()).isEqualTo(DeliveryState.HELD);

        referrals.checkAddress(SECOND, later);
        quiet();

        assertThat(referrals.get(ANALYST, news.id()).state()).isEqualTo(DeliveryState.AWAITING);
    }

    @Test
    void anotherPersonSendsWhatIsNewAtOnce() {
        ReportNumber later = checkedBy();

        referrals.sendNews(SECOND, later);
        quiet();

        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT AWAITING", "SUPPLEMENT AWAITING");
    }

    @Test
    void aHeldPackageIsNotReleasedByTheCheckOfWhoSentIt() {
        String email = person();
        referred(email);
        ReportNumber later = actionable(Told.atAddress("192.0.2.1", email));
        quiet();
        // held for the missing check, as everything of this report
        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT HELD");
        referrals.checkAddress(SECOND, later);
        quiet();
        closeOregon(true);
        try {
            referrals.sendNews(ANALYST, later);
            assertThat(last(later).held().why()).isEqualTo(Held.Why.AGENCY_NOT_READY);
            reports.restate(later, Told.atAddress("192.0.2.2", email));
        } finally {
            closeOregon(false);
        }
        referrals.reconsider(SECOND, last(later).id());
        assertThat(last(later).held().why()).isEqualTo(Held.Why.ADDRESS_CHECK);

        refused(ReferralProblem.SAME_PERSON, () -> referrals.checkAddress(ANALYST, later));
        referrals.checkAddress(SECOND, later);
        quiet();

        assertThat(last(later).state()).isEqualTo(DeliveryState.AWAITING);
    }

    /// A supplement that went out after the analyst compared its address.
    private ReportNumber checkedBy() {
        String email = person();
        referred(email);
        ReportNumber later = actionable(Told.atAddress("192.0.2.1", email));
        quiet();
        referrals.checkAddress(ANALYST, later);
        quiet();
        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT AWAITING");
        return later;
    }

    private void referred(String email) {
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
    }

    private Delivery last(ReportNumber report) {
        return referrals.ofReport(ANALYST, report).getLast();
    }
}
