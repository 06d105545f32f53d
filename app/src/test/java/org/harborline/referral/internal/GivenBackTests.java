// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.platform.Code;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What an agency still gets about a report that it gave back.
class GivenBackTests extends ReferralCase {

    private static final ByHand ASKED = new ByHand(ByHand.Why.OTHER, "[synthetic reason 3]");

    @Autowired
    private Followups followups;

    @Test
    void sendsNothingMoreAboutAReportThatAnAgencyGaveBack() {
        ReportNumber report = actionable(Told.in("OR", person()));
        Delivery original = referred(report);
        found(report);
        assertThat(told(report, oregon)).containsExactly("REFERRAL AWAITING", "SUPPLEMENT AWAITING");

        referrals.giveBack(officer(oregon), original.id(), ReturnReason.WRONG_PLACE);
        found(report);
        tell(new ReportDesignated(report, Designation.INFORMATIONAL, Code.of("limited")));
        followups.correct(
                new DueCorrection(original.id(), report, Code.of("designated-informational"), journal.position()));
        quiet();

        assertThat(told(report, oregon)).containsExactly("REFERRAL RETURNED", "SUPPLEMENT RETURNED");
        refused(ReferralProblem.WRONG_STATE, () -> referrals.sendNews(ANALYST, report));
        assertThat(types(report))
                .filteredOn("referral.package-returned"::equals)
                .hasSize(2);
    }

    @Test
    void isNotSentBackByAnotherReferralThatItsAgencyKeeps() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
        ReportNumber second = reports.file(Told.in("OR", email));
        settle();
        UUID cut = links.cut(ANALYST, ReportPair.of(second, first), CutReason.SHARED)
                .id();
        designate(second);
        refer(second, oregon);
        quiet();
        links.undoCut(ANALYST, cut);
        quiet();
        Delivery original = referrals.ofReport(ANALYST, first).getFirst();

        referrals.giveBack(officer(oregon), original.id(), ReturnReason.WRONG_PLACE);
        quiet();

        assertThat(told(first, oregon)).contains("REFERRAL RETURNED").noneMatch(one -> one.startsWith("SUPPLEMENT"));
        assertThat(referrals.having(ANALYST, first)).isEmpty();
    }

    @Test
    void takesAllThatWasGivenBackTogetherElsewhere() {
        ReportNumber report = actionable(Told.in("OR", person()));
        Delivery original = referred(report);
        found(report);
        referrals.giveBack(officer(oregon), original.id(), ReturnReason.WRONG_PLACE);
        Delivery returned = referrals.get(ANALYST, original.id());

        referrals.reroute(ANALYST, returned.id(), returned.version(), List.of(sanDiego), ASKED);

        assertThat(told(report, oregon)).containsExactly("REFERRAL REROUTED", "SUPPLEMENT REROUTED");
    }

    @Test
    void endsTheNewsOfALaterReportThatWasGivenBackUntilSomebodyRefersItThere() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        referred(first);
        ReportNumber later = actionable(Told.in("OR", email));
        quiet();
        Delivery supplement = awaiting(later, DeliveryState.AWAITING);
        referrals.giveBack(officer(oregon), supplement.id(), ReturnReason.NO_JURISDICTION);

        tell(new ReportPrioritised(later, Priority.P1, true, 1, List.of(Code.of("live-event"))));
        found(later);
        found(first);

        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT RETURNED");
        assertThat(told(first, oregon)).containsExactly("REFERRAL AWAITING", "SUPPLEMENT AWAITING");

        refer(later, oregon);
        quiet();
        found(later);

        assertThat(told(later, oregon))
                .containsExactly("SUPPLEMENT RETURNED", "REFERRAL AWAITING", "SUPPLEMENT AWAITING");
    }

    @Test
    void sendsAgainWhatAnAgencyCouldNotRead() {
        ReportNumber report = actionable(Told.in("OR", person()));
        referred(report);
        found(report);
        Delivery supplement = referrals.ofReport(ANALYST, report).getLast();
        referrals.giveBack(officer(oregon), supplement.id(), ReturnReason.UNREADABLE);

        referrals.sendNews(ANALYST, report);
        quiet();

        assertThat(told(report, oregon))
                .containsExactly("REFERRAL AWAITING", "SUPPLEMENT RETURNED", "SUPPLEMENT AWAITING");
    }

    @Test
    void dropsWhatIsHeldForAReferralThatWasGivenBack() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        Delivery original = referred(first);
        closeOregon(true);
        ReportNumber later;
        try {
            later = actionable(Told.in("OR", email));
            found(first);
            quiet();
            assertThat(told(later, oregon)).containsExactly("SUPPLEMENT HELD");
            assertThat(told(first, oregon)).containsExactly("REFERRAL AWAITING", "SUPPLEMENT HELD");
            referrals.giveBack(officer(oregon), original.id(), ReturnReason.WRONG_PLACE);
        } finally {
            closeOregon(false);
        }
        quiet();

        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT DISCARDED");
        assertThat(told(first, oregon)).containsExactly("REFERRAL RETURNED", "SUPPLEMENT DISCARDED");
        refer(first, oregon);
        quiet();
        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT DISCARDED", "SUPPLEMENT AWAITING");
    }

    @Test
    void sendsWhatWasDroppedWhenAnotherReferralLeadsThere() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        Delivery original = referred(first);
        closeOregon(true);
        ReportNumber later;
        try {
            later = actionable(Told.in("OR", email));
            quiet();
            referrals.giveBack(officer(oregon), original.id(), ReturnReason.WRONG_PLACE);
        } finally {
            closeOregon(false);
        }
        quiet();
        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT DISCARDED");

        ReportNumber another = actionable(Told.in("OR", email));
        refer(another, oregon);
        quiet();

        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT DISCARDED", "SUPPLEMENT AWAITING");
        assertThat(told(first, oregon)).containsExactly("REFERRAL RETURNED");
    }

    @Test
    void dropsWhatWasOnItsWayWhenItsReportWasGivenBack() {
        ReportNumber report = actionable(Told.in("OR", person()));
        Delivery original = referred(report);
        // no job runs before both have happened
        transactions.run(() -> {
            referrals.sendNews(ANALYST, report);
            referrals.giveBack(officer(oregon), original.id(), ReturnReason.WRONG_PLACE);
        });
        DeliveryId onTheWay = referrals.ofReport(ANALYST, report).getLast().id();
        quiet();

        assertThat(told(report, oregon)).containsExactly("REFERRAL RETURNED", "SUPPLEMENT DISCARDED");
        absent(() -> referrals.get(officer(oregon), onTheWay));
    }

    private Delivery referred(ReportNumber report) {
        refer(report, oregon);
        quiet();
        return referrals.ofReport(ANALYST, report).stream()
                .filter(one -> one.kind() == PackageKind.REFERRAL)
                .findFirst()
                .orElseThrow();
    }

    private void found(ReportNumber report) {
        tell(new FindingRecorded(UUID.randomUUID(), report, FindingKind.FACT));
        quiet();
    }
}
