// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.UUID;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Held;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;

/// What an agency still gets about a report that it has through a link only, once the link was cut.
class CutLinkTests extends ReferralCase {

    private static final Actor FINDER = new Actor(
            "finder-1",
            ActorKind.STAFF,
            EnumSet.of(Permission.REPORT_READ, Permission.FINDING_RECORD),
            null,
            Purpose.TRIAGE);

    @Test
    void tellsNothingNewAboutAReportThatIsNotRelatedAnyMore() {
        String email = person();
        ReportNumber first = referred(email);
        ReportNumber later = followed(email);
        cut(later, first);
        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT AWAITING", "CORRECTION AWAITING");

        found(later);

        assertThat(told(later, oregon)).containsExactly("SUPPLEMENT AWAITING", "CORRECTION AWAITING");
        refused(ReferralProblem.WRONG_STATE, () -> referrals.sendNews(ANALYST, later));

        refer(later, oregon);
        quiet();
        found(later);

        assertThat(told(later, oregon))
                .containsExactly(
                        "SUPPLEMENT AWAITING", "CORRECTION AWAITING", "REFERRAL AWAITING", "SUPPLEMENT AWAITING");
    }

    @Test
    void stillTellsWhoHasItThroughAnotherLink() {
        String email = person();
        ReportNumber first = referred(email);
        ReportNumber second = reports.file(Told.in("OR", email));
        settle();
        links.cut(ANALYST, ReportPair.of(second, first), CutReason.SHARED);
        designate(second);
        refer(second, oregon);
        quiet();
        ReportNumber later = followed(email);
        Delivery supplement = referrals.ofReport(ANALYST, later).getFirst();
        cut(later, supplement.concerns());

        found(later);

        assertThat(told(later, oregon))
                .containsExactly("SUPPLEMENT AWAITING", "CORRECTION AWAITING", "SUPPLEMENT AWAITING");
    }

    @Test
    void holdsWhatWasNewBeforeTheLinkWasCut() {
        String email = person();
        ReportNumber first = referred(email);
        ReportNumber later = followed(email);
        closeOregon(true);
        try {
            found(later);
            assertThat(told(later, oregon)).containsExactly("SUPPLEMENT AWAITING", "SUPPLEMENT HELD");
            cut(later, first);
        } finally {
            closeOregon(false);
        }

        Delivery news = referrals.ofReport(ANALYST, later).get(1);
        referrals.reconsider(ANALYST, news.id());

        assertThat(referrals.get(ANALYST, news.id()).held().why()).isEqualTo(Held.Why.LINK_WITHDRAWN);
    }

    @Test
    void correctsWithoutTellingWhatWasFoundSince() {
        String email = person();
        ReportNumber first = referred(email);
        ReportNumber later = reports.file(Told.in("OR", email));
        UUID known = links.record(FINDER, fact(later, 1));
        designate(later);
        quiet();
        cut(later, first);
        links.record(FINDER, fact(later, 2));
        reports.file(Told.in("OR", email));
        quiet();

        tell(new SafeguardingChecked(later, SafeguardingOutcome.MAY_BE_VICTIM));
        quiet();

        Delivery correction = referrals.ofReport(ANALYST, later).getLast();
        assertThat(correction.kind()).isEqualTo(PackageKind.CORRECTION);
        assertThat(correction.state()).isEqualTo(DeliveryState.AWAITING);
        PackageDocument document = referrals.read(ANALYST, correction.id());
        assertThat(document.change().what())
                .extracting(PackageDocument.Why::code)
                .containsExactly("checked-may-be-victim");
        assertThat(document.clearinghouseFindings())
                .extracting(PackageDocument.FindingPart::id)
                .containsExactly(known.toString());
        assertThat(document.linkedReports()).isEmpty();
    }

    /// Reports of one person: the first is referred.
    private ReportNumber referred(String email) {
        ReportNumber report = actionable(Told.in("OR", email));
        refer(report, oregon);
        quiet();
        return report;
    }

    /// One that follows it as a supplement.
    private ReportNumber followed(String email) {
        ReportNumber report = actionable(Told.in("OR", email));
        quiet();
        assertThat(told(report, oregon)).containsExactly("SUPPLEMENT AWAITING");
        return report;
    }

    private void cut(ReportNumber later, ReportNumber first) {
        links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);
        quiet();
    }

    private void found(ReportNumber report) {
        links.record(FINDER, fact(report, 3));
        quiet();
    }

    private static RecordFinding fact(ReportNumber report, int number) {
        return new RecordFinding(
                report,
                FindingKind.FACT,
                null,
                null,
                false,
                PartyRole.REPORTED_PERSON,
                "[synthetic fact " + number + "]",
                "[synthetic source 1]",
                "[synthetic method 1]",
                InventedReports.FILED.atOffset(ZoneOffset.UTC),
                null,
                Confidence.HIGH);
    }
}
