// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.UnreferredReports;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Designated for referral, and with nobody.
class UnreferredTests extends ReferralCase {

    private static final int PLENTY = 100;

    @Autowired
    private UnreferredReports unreferred;

    private List<ReportNumber> listed() {
        return unreferred.list(ANALYST, null, PLENTY);
    }

    @Test
    void listsADesignatedReportUntilSomebodyRefersIt() {
        ReportNumber report = actionable(Told.in("OR", person()));
        assertThat(listed()).contains(report);
        assertThat(unreferred.count(ANALYST)).isPositive();

        refer(report, oregon);

        Eventually.holds(() -> assertThat(listed()).doesNotContain(report));
    }

    @Test
    void listsAReportAgainWhoseOnlyAgencyReturnedIt() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);
        settle();
        assertThat(listed()).doesNotContain(report);

        referrals.giveBack(officer(oregon), delivery.id(), ReturnReason.WRONG_PLACE);

        Eventually.holds(() -> assertThat(listed()).contains(report));
    }

    @Test
    void listsAReportThatAnAgencyHasThroughACutLinkOnlyUntilTheLinkIsBack() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = actionable(Told.in("OR", email));
        awaiting(later, DeliveryState.AWAITING);
        quiet();
        assertThat(listed()).doesNotContain(later);
        assertThat(referrals.having(ANALYST, later)).containsExactly(oregon);
        var pair = ReportPair.of(later, first);

        UUID cut = links.cut(ANALYST, pair, CutReason.SHARED).id();
        quiet();

        assertThat(listed()).contains(later).doesNotContain(first);
        assertThat(law().ids("not-yet-referred", "", 10_000)).contains(later.toString());
        assertThat(referrals.having(ANALYST, later)).isEmpty();

        links.undoCut(ANALYST, cut);
        quiet();

        assertThat(listed()).doesNotContain(later);
        assertThat(law().ids("with-delivery", "", 10_000)).contains(later.toString());
    }

    private Ledger law() {
        return ledgers.stream()
                .filter(ReferralLedger.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesOutWhatNeedsNoReferral() {
        ReportNumber report = actionable(Told.in("OR", person()));
        ReportNumber undecided = reports.file(Told.in("OR", person()));

        tell(new ReportDesignated(report, Designation.INFORMATIONAL, Code.of("no-lead")));

        assertThat(listed()).doesNotContain(report, undecided);
    }

    @Test
    void showsTheMostUrgentFirstAndGoesOnWhereAPageEnded() {
        ReportNumber ordinary = actionable(Told.in("OR", person()));
        ReportNumber urgent = actionable(Told.in("OR", person()));
        tell(new ReportPrioritised(ordinary, Priority.P3, true, 1, List.of(Code.of("stated"))));
        tell(new ReportPrioritised(urgent, Priority.P1, true, 1, List.of(Code.of("stated"))));

        assertThat(listed()).containsSubsequence(urgent, ordinary);
        assertThat(unreferred.list(ANALYST, urgent, PLENTY)).contains(ordinary).doesNotContain(urgent);
    }

    @Test
    void tellsNobodyWhoDoesNotRefer() {
        var reader = new Actor("reader-1", ActorKind.STAFF, EnumSet.of(Permission.REPORT_READ), null, Purpose.TRIAGE);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> unreferred.list(reader, null, PLENTY));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> unreferred.count(officer(oregon)));
    }

    @Test
    void aDesignatedReportThatIsNowhereBreaksTheLaw() {
        ReportNumber report = actionable(Told.in("OR", person()));
        Ledger law = law();
        assertThat(law.ids("not-yet-referred", "", 10_000)).contains(report.toString());

        sql.of("UPDATE referral.standing SET unreferred = false WHERE report = :report")
                .param("report", report.value())
                .update();

        assertThat(law.counts().stream().flatMap(count -> law.ids(count.name(), "", 10_000).stream()))
                .doesNotContain(report.toString());
        tell(new ReportDesignated(report, Designation.ACTIONABLE, Code.of("lead")));
        assertThat(law.ids("not-yet-referred", "", 10_000)).contains(report.toString());
    }

    @Test
    void readsAPageFromItsIndex() {
        int _ = sql.of("""
                INSERT INTO referral.standing (report, escalated, priority, designation, last_rise, last_designation, last_check,
                                               last_finding, last_withdrawal, unreferred)
                SELECT number, false, 1 + number % 5, 'ACTIONABLE', 0, 1, 0, 0, 0, number % 100 < 5
                  FROM unnest(:numbers::bigint[]) AS number
                """)
                .param("numbers", LongStream.range(7_000_000, 7_050_000).boxed().toArray(Long[]::new))
                .update();
        try {
            String first = plan(sql.of("EXPLAIN " + UnreferredTable.PAGE), null);
            String later = plan(sql.of("EXPLAIN " + UnreferredTable.PAGE), 7_020_000L);
            String urgent = plan(sql.of("EXPLAIN " + UnreferredTable.URGENT), null);

            assertThat(first).contains("standing_unreferred").doesNotContain("Sort", "Seq Scan");
            assertThat(later)
                    .contains("standing_unreferred", "Index Cond: (ROW(")
                    .doesNotContain("Sort", "Seq Scan");
            assertThat(urgent).contains("standing_unreferred_urgent").doesNotContain("Sort", "Seq Scan");
        } finally {
            int _ = sql.of("DELETE FROM referral.standing WHERE report BETWEEN 7000000 AND 7050000")
                    .update();
        }
    }

    private static String plan(StatementSpec explained, @Nullable Long after) {
        return String.join(
                "\n",
                explained
                        .param("limit", 50)
                        .param("most", 50)
                        .param("after", after)
                        .query(String.class)
                        .list());
    }
}
