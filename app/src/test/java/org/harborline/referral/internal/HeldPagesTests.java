// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.EnumSet;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.internal.InventedReports.Told;
import org.junit.jupiter.api.Test;

/// What stands in the way of a package, and what a person can do about it.
class HeldPagesTests extends ReferralPageCase {

    @Test
    void givesAHeldPackageUpThatNothingReleasesAnyMore() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = actionable(Told.in("OR", email).aged(17));
        Delivery held = awaiting(later, DeliveryState.HELD);
        String path = "/referrals/" + held.id();
        assertThat(page(path, ANALYST, "en")).doesNotContain(path + "/discard");
        assertThat(mvc.perform(as(post(path + "/discard"), ANALYST).with(csrf()).param("reason", "HOLDS_NO_MORE")))
                .hasStatus(409);
        links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);
        settle();
        referrals.reconsider(ANALYST, held.id());
        assertThat(page(path, ANALYST, "en")).contains(path + "/discard").doesNotContain("??");

        assertThat(mvc.perform(as(post(path + "/discard"), ANALYST).with(csrf()).param("reason", "HOLDS_NO_MORE")))
                .hasStatus3xxRedirection();

        assertThat(page(path, ANALYST, "en")).contains("given up").doesNotContain("/discard", "/package\"");
        assertThat(page(path, ANALYST, "es")).contains("abandonado").doesNotContain("??");
        absent(() -> referrals.get(officer(oregon), held.id()));
        Eventually.holds(() -> assertThat(bodies(later, "referral.package-discarded"))
                .singleElement()
                .asString()
                .contains("HOLDS_NO_MORE"));
    }

    @Test
    void holdsOnlyReportsThatExist() {
        Actor holder = new Actor(
                "holder-1",
                ActorKind.STAFF,
                EnumSet.of(Permission.REPORT_READ, Permission.HOLD_PLACE),
                null,
                Purpose.REFERRAL);
        ReportNumber report = reports.file(Told.in("OR", person()));

        assertThat(mvc.perform(as(post("/reports/7/hold"), holder).with(csrf()).param("reason", "COURT_ORDER")))
                .hasStatus(404);
        assertThat(mvc.perform(as(post("/reports/{n}/hold", report), holder)
                        .with(csrf())
                        .param("reason", "COURT_ORDER")))
                .hasStatus3xxRedirection();
    }

    @Test
    void listsWhatIsWithNobodyAndLeadsToTheReferral() {
        ReportNumber report = actionable(Told.in("OR", person()));

        assertThat(page("/referrals", ANALYST, "en")).contains("/referrals/unreferred");
        for (String language : List.of("en", "es")) {
            assertThat(page("/referrals/unreferred", ANALYST, language))
                    .contains("/reports/" + report + "/refer")
                    .doesNotContain("??");
        }
        refer(report, oregon);
        Eventually.holds(() -> assertThat(page("/referrals/unreferred", ANALYST, "en"))
                .doesNotContain("/reports/" + report + "/refer"));
    }
}
