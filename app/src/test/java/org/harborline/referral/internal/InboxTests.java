// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryPage;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;

/// What stands on top of an agency's packages.
class InboxTests extends ReferralCase {

    @Test
    void showsWhatArrivedLastFirstThoughItWasDecidedEarlier() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
        ReportNumber later = actionable(Told.in("OR", email).aged(17));
        DeliveryId held = awaiting(later, DeliveryState.HELD).id();
        ReportNumber other = actionable(Told.in("OR", person()));
        refer(other, oregon);
        quiet();

        tell(new SafeguardingChecked(later, SafeguardingOutcome.MAY_BE_CHILD));
        quiet();

        List<DeliveryId> shown = paged(3);
        assertThat(shown)
                .startsWith(held, only(other), only(first))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(referrals.inbox(officer(oregon), null, 200).deliveries());
    }

    private DeliveryId only(ReportNumber report) {
        return referrals.ofReport(ANALYST, report).getFirst().id();
    }

    /// All of it, two at a time.
    private List<DeliveryId> paged(int atLeast) {
        var shown = new ArrayList<DeliveryId>();
        DeliveryId after = null;
        do {
            DeliveryPage page = referrals.inbox(officer(oregon), after, 2);
            page.deliveries().stream().map(Delivery::id).forEach(shown::add);
            after = page.next();
        } while (after != null && shown.size() < 200);
        assertThat(shown).hasSizeGreaterThanOrEqualTo(atLeast);
        return shown;
    }
}
