// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.linking.FindingKind;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Code;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.referral.internal.DueSupplement.Occasion;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.facts.ReportDesignated;
import org.junit.jupiter.api.Test;

class FollowedViewTests extends FollowedViewCase {

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
    void tellsAnAgencyWhatCameOnTheWayThoughItHadTheReportThroughALinkThatFell() {
        delivered(SUPPLEMENT, FIRST, PackageKind.SUPPLEMENT, LATER, List.of());
        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));

        late(PackageKind.REFERRAL, 0, 0);

        assertThat(view.supplements()).contains(new DueSupplement(FIRST, REFERRAL, Occasion.FINDING, 2));
    }

    @Test
    void tellsAnAgencyOnceOfWhatCameOnTheWayToItTwice() {
        link();
        delivered(new DeliveryId(new UUID(0, 9)), LATER, PackageKind.REFERRAL, null, List.of());
        delivered(SUPPLEMENT, FIRST, PackageKind.SUPPLEMENT, LATER, List.of());
        tell(new FindingRecorded(new UUID(0, 5), FIRST, FindingKind.FACT));

        late(PackageKind.REFERRAL, 0, 0);

        assertThat(view.supplements()).containsExactly(new DueSupplement(FIRST, SUPPLEMENT, Occasion.FINDING, 4));
    }

    @Test
    void reachesNoFurtherThanOneLink() {
        link();
        delivered(REFERRAL, FIRST, PackageKind.REFERRAL, null, List.of());
        delivered(SUPPLEMENT, LATER, PackageKind.SUPPLEMENT, FIRST, List.of());
        var last = new ReportNumber(3);
        tell(new ReportsLinked(last, LATER, Code.of("email.exact"), 1, false));

        prioritised(last, Priority.P1);

        assertThat(view.supplements()).isEmpty();
    }

    @Test
    void namesWhatIsDueSoThatItCanBeReadBack() {
        var supplement = new DueSupplement(LATER, REFERRAL, Occasion.FINDING, 7);
        var correction = new DueCorrection(REFERRAL, FIRST, Code.of("designated-informational"), 7);

        assertThat(DueSupplement.of(supplement.name())).isEqualTo(supplement);
        assertThat(DueCorrection.of(correction.name())).isEqualTo(correction);
    }
}
