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
        tell(new PackageDelivered(id, report, AGENCY, kind, concerns, linked, AT));
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
