// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Link;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.PackageKind;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.registry.AgencyId;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What an agency's answer does to the links of its report, and to whoever was told of them.
class OutcomeOfCaseTests extends ReferralCase {

    private static final Actor SUPERVISOR = new Actor(
            "supervisor-1", ActorKind.STAFF, EnumSet.of(Permission.REPORT_READ, Permission.WORKLIST_USE), null, null);

    @Autowired
    private Worklists worklists;

    @Test
    void stopsLinksAndCorrectsPackagesUntilTheAgencyAnswersOtherwise() {
        String email = person();
        ReportNumber ended = actionable(Told.in("OR", email));
        refer(ended, oregon);
        DeliveryId answered = awaiting(ended, DeliveryState.AWAITING).id();
        ReportNumber other = actionable(Told.in("CA", email).urgent());
        refer(other, sanDiego);
        quiet();
        assertThat(linked(other)).containsExactly(ended);
        var before = worklists.find(SUPERVISOR, ended).orElseThrow().priority();

        answer(answered, Feedback.ClosedReason.WRONG_PERSON);

        assertThat(linked(other)).isEmpty();
        assertThat(corrections(other, sanDiego)).containsExactly("link-withdrawn");
        assertThat(corrections(ended, oregon)).isEmpty();
        assertThat(worklists.find(SUPERVISOR, ended).orElseThrow().priority()).isEqualTo(before);
        ReportNumber later = actionable(Told.in("CA", email));
        quiet();
        assertThat(linked(later)).containsExactly(other);
        assertThat(told(later, oregon)).isEmpty();

        answer(answered, null);

        assertThat(linked(other)).contains(ended);
        assertThat(linked(later)).contains(ended);
        assertThat(corrections(other, sanDiego)).containsExactly("link-withdrawn", "link-restored");
        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT AWAITING");
    }

    private void answer(DeliveryId delivery, Feedback.ClosedReason reason) {
        var status = reason == null ? Feedback.Status.ONGOING : Feedback.Status.CLOSED;
        referrals.giveFeedback(officer(oregon), delivery, new Feedback(status, null, null, reason, null, null, null));
        quiet();
    }

    private List<ReportNumber> linked(ReportNumber report) {
        return links.linksOf(ANALYST, List.of(report)).getOrDefault(report, List.of()).stream()
                .filter(Link::inEffect)
                .map(link -> link.pair().otherThan(report))
                .toList();
    }

    private List<String> corrections(ReportNumber report, AgencyId agency) {
        return referrals.ofReport(ANALYST, report).stream()
                .filter(one ->
                        one.kind() == PackageKind.CORRECTION && one.agency().equals(agency))
                .map(Delivery::id)
                .map(id ->
                        referrals.read(ANALYST, id).change().what().getFirst().code())
                .toList();
    }
}
