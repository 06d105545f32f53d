// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.Confidence;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageKind;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.registry.AgencyId;
import org.harborline.triage.Designation;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What agencies are told when a link or a finding that they rely on comes or goes.
class TakenBackTests extends ReferralCase {

    private static final Actor FINDER = new Actor(
            "finder-1",
            ActorKind.STAFF,
            EnumSet.of(Permission.REPORT_READ, Permission.FINDING_RECORD),
            null,
            Purpose.REFERRAL);

    private static final ByHand AGREED = new ByHand(ByHand.Why.OTHER, "[synthetic reason 1]");

    @Autowired
    private ApplicationContext context;

    @Test
    void tellsTheAgencyThatACutLinkIsInEffectAgain() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        Delivery original = awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = actionable(Told.in("OR", email));
        Delivery supplement = awaiting(later, DeliveryState.AWAITING);
        settle();
        var cut = links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);
        Eventually.holds(() -> assertThat(corrections(original)).containsExactly("link-withdrawn"));

        links.undoCut(ANALYST, cut.id());

        Eventually.holds(() -> assertThat(corrections(original)).containsExactly("link-withdrawn", "link-restored"));
        Delivery restored = referrals.companions(ANALYST, original.id()).getLast();
        assertThat(restored.follows()).isEqualTo(supplement.id());
        assertThat(referrals.read(ANALYST, restored.id()).change())
                .extracting(PackageDocument.Change::code)
                .isEqualTo("link-restored");
    }

    /// One agency has one report by referral and the other after it, one has the other by referral and its own
    /// package names the link, and one has both as referrals of their own.
    @Test
    void tellsEveryAgencyWhosePackageUsedTheLinkThatItFellAndThatItStandsAgain() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
        ReportNumber later = actionable(Told.in("CA", email));
        quiet();
        referrals.open(ANALYST, new OpenReferral(later, List.of(sanDiego)));
        quiet();
        AgencyId third = organisations.findAgency(SYSTEM, "us-wa").orElseThrow().id();
        referrals.open(ANALYST, new OpenReferral(first, List.of(third), AGREED));
        quiet();

        var cut = links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);
        quiet();

        assertThat(links.clusterOf(ANALYST, first).reports()).containsExactly(first);
        assertThat(told(first, later)).containsExactlyInAnyOrder(oregon, sanDiego, third);

        links.undoCut(ANALYST, cut.id());
        quiet();

        assertThat(links.clusterOf(ANALYST, first).reports()).containsExactly(first, later);
        assertThat(restored(first, later)).isEqualTo(told(first, later));
    }

    private Set<AgencyId> told(ReportNumber... reports) {
        return agencies("link-withdrawn", reports);
    }

    private Set<AgencyId> restored(ReportNumber... reports) {
        return agencies("link-restored", reports);
    }

    private Set<AgencyId> agencies(String code, ReportNumber... reports) {
        return Stream.of(reports)
                .flatMap(report -> referrals.ofReport(ANALYST, report).stream())
                .filter(one -> one.kind() == PackageKind.CORRECTION)
                .filter(one -> referrals
                        .read(ANALYST, one.id())
                        .change()
                        .what()
                        .getFirst()
                        .code()
                        .equals(code))
                .map(Delivery::agency)
                .collect(Collectors.toSet());
    }

    @Test
    void saysNothingOfALinkThatFellAndStoodAgainBeforeAnybodyWasTold() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
        ReportNumber later = actionable(Told.in("OR", email));
        quiet();

        JournalControl.stopped(
                context,
                () -> links.undoCut(
                        ANALYST,
                        links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED)
                                .id()));
        quiet();

        assertThat(told(first, later)).isEmpty();
        assertThat(restored(first, later)).isEmpty();
    }

    @Test
    void tellsTheAgencyThatAFindingInItsPackageWasTakenBack() {
        ReportNumber report = actionable(Told.in("OR", person()));
        UUID finding = links.record(
                FINDER,
                new RecordFinding(
                        report,
                        FindingKind.FACT,
                        null,
                        null,
                        false,
                        PartyRole.REPORTED_PERSON,
                        "[synthetic fact 1]",
                        "public register",
                        "read in the register",
                        InventedReports.FILED.atOffset(ZoneOffset.UTC),
                        null,
                        Confidence.HIGH));
        settle();
        refer(report, oregon);
        Delivery original = awaiting(report, DeliveryState.AWAITING);
        assertThat(referrals.read(ANALYST, original.id()).clearinghouseFindings())
                .hasSize(1);
        settle();

        links.withdraw(FINDER, report, finding, WithdrawalReason.OTHER_PERSON);

        Eventually.holds(() -> assertThat(corrections(original)).containsExactly("finding-withdrawn"));
        assertThat(referrals
                        .read(
                                ANALYST,
                                referrals
                                        .companions(ANALYST, original.id())
                                        .getFirst()
                                        .id())
                        .clearinghouseFindings())
                .isEmpty();
    }

    @Test
    void sendsAHeldSupplementThatASecondLinkLeadsToTheAgency() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber second = reports.file(Told.in("OR", email));
        settle();
        links.cut(ANALYST, ReportPair.of(second, first), CutReason.SHARED);
        tell(new ReportDesignated(second, Designation.ACTIONABLE, Code.of("lead")));
        refer(second, oregon);
        awaiting(second, DeliveryState.AWAITING);
        settle();
        ReportNumber later = actionable(Told.in("OR", email).aged(17));
        ReportNumber followed = awaiting(later, DeliveryState.HELD).concerns();

        links.cut(ANALYST, ReportPair.of(later, followed), CutReason.SHARED);
        settle();
        tell(new SafeguardingChecked(later, SafeguardingOutcome.MAY_BE_CHILD));

        Eventually.holds(() -> assertThat(referrals.ofReport(ANALYST, later))
                .filteredOn(one -> one.kind() == PackageKind.SUPPLEMENT)
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(DeliveryState.AWAITING)));
    }

    /// What the corrections that follow a package say, oldest first, once they have arrived.
    private List<String> corrections(Delivery of) {
        return referrals.companions(ANALYST, of.id()).stream()
                .filter(one -> one.kind() == PackageKind.CORRECTION)
                .filter(one -> one.state() == DeliveryState.AWAITING)
                .flatMap(one -> referrals.read(ANALYST, one.id()).change().what().stream())
                .map(PackageDocument.Why::code)
                .toList();
    }
}
