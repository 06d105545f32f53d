// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.Preservations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.PreservationRenewed;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.Settings;
import org.harborline.platform.testing.SentMails;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Endings;
import org.harborline.referral.Endings.Ending;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What agencies and staff see of material that senders soon keep no longer.
class EndingTests extends ReferralPageCase {

    @Autowired
    Endings endings;

    @Autowired
    WarnOfPreservation warn;

    @Autowired
    PreservationTable table;

    @Autowired
    PreservationWarningTable warningTable;

    @Autowired
    Settings settings;

    @Autowired
    Recording recording;

    @Autowired
    Clock clock;

    private ReportNumber endingIn(Duration time) {
        ReportNumber report = reports.file(Told.in("OR", person()));
        reports.keep(report, clock.instant().plus(time));
        designate(report);
        refer(report, oregon);
        quiet();
        return report;
    }

    private List<ReportNumber> listed(org.harborline.platform.Actor actor) {
        return endings.list(actor, null, 200).stream().map(Ending::report).toList();
    }

    @Test
    void anAgencySeesItsOwnAndStaffSeeAllUntilItIsReturnedOrKeptLonger() {
        ReportNumber soon = endingIn(Duration.ofDays(20));
        ReportNumber sooner = endingIn(Duration.ofDays(5));
        ReportNumber late = endingIn(Duration.ofDays(80));

        assertThat(listed(officer(oregon))).containsSubsequence(sooner, soon).doesNotContain(late);
        assertThat(listed(ANALYST)).containsSubsequence(sooner, soon).doesNotContain(late);
        assertThat(listed(officer(sanDiego))).doesNotContain(sooner, soon);
        assertThat(page("/agency/preservation", officer(oregon), "en")).contains(sooner.toString());
        assertThat(page("/referrals/preservation", ANALYST, "es")).contains(sooner.toString(), "Conservación");

        tell(new PreservationRenewed(
                soon,
                InventedReports.PROVIDER,
                UUID.randomUUID(),
                null,
                clock.instant().plus(Duration.ofDays(100))));
        referrals.giveBack(
                officer(oregon), referrals.ofReport(ANALYST, sooner).getFirst().id(), ReturnReason.WRONG_PLACE);
        quiet();

        assertThat(listed(officer(oregon))).doesNotContain(sooner, soon);
        assertThat(table.keptUntil(oregon, sooner)).isEmpty();
        assertThat(table.keptUntil(oregon, soon).orElseThrow())
                .isAfter(clock.instant().plus(Duration.ofDays(99)));
    }

    @Test
    void onlyAnAgencyThatHasThePackageAsksForLonger() {
        ReportNumber report = endingIn(Duration.ofDays(20));
        inIntake(report);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);
        var ask = new Preservations.Renew(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(60), "[synthetic order 3]", false);

        assertThat(page("/agency/packages/" + delivery.id() + "/preservation", officer(oregon), "en"))
                .contains("Ask the company to keep it longer");
        assertThat(mvc.perform(as(get("/agency/packages/" + delivery.id() + "/preservation"), officer(sanDiego))))
                .hasStatus(404);
        refused(PlatformProblem.NOT_FOUND, () -> endings.renew(officer(sanDiego), delivery.id(), ask));

        endings.renew(officer(oregon), delivery.id(), ask);
        settle();
        assertThat(table.keptUntil(oregon, report).orElseThrow())
                .isAfter(clock.instant().plus(Duration.ofDays(59)));
        assertThat(page("/agency/packages/" + delivery.id() + "/preservation", officer(oregon), "es"))
                .contains("[synthetic order 3]");

        referrals.giveBack(officer(oregon), delivery.id(), ReturnReason.WRONG_PLACE);
        quiet();
        refused(ReferralProblem.WRONG_STATE, () -> endings.renew(officer(oregon), delivery.id(), ask));
    }

    /// Intake knows the report too.
    private void inIntake(ReportNumber report) {
        int _ = sql.of("""
                INSERT INTO intake.report (report_number, provider_id, provider_name, state, incident_type, escalated,
                                           batched, incident_at, dropped_count, item_count, opened_at, changed_at,
                                           ended_at, preserved_until)
                VALUES (:report, :provider, 'Example Chat', 'FINISHED', 'CSAM', false, false, :now, 0, 0, :now, :now,
                        :now, CAST(:now AS timestamptz) + interval '20 days')
                """)
                .param("report", report.value())
                .param("provider", InventedReports.PROVIDER)
                .param("now", Columns.time(clock.instant()))
                .update();
    }

    @Test
    void anAgencyIsWarnedOnceByAMailThatSaysHowManyAndThePageAndNamesNoReport() {
        warn.run();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ReportNumber report = reports.file(Told.in("OR", person()));
        reports.keep(report, today.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(30)));
        designate(report);
        refer(report, oregon);
        quiet();
        int _ = sql.of("UPDATE referral.preservation_watch SET day = day - 1").update();
        int _ = sql.of("DELETE FROM referral.preservation_warning").update();
        var mails = new SentMails();
        var job = new WarnOfPreservation(warningTable, organisations, mails, settings, recording);

        job.run();
        job.run();

        assertThat(sql.of("SELECT days || ' ' || reports FROM referral.preservation_warning WHERE agency_id = :agency")
                        .param("agency", oregon.value())
                        .query(String.class)
                        .list())
                .containsExactly("30 1");
        assertThat(mails.to("intake@us-or.example"))
                .containsExactly(new SentMails.Letter("intake@us-or.example", "Preservation ends soon", """
                        Companies soon keep no longer what belongs to packages that you have.
                        In 30 days or less, until %s: 1
                        You can ask the company to keep it longer:
                        %s/agency/preservation""".formatted(
                                today.plusDays(29), settings.publicUrl())));
    }

    @Test
    void readsListsFromTheirIndexes() {
        int _ = sql.of("""
                INSERT INTO referral.preservation (agency_id, report, delivery_id, kept_until)
                SELECT CASE WHEN n % 3 = 0 THEN :oregon ELSE gen_random_uuid() END, 900000000 + n, gen_random_uuid(),
                       timestamptz '2099-01-01Z' + n * interval '1 minute'
                  FROM generate_series(1, 20000) AS n
                """).param("oregon", oregon.value()).update();
        try {
            assertThat(plan(sql.of("EXPLAIN " + PreservationTable.OF_AGENCY)))
                    .contains("preservation_of_agency")
                    .doesNotContain("Sort", "Seq Scan");
            assertThat(plan(sql.of("EXPLAIN " + PreservationTable.ENDING)))
                    .contains("preservation_ending")
                    .doesNotContain("Sort", "Seq Scan");
        } finally {
            int _ = sql.of("DELETE FROM referral.preservation WHERE report > 900000000")
                    .update();
        }
    }

    private String plan(org.springframework.jdbc.core.simple.JdbcClient.StatementSpec statement) {
        return String.join(
                "\n",
                statement
                        .param("agency", oregon.value())
                        .param("report", 1L)
                        .param("after", Columns.time(clock.instant()))
                        .param("until", Columns.time(clock.instant()))
                        .param("limit", 50)
                        .query(String.class)
                        .list());
    }
}
