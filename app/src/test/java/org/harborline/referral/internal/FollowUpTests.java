// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.platform.Code;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.DiscardReason;
import org.harborline.referral.Held;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;

class FollowUpTests extends ReferralCase {

    private static final ByHand ASKED = new ByHand(ByHand.Why.OTHER, "[synthetic reason 2]");

    @Test
    void sendsAnUrgentSupplementForALaterEscalatedReportAndACorrectionWhenTheLinkIsCut() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        DeliveryId original = awaiting(first, DeliveryState.AWAITING).id();
        referrals.acknowledge(officer(oregon), original);

        ReportNumber later = reports.file(Told.in("OR", email).urgent());
        tell(new ReportPrioritised(later, Priority.P1, false, 1, List.of(Code.of("provider-escalation"))));

        Delivery supplement = awaiting(later, DeliveryState.AWAITING);
        assertThat(supplement.kind()).isEqualTo(PackageKind.URGENT_SUPPLEMENT);
        assertThat(supplement.follows()).isEqualTo(original);
        assertThat(supplement.dueAt()).isEqualTo(supplement.deliveredAt().plus(Duration.ofHours(1)));
        assertThat(referrals.urgent(officer(oregon))).extracting(Delivery::id).contains(supplement.id());
        assertThat(referrals.read(ANALYST, supplement.id()).change().code()).isEqualTo("urgent-later-report");
        referrals.acknowledge(officer(oregon), supplement.id());
        assertThat(referrals.urgent(officer(oregon))).extracting(Delivery::id).doesNotContain(supplement.id());

        links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);

        quiet();
        assertThat(referrals.companions(ANALYST, original))
                .filteredOn(one -> one.kind() == PackageKind.CORRECTION)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.follows()).isEqualTo(supplement.id());
                    assertThat(one.state()).isEqualTo(DeliveryState.AWAITING);
                });
    }

    @Test
    void anEscalatedReportReachesTheAgencyOfTheFirstOfManyReports() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        DeliveryId original = awaiting(first, DeliveryState.AWAITING).id();
        for (int i = 0; i < 13; i++) {
            reports.file(Told.in("OR", email));
        }

        ReportNumber later = reports.file(Told.in("OR", email).urgent());
        tell(new ReportPrioritised(later, Priority.P1, false, 1, List.of(Code.of("provider-escalation"))));

        Delivery supplement = awaiting(later, DeliveryState.AWAITING);
        assertThat(supplement.kind()).isEqualTo(PackageKind.URGENT_SUPPLEMENT);
        assertThat(supplement.follows()).isEqualTo(original);
    }

    @Test
    void anOrdinaryLaterReportFollowsOnceAPersonDesignatedIt() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        DeliveryId original = awaiting(first, DeliveryState.AWAITING).id();
        ReportNumber later = reports.file(Told.in("OR", email));
        settle();
        assertThat(referrals.companions(ANALYST, original)).isEmpty();

        tell(new ReportDesignated(later, Designation.ACTIONABLE, Code.of("lead")));

        Delivery supplement = awaiting(later, DeliveryState.AWAITING);
        assertThat(supplement.kind()).isEqualTo(PackageKind.SUPPLEMENT);
    }

    @Test
    void sendsWhatIsFoundOutAndWhatIsDecidedOtherwiseAfterTheReferral() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery original = awaiting(report, DeliveryState.AWAITING);

        tell(new FindingRecorded(UUID.randomUUID(), report, FindingKind.FACT));
        tell(new ReportDesignated(report, Designation.INFORMATIONAL, Code.of("limited")));
        tell(new ReportPrioritised(report, Priority.P1, true, 1, List.of(Code.of("imminent-danger"))));

        Eventually.holds(() -> assertThat(referrals.companions(ANALYST, original.id()))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeliveryState.AWAITING))
                .extracting(one -> referrals.read(ANALYST, one.id()).change().code())
                .containsExactlyInAnyOrder("same-report", "decided-otherwise", "urgent-same-report"));
        assertThat(referrals.companions(ANALYST, original.id())).allSatisfy(one -> {
            var document = referrals.read(ANALYST, one.id());
            assertThat(document.change().earlier()).containsExactly(original.reference());
            assertThat(document.head().recipient().confidence()).isEqualTo("STATE");
        });
    }

    @Test
    void tellsTheAgencyWhatWasDecidedOtherwiseBeforeItsPackageWasMade() {
        ReportNumber report = actionable(Told.in("OR", person()).aged(17));
        tell(new SafeguardingChecked(report, SafeguardingOutcome.MAY_BE_CHILD));
        reports.withheld.add(report);
        refer(report, oregon);
        tell(new ReportDesignated(report, Designation.INFORMATIONAL, Code.of("limited")));
        tell(new SafeguardingChecked(report, SafeguardingOutcome.MAY_BE_VICTIM));
        reports.withheld.remove(report);

        DeliveryId original = referrals.ofReport(ANALYST, report).getFirst().id();
        Eventually.holds(() -> assertThat(referrals.companions(ANALYST, original))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(DeliveryState.AWAITING);
                    assertThat(referrals.read(ANALYST, one.id()).change().what())
                            .extracting(PackageDocument.Why::code)
                            .containsExactly("designated-informational");
                }));
        assertThat(referrals.read(ANALYST, original).cautions().getFirst().reasons())
                .containsExactly("stated-age-under-18", "may-be-victim");
    }

    @Test
    void holdsAnOrdinarySupplementUntilAPersonCheckedAndShowsIt() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);

        ReportNumber later = actionable(Told.in("OR", email).aged(17));

        Delivery held = awaiting(later, DeliveryState.HELD);
        assertThat(held.held().why()).isEqualTo(Held.Why.SAFEGUARDING_CHECK);
        assertThat(held.held().owner()).isEqualTo(ANALYST.id());
        assertThat(held.held().until()).isAfter(held.openedAt());
        assertThat(referrals.list(ANALYST, DeliveryState.HELD, null, 50).deliveries())
                .extracting(Delivery::id)
                .contains(held.id());
        absent(() -> referrals.get(officer(oregon), held.id()));
        referrals.reconsider(ANALYST, held.id());
        assertThat(referrals.get(ANALYST, held.id()).state()).isEqualTo(DeliveryState.HELD);

        tell(new SafeguardingChecked(later, SafeguardingOutcome.MAY_BE_CHILD));

        assertThat(awaiting(later, DeliveryState.AWAITING).id()).isEqualTo(held.id());
        Eventually.holds(() -> assertThat(types(later))
                .containsSubsequence(
                        "referral.package-held", "referral.package-released", "referral.package-delivered"));
    }

    @Test
    void holdsASupplementThatRestsOnOneAddressUntilASecondPersonCompared() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);

        ReportNumber later = actionable(Told.atAddress("192.0.2.1", email));

        assertThat(awaiting(later, DeliveryState.HELD).held().why()).isEqualTo(Held.Why.ADDRESS_CHECK);
        referrals.checkAddress(ANALYST, later);
        awaiting(later, DeliveryState.AWAITING);

        // whoever checked for a supplement does not make two persons when referring alone
        var alone = new OpenReferral(later, List.of(sanDiego), ASKED);
        assertThat(referrals.open(ANALYST, alone)).isInstanceOf(Opening.NeedsSecondPerson.class);
        refused(ReferralProblem.SAME_PERSON, () -> referrals.checkAddress(ANALYST, later));
        referrals.checkAddress(SECOND, later);
        assertThat(referrals.open(ANALYST, alone)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aCheckForASupplementCountsWhenAnotherPersonRefers() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = actionable(Told.atAddress("192.0.2.1", email));
        awaiting(later, DeliveryState.HELD);
        referrals.checkAddress(ANALYST, later);

        assertThat(referrals.open(SECOND, new OpenReferral(later, List.of(sanDiego), ASKED)))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void holdsASupplementWhoseReportIsNoLongerActionable() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = actionable(Told.in("OR", email).aged(17));
        awaiting(later, DeliveryState.HELD);

        tell(new ReportDesignated(later, Designation.INFORMATIONAL, Code.of("limited")));
        Eventually.holds(() -> assertThat(
                        awaiting(later, DeliveryState.HELD).held().why().name())
                .isEqualTo("NOT_ACTIONABLE"));
        tell(new SafeguardingChecked(later, SafeguardingOutcome.MAY_BE_CHILD));
        tell(new ReportDesignated(later, Designation.ACTIONABLE, Code.of("lead")));

        Delivery sent = awaiting(later, DeliveryState.AWAITING);
        assertThat(bodies(later, "referral.package-held"))
                .hasSizeGreaterThan(1)
                .anySatisfy(held -> assertThat(held).contains("not-actionable"));
        assertThat(referrals.companions(ANALYST, sent.id()))
                .extracting(Delivery::kind)
                .doesNotContain(PackageKind.CORRECTION);
    }

    @Test
    void neverHoldsAnUrgentSupplementForACheck() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);

        ReportNumber later = reports.file(Told.in("OR", email).aged(17).urgent());

        Delivery sent = awaiting(later, DeliveryState.AWAITING);
        assertThat(sent.kind()).isEqualTo(PackageKind.URGENT_SUPPLEMENT);
        assertThat(referrals.read(ANALYST, sent.id()).cautions()).isNotEmpty();
    }

    @Test
    void holdsInSightWhatMustGoToAnAgencyThatMayNotReceive() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        Delivery original = awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = reports.file(Told.in("OR", email).urgent());
        awaiting(later, DeliveryState.AWAITING);
        closeOregon(true);
        try {
            links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);

            quiet();
            assertThat(referrals.companions(ANALYST, original.id()))
                    .filteredOn(one -> one.kind() == PackageKind.CORRECTION)
                    .singleElement()
                    .satisfies(one -> assertThat(one.held().why()).isEqualTo(Held.Why.AGENCY_NOT_READY));
        } finally {
            closeOregon(false);
        }
        referrals.companions(ANALYST, original.id()).stream()
                .filter(one -> one.state() == DeliveryState.HELD)
                .forEach(one -> referrals.reconsider(ANALYST, one.id()));

        Eventually.holds(() -> assertThat(referrals.companions(ANALYST, original.id()))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeliveryState.AWAITING)));
    }

    @Test
    void canGiveUpWhatAnAgencyThatIsGoneWillNeverReceive() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        Delivery original = awaiting(first, DeliveryState.AWAITING);
        closeOregon(true);
        try {
            tell(new ReportDesignated(first, Designation.INFORMATIONAL, Code.of("no-lead")));
            Eventually.holds(() -> assertThat(referrals.companions(ANALYST, original.id()))
                    .singleElement()
                    .matches(one -> one.state() == DeliveryState.HELD));
            var correction =
                    referrals.companions(ANALYST, original.id()).getFirst().id();

            referrals.discard(ANALYST, correction, DiscardReason.AGENCY_GONE);

            assertThat(referrals.get(ANALYST, correction).state()).isEqualTo(DeliveryState.DISCARDED);
        } finally {
            closeOregon(false);
        }
    }

    @Test
    void theLawOfDeliveriesHolds() {
        actionableAndReferred();

        Ledger law = ledgers.stream()
                .filter(one -> one.law().equals("deliveries"))
                .findFirst()
                .orElseThrow();
        transactions.read(() -> {
            long left = sum(law, Ledger.Side.LEFT);
            assertThat(left).isPositive().isEqualTo(sum(law, Ledger.Side.RIGHT));
            assertThat(law.ids("made-available", "", 500)).hasSizeGreaterThan(0);
            return true;
        });
    }

    private void actionableAndReferred() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        awaiting(report, DeliveryState.AWAITING);
    }

    private static long sum(Ledger law, Ledger.Side side) {
        return law.counts().stream()
                .filter(count -> count.side() == side)
                .mapToLong(Ledger.Count::value)
                .sum();
    }
}
