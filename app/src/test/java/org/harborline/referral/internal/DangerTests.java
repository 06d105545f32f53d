// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.Priority;
import org.harborline.triage.facts.ReportPrioritised;
import org.junit.jupiter.api.Test;

/// What agencies are told of danger now: on whose word, and that it is taken back.
class DangerTests extends ReferralCase {

    private static final List<Code> BY_PERSON = List.of(Code.of("lowered-by-person"));

    @Test
    void saysThatTheSenderMarkedAReportWhereNothingElseSpeaksForDanger() {
        String email = person();
        referred(email);

        ReportNumber later = reports.file(Told.in("OR", email).urgent());
        tell(new ReportPrioritised(later, Priority.P1, false, 1, List.of(Code.of("sender-escalated"))));
        quiet();

        assertThat(changes(later)).containsExactly(List.of("later-report", "urgent-by-sender"));
    }

    @Test
    void saysThatTheClearinghouseSetTheHighestPriorityAndTakesItBackWhenPeopleLowerIt() {
        ReportNumber report = referred(person());

        prioritise(report, Priority.P1);
        prioritise(report, Priority.P3);
        prioritise(report, Priority.P4);

        assertThat(changes(report))
                .containsExactly(List.of(), List.of("urgent-by-priority"), List.of("urgent-no-more"));
        Delivery correction = referrals.ofReport(ANALYST, report).getLast();
        assertThat(referrals.read(ANALYST, correction.id()).change().code()).isEqualTo("decided-otherwise");
    }

    @Test
    void takesBackWhatALaterReportWasSaidToBe() {
        String email = person();
        referred(email);
        ReportNumber later = reports.file(Told.in("OR", email).urgent());
        quiet();

        tell(new ReportPrioritised(later, Priority.P1, false, 1, List.of(Code.of("sender-escalated"))));
        prioritise(later, Priority.P2);

        assertThat(changes(later))
                .containsExactly(List.of("later-report", "urgent-by-sender"), List.of("urgent-no-more"));
    }

    @Test
    void takesNothingBackFromWhoWasNotToldOfIt() {
        ReportNumber report = actionable(Told.in("OR", person()));
        prioritise(report, Priority.P1);
        refer(report, oregon);
        quiet();

        prioritise(report, Priority.P3);

        assertThat(told(report, oregon)).containsExactly("REFERRAL AWAITING");
    }

    private ReportNumber referred(String email) {
        ReportNumber report = actionable(Told.in("OR", email));
        refer(report, oregon);
        quiet();
        return report;
    }

    private void prioritise(ReportNumber report, Priority priority) {
        tell(new ReportPrioritised(report, priority, true, 1, BY_PERSON));
        quiet();
    }

    /// What the packages of a report say is different, oldest first.
    private List<List<String>> changes(ReportNumber report) {
        return referrals.ofReport(ANALYST, report).stream()
                .map(one -> referrals.read(ANALYST, one.id()).change())
                .map(change -> change == null
                        ? List.<String>of()
                        : change.what().stream().map(PackageDocument.Why::code).toList())
                .toList();
    }
}
