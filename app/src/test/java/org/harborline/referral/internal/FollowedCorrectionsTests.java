// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.harborline.linking.FindingKind;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.platform.Code;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;

/// What must be corrected at whom, and once.
class FollowedCorrectionsTests extends FollowedViewCase {

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
    void tellsOfAFindingThatWasTakenBackWhereOnlyACorrectionPrintedIt() {
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        findings = List.of(new UUID(0, 5));
        delivered(CORRECTION, FIRST, PackageKind.CORRECTION, FIRST, List.of());

        tell(new FindingWithdrawn(new UUID(0, 5), FIRST, Code.of("other-person")));

        assertThat(view.corrections()).containsExactly(new DueCorrection(CORRECTION, FIRST, DueCorrection.FINDING, 3));
    }

    @Test
    void correctsALinkThatOnlyACorrectionNamed() {
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        link();
        delivered(CORRECTION, FIRST, PackageKind.CORRECTION, FIRST, List.of(LATER));

        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.CUT));

        assertThat(view.corrections()).containsExactly(new DueCorrection(CORRECTION, LATER, LinkWithdrawn.CUT, 4));
    }

    @Test
    void correctsALinkThatFellWhileTheCorrectionThatNamesItWasOnItsWay() {
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        link();
        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.CUT));

        delivered(CORRECTION, FIRST, PackageKind.CORRECTION, FIRST, List.of(LATER));

        assertThat(view.corrections()).containsExactly(new DueCorrection(CORRECTION, LATER, LinkWithdrawn.CUT, 3));
    }

    @Test
    void correctsALinkOnceHoweverOftenItWasCorrectedBefore() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of(LATER));
        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.CUT));
        delivered(CORRECTION, FIRST, PackageKind.CORRECTION, LATER, List.of());
        tell(new LinkRestored(LATER, FIRST));
        delivered(new DeliveryId(new UUID(0, 13)), FIRST, PackageKind.CORRECTION, LATER, List.of(LATER));

        tell(new LinkWithdrawn(LATER, FIRST, LinkWithdrawn.CUT));

        assertThat(view.corrections())
                .containsExactlyInAnyOrder(
                        new DueCorrection(REFERRAL, LATER, LinkWithdrawn.CUT, 3),
                        new DueCorrection(REFERRAL, LATER, DueCorrection.RESTORED, 5),
                        new DueCorrection(REFERRAL, LATER, LinkWithdrawn.CUT, 7));
    }

    @Test
    void tellsOfAFindingThatWasTakenBackWhileASupplementWasOnItsWay() {
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));
        tell(new FindingWithdrawn(new UUID(0, 5), FIRST, Code.of("other-person")));
        assertThat(view.corrections()).isEmpty();
        findings = List.of(new UUID(0, 5));

        late(SUPPLEMENT, PackageKind.SUPPLEMENT, 2, 2);

        assertThat(view.corrections()).containsExactly(new DueCorrection(SUPPLEMENT, FIRST, DueCorrection.FINDING, 3));
    }

    @Test
    void takesBackAtWhomItWasSaidThatAReportIsAboutDangerNow() {
        prioritised(FIRST, Priority.P3);
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        prioritised(FIRST, Priority.P1);
        delivered(SUPPLEMENT, FIRST, PackageKind.URGENT_SUPPLEMENT, FIRST, List.of());

        prioritised(FIRST, Priority.P3);
        prioritised(FIRST, Priority.P4);

        assertThat(view.corrections())
                .containsExactly(new DueCorrection(SUPPLEMENT, FIRST, Code.of("urgent-no-more"), 5));
    }

    @Test
    void takesDangerBackThatWasLoweredWhileTheUrgentSupplementWasOnItsWay() {
        prioritised(FIRST, Priority.P1);
        prioritised(FIRST, Priority.P3);

        late(SUPPLEMENT, PackageKind.URGENT_SUPPLEMENT, 1, 2);

        assertThat(view.corrections())
                .containsExactly(new DueCorrection(SUPPLEMENT, FIRST, Code.of("urgent-no-more"), 2));
    }
}
