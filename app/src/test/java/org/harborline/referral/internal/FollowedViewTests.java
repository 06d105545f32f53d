// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.FindingKind;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.referral.internal.DueSupplement.Occasion;
import org.harborline.registry.AgencyId;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;

class FollowedViewTests {

    private static final ReportNumber FIRST = new ReportNumber(1);
    private static final ReportNumber LATER = new ReportNumber(2);
    private static final AgencyId AGENCY = new AgencyId(new UUID(0, 1));
    private static final DeliveryId REFERRAL = new DeliveryId(new UUID(0, 10));
    private static final DeliveryId SUPPLEMENT = new DeliveryId(new UUID(0, 11));
    private static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");

    private final FollowedView view = new FollowedView(new NothingKept());
    private long position;
    private SafeguardingOutcome printed;
    private List<UUID> findings = List.of();

    @Test
    void correctsALinkThatFellWhileThePackageWasOnItsWay() {
        link();
        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.CUT));
        assertThat(view.corrections()).isEmpty();

        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of(LATER));

        assertThat(view.corrections()).containsExactly(new DueCorrection(REFERRAL, LATER, LinkWithdrawn.CUT, 2));
    }

    @Test
    void correctsNothingThatStillHoldsWhenThePackageArrives() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of(LATER));

        assertThat(view.corrections()).isEmpty();
    }

    @Test
    void takesTheSendersWordForDangerUntilAPriorityIsKnown() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());

        tell(new ReportFiled(LATER, new UUID(0, 7), IncidentType.ENTICEMENT, true, false, AT));

        assertThat(view.supplements()).containsExactly(new DueSupplement(LATER, REFERRAL, Occasion.DANGER_NOW, 0));
    }

    @Test
    void sendsNothingUrgentlyOnceAPersonLoweredWhatTheSenderEscalated() {
        tell(new ReportFiled(LATER, new UUID(0, 7), IncidentType.ENTICEMENT, true, false, AT));
        prioritised(LATER, Priority.P1);
        prioritised(LATER, Priority.P3);
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());

        tell(new ReportDesignated(LATER, Designation.ACTIONABLE, Code.of("lead")));

        assertThat(view.supplements()).containsExactly(new DueSupplement(LATER, REFERRAL, Occasion.LATER_REPORT, 0));
    }

    @Test
    void tellsAnAgencyThatAReportItHasHasBecomeOneAboutDanger() {
        prioritised(FIRST, Priority.P3);
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());

        prioritised(FIRST, Priority.P1);
        prioritised(FIRST, Priority.P1);

        assertThat(view.supplements()).containsExactly(new DueSupplement(FIRST, REFERRAL, Occasion.DANGER_NOW, 3));
    }

    @Test
    void sendsAnOrdinarySupplementAgainUrgentlyWhenItsReportRises() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        delivered(SUPPLEMENT, LATER, PackageKind.SUPPLEMENT, FIRST, List.of());

        prioritised(LATER, Priority.P1);

        assertThat(view.supplements()).containsExactly(new DueSupplement(LATER, REFERRAL, Occasion.DANGER_NOW, 4));
    }

    @Test
    void doesNotTakeAReturnedPackageForOneThatTheAgencyHas() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        delivered(SUPPLEMENT, LATER, PackageKind.REFERRAL, null, List.of());
        tell(new PackageReturned(SUPPLEMENT, LATER, AGENCY, ReturnReason.DUPLICATE));
        assertThat(view.supplements()).isEmpty();

        prioritised(LATER, Priority.P1);

        assertThat(view.supplements()).containsExactly(new DueSupplement(LATER, REFERRAL, Occasion.DANGER_NOW, 0));
    }

    @Test
    void sendsAFindingOnceToEachAgencyThatHasTheReport() {
        link();
        delivered(SUPPLEMENT, FIRST, PackageKind.SUPPLEMENT, LATER, List.of());
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());

        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));

        assertThat(view.supplements()).containsExactly(new DueSupplement(FIRST, REFERRAL, Occasion.FINDING, 4));
    }

    @Test
    void correctsWhatAPersonDecidesOtherwiseAndNotWhatStays() {
        tell(new ReportDesignated(FIRST, Designation.ACTIONABLE, Code.of("lead")));
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.MAY_BE_CHILD));
        printed = SafeguardingOutcome.MAY_BE_CHILD;
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        tell(new ReportDesignated(FIRST, Designation.ACTIONABLE, Code.of("other-lead")));
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.MAY_BE_CHILD));
        assertThat(view.corrections()).isEmpty();

        tell(new ReportDesignated(FIRST, Designation.INFORMATIONAL, Code.of("limited")));
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.SIGNS_DO_NOT_HOLD));

        assertThat(view.corrections())
                .extracting(
                        DueCorrection::delivery,
                        DueCorrection::other,
                        due -> due.reason().value())
                .containsExactlyInAnyOrder(
                        tuple(REFERRAL, FIRST, "designated-informational"),
                        tuple(REFERRAL, FIRST, "checked-signs-do-not-hold"));
    }

    @Test
    void sendsAFindingThatWasRecordedAfterThePackageWasMade() {
        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));
        tell(new FindingRecorded(new UUID(0, 6), FIRST, FindingKind.FACT));

        late(PackageKind.REFERRAL, 0, 1);

        assertThat(view.supplements()).containsExactly(new DueSupplement(FIRST, REFERRAL, Occasion.FINDING, 2));
    }

    @Test
    void sendsNoFindingThatIsInThePackage() {
        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));

        late(PackageKind.REFERRAL, 0, 1);

        assertThat(view.supplements()).isEmpty();
    }

    @Test
    void tellsOfARiseThatCameAfterTheDecision() {
        prioritised(FIRST, Priority.P3);
        prioritised(FIRST, Priority.P1);

        late(PackageKind.REFERRAL, 1, 2);

        assertThat(view.supplements()).containsExactly(new DueSupplement(FIRST, REFERRAL, Occasion.DANGER_NOW, 2));
    }

    @Test
    void tellsOfNoRiseThatWasKnownOrThatFellAgain() {
        prioritised(FIRST, Priority.P1);
        late(PackageKind.REFERRAL, 1, 1);
        assertThat(view.supplements()).isEmpty();

        prioritised(FIRST, Priority.P3);
        prioritised(FIRST, Priority.P1);
        prioritised(FIRST, Priority.P3);
        tell(new PackageReturned(REFERRAL, FIRST, AGENCY, ReturnReason.DUPLICATE));
        var before = view.supplements();
        late(PackageKind.REFERRAL, 2, 2);

        assertThat(view.supplements()).isEqualTo(before);
    }

    @Test
    void correctsADesignationThatChangedWhileThePackageWasOnItsWay() {
        designated(Designation.ACTIONABLE);
        designated(Designation.INFORMATIONAL);

        late(PackageKind.REFERRAL, 1, 2);

        assertThat(view.corrections())
                .containsExactly(new DueCorrection(REFERRAL, FIRST, Code.of("designated-informational"), 2));
    }

    @Test
    void correctsNoDesignationThatWasTakenBackOrThatAnUrgentSupplementDisregards() {
        designated(Designation.INFORMATIONAL);
        late(PackageKind.URGENT_SUPPLEMENT, 1, 1);
        assertThat(view.corrections()).isEmpty();

        tell(new PackageReturned(REFERRAL, FIRST, AGENCY, ReturnReason.DUPLICATE));
        designated(Designation.ACTIONABLE);
        late(PackageKind.REFERRAL, 0, 0);

        assertThat(view.corrections()).isEmpty();
    }

    @Test
    void correctsACheckThatThePackageDoesNotPrint() {
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.MAY_BE_CHILD));
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.SIGNS_DO_NOT_HOLD));
        printed = SafeguardingOutcome.MAY_BE_CHILD;

        late(PackageKind.REFERRAL, 1, 1);

        assertThat(view.corrections())
                .containsExactly(new DueCorrection(REFERRAL, FIRST, Code.of("checked-signs-do-not-hold"), 2));
    }

    @Test
    void correctsNoCheckThatThePackagePrintsOrHasNothingToPrintOf() {
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.SIGNS_DO_NOT_HOLD));
        late(PackageKind.REFERRAL, 0, 0);
        tell(new PackageReturned(REFERRAL, FIRST, AGENCY, ReturnReason.DUPLICATE));
        tell(new SafeguardingChecked(FIRST, SafeguardingOutcome.MAY_BE_VICTIM));
        printed = SafeguardingOutcome.MAY_BE_VICTIM;
        late(PackageKind.REFERRAL, 0, 0);

        assertThat(view.corrections()).isEmpty();
    }

    @Test
    void tellsAnAgencyOnceOfWhatCameOnTheWayToItTwice() {
        delivered(SUPPLEMENT, FIRST, PackageKind.SUPPLEMENT, LATER, List.of());
        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));

        late(PackageKind.REFERRAL, 0, 0);

        assertThat(view.supplements()).containsExactly(new DueSupplement(FIRST, SUPPLEMENT, Occasion.FINDING, 2));
    }

    @Test
    void tellsWhoWasToldNotToRelyOnALinkThatItIsInEffectAgain() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of(LATER));
        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.CUT));

        tell(new LinkRestored(LATER, FIRST));
        tell(new LinkRestored(LATER, FIRST));
        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.FAN_OUT));
        link();
        link();

        assertThat(view.corrections())
                .containsExactlyInAnyOrder(
                        new DueCorrection(REFERRAL, LATER, LinkWithdrawn.CUT, 3),
                        new DueCorrection(REFERRAL, LATER, DueCorrection.RESTORED, 4),
                        new DueCorrection(REFERRAL, LATER, LinkWithdrawn.FAN_OUT, 6),
                        new DueCorrection(REFERRAL, LATER, DueCorrection.RESTORED, 7));
    }

    @Test
    void tellsOfAFindingThatWasTakenBackWhereItIsPrinted() {
        findings = List.of(new UUID(0, 5));
        delivered(SUPPLEMENT, FIRST, PackageKind.SUPPLEMENT, LATER, List.of());
        findings = List.of();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());

        tell(new FindingWithdrawn(new UUID(0, 5), FIRST, Code.of("other-person")));
        tell(new FindingWithdrawn(new UUID(0, 6), FIRST, Code.of("other-person")));

        assertThat(view.corrections()).containsExactly(new DueCorrection(SUPPLEMENT, FIRST, DueCorrection.FINDING, 3));
    }

    @Test
    void tellsOfAFindingThatWasTakenBackWhileThePackageWasOnItsWay() {
        findings = List.of(new UUID(0, 5));
        tell(new FindingWithdrawn(new UUID(0, 5), FIRST, Code.of("other-person")));

        late(PackageKind.REFERRAL, 0, 0);

        assertThat(view.corrections()).containsExactly(new DueCorrection(REFERRAL, FIRST, DueCorrection.FINDING, 1));
    }

    @Test
    void namesWhatIsDueSoThatItCanBeReadBack() {
        var supplement = new DueSupplement(LATER, REFERRAL, Occasion.FINDING, 7);
        var correction = new DueCorrection(REFERRAL, FIRST, Code.of("designated-informational"), 7);

        assertThat(DueSupplement.of(supplement.name())).isEqualTo(supplement);
        assertThat(DueCorrection.of(correction.name())).isEqualTo(correction);
    }

    private void link() {
        tell(new ReportsLinked(LATER, FIRST, Code.of("email.exact"), 1, false));
    }

    private void prioritised(ReportNumber report, Priority priority) {
        tell(new ReportPrioritised(report, priority, true, 1, List.of(Code.of("no-rule-matched"))));
    }

    private void delivered(
            DeliveryId id, ReportNumber report, PackageKind kind, ReportNumber concerns, List<ReportNumber> linked) {
        tell(new PackageDelivered(
                id, report, AGENCY, kind, concerns, linked, findings, AT, position, position, printed));
    }

    /// A package arrives that was decided and made earlier than now.
    private void late(PackageKind kind, long chosenAt, long madeAt) {
        tell(new PackageDelivered(
                REFERRAL,
                FIRST,
                AGENCY,
                kind,
                kind == PackageKind.REFERRAL ? null : LATER,
                List.of(),
                findings,
                AT,
                chosenAt,
                madeAt,
                printed));
    }

    private void designated(Designation designation) {
        tell(new ReportDesignated(FIRST, designation, Code.of("lead")));
    }

    private void tell(Fact fact) {
        var entry = new Entry(++position, "test", 1, fact.subject(), "test", null, null, null, AT, "{}");
        view.take(new Follower.Followed(entry, fact));
    }

    /// Tables of an installation that has seen nothing yet.
    private static final class NothingKept extends StandingTable {
        NothingKept() {
            super((Sql) null);
        }

        @Override
        List<Standing> standings(Collection<ReportNumber> reports) {
            return List.of();
        }

        @Override
        List<KnownLink> links(Collection<ReportNumber> reports) {
            return List.of();
        }

        @Override
        List<Holding> holdings(Collection<ReportNumber> reports) {
            return List.of();
        }
    }
}
