// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How reports end that were never filed, and what a hold keeps of them.
@SpringBootTest(properties = ReportFilingTests.Time.NO_PAGING)
@Import(ReportFilingTests.Time.class)
class ReportEndingTests {

    private static final Actor SYSTEM = Actor.system("intake-tests");
    private static final Actor HOLDER =
            new Actor("supervisor-1", ActorKind.STAFF, Set.of(Permission.HOLD_PLACE), null, null);

    @Autowired
    private Filings filings;

    @Autowired
    private Reports reports;

    @Autowired
    private RefusedEscalations refused;

    @Autowired
    private ExpireReports expire;

    @Autowired
    private Vault vault;

    @Autowired
    private Transactions transactions;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    private final Actor provider = provider();

    private static Actor provider() {
        return new Actor(
                "credential-1",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE),
                RecordRef.of("provider", Ids.next()),
                Purpose.REPORTING_OBLIGATION);
    }

    private static SentDocument document(String text) {
        return new SentDocument("Example Chat", text.getBytes(StandardCharsets.UTF_8), "UTF-8");
    }

    private ReportNumber open(String sample) {
        FilingAnswer answer = filings.submit(provider, document(SampleDocuments.text(sample)));
        assertThat(answer.code()).as(answer.description()).isEqualTo(WireCode.SUCCESS);
        return Objects.requireNonNull(answer.report());
    }

    private long facts(ReportNumber number, String type) {
        return database.sql("""
                SELECT (SELECT count(*) FROM journal.inbox WHERE subject_kind = 'report' AND subject_id = :id AND fact_type = :type)
                     + (SELECT count(*) FROM journal.entry WHERE subject_kind = 'report' AND subject_id = :id AND fact_type = :type)
                """)
                .param("id", number.toString())
                .param("type", type)
                .query(Long.class)
                .single();
    }

    @Test
    void expiresAtTheLaterOfADayAfterOpeningAndAnHourAfterTheLastChange() {
        ReportNumber plain = open("minimal");
        ReportNumber changed = open("enticement");
        clock.move(Duration.ofHours(23).plusMinutes(30));
        String item = SampleDocuments.text("item").replace("<reportId>1<", "<reportId>" + changed + "<");
        assertThat(filings.describeItem(provider, document(item)).code()).isEqualTo(WireCode.SUCCESS);

        clock.move(Duration.ofMinutes(30).minusNanos(1000));
        expire.run();
        assertThat(state(plain)).as("a moment before a day").isEqualTo(ReportState.OPEN);

        clock.move(Duration.ofNanos(1000));
        expire.run();
        assertThat(state(plain)).isEqualTo(ReportState.EXPIRED);
        assertThat(state(changed)).as("half an hour after a change").isEqualTo(ReportState.OPEN);

        clock.move(Duration.ofMinutes(30));
        expire.run();
        assertThat(state(changed)).isEqualTo(ReportState.EXPIRED);
        assertThat(filings.finish(provider, changed.value()).code()).isEqualTo(WireCode.NO_SUCH_REPORT);
        assertThat(facts(changed, "intake.report-expired")).isOne();
        assertThat(refused.list(dutyOfficer(), null, 100))
                .filteredOn(one -> changed.equals(one.report()))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(RefusedEscalation.Reason.EXPIRED));
        assertThat(refused.list(dutyOfficer(), null, 100)).noneMatch(one -> plain.equals(one.report()));
    }

    private ReportState state(ReportNumber number) {
        return reports.find(SYSTEM, number).orElseThrow().state();
    }

    @Test
    void aHoldKeepsAnOpenReportFromExpiring() {
        ReportNumber held = open("minimal");
        ReportNumber free = open("minimal");
        vault.hold(HOLDER, held.asRecord(), Code.of("court-order"));
        clock.move(Duration.ofHours(25));
        expire.run();
        assertThat(state(held)).isEqualTo(ReportState.OPEN);
        assertThat(keys(held)).isEqualTo(2);
        assertThat(state(free)).isEqualTo(ReportState.EXPIRED);
        assertThat(keys(free)).isZero();

        vault.release(HOLDER, held.asRecord(), Code.of("case-ended"));
        expire.run();
        assertThat(state(held)).isEqualTo(ReportState.EXPIRED);
    }

    @Test
    void aHoldThatIsBeingPlacedWinsOverTheClock() throws InterruptedException {
        ReportNumber held = open("minimal");
        clock.move(Duration.ofHours(25));
        Thread expiring = Thread.ofPlatform().unstarted(expire::run);
        transactions.run(() -> {
            vault.hold(HOLDER, held.asRecord(), Code.of("court-order"));
            expiring.start();
            Eventually.holds(
                    () -> assertThat(waiting()).as("waits for the hold").isTrue());
        });
        expiring.join();
        assertThat(state(held)).isEqualTo(ReportState.OPEN);
        assertThat(texts(held)).isOne();
        assertThat(keys(held)).isEqualTo(2);
    }

    private boolean waiting() {
        return database.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void reportsBehindManyHeldOnesExpireToo() {
        for (int i = 0; i < ExpireReports.AT_ONCE + 1; i++) {
            vault.hold(HOLDER, open("minimal").asRecord(), Code.of("court-order"));
        }
        clock.move(Duration.ofMinutes(1));
        ReportNumber free = open("minimal");
        clock.move(Duration.ofHours(25));
        expire.run();
        assertThat(state(free)).isEqualTo(ReportState.EXPIRED);
    }

    @Test
    void aHeldReportThatIsRetractedKeepsItsTextsUntilItIsReleased() {
        ReportNumber number = open("minimal");
        String item = SampleDocuments.text("item").replace("<reportId>1<", "<reportId>" + number + "<");
        assertThat(filings.describeItem(provider, document(item)).code()).isEqualTo(WireCode.SUCCESS);
        vault.hold(HOLDER, number.asRecord(), Code.of("court-order"));

        assertThat(filings.retract(provider, number.value()).code()).isEqualTo(WireCode.SUCCESS);

        assertThat(state(number)).isEqualTo(ReportState.RETRACTED);
        assertThat(texts(number)).isOne();
        assertThat(items(number)).isOne();
        assertThat(keys(number)).isEqualTo(2);

        vault.release(HOLDER, number.asRecord(), Code.of("case-ended"));
        Eventually.holds(() -> {
            assertThat(texts(number)).isZero();
            assertThat(items(number)).isZero();
            assertThat(keys(number)).isZero();
        });
    }

    private long items(ReportNumber number) {
        return database.sql("SELECT count(*) FROM intake.item WHERE report_number = :n")
                .param("n", number.value())
                .query(Long.class)
                .single();
    }

    @Test
    void aFiledReportKeepsItsTextsWhenItsHoldEnds() {
        ReportNumber filed = open("minimal");
        ReportNumber retracted = open("minimal");
        assertThat(filings.finish(provider, filed.value()).code()).isEqualTo(WireCode.SUCCESS);
        vault.hold(HOLDER, filed.asRecord(), Code.of("court-order"));
        vault.hold(HOLDER, retracted.asRecord(), Code.of("court-order"));
        assertThat(filings.retract(provider, retracted.value()).code()).isEqualTo(WireCode.SUCCESS);
        vault.release(HOLDER, filed.asRecord(), Code.of("case-ended"));
        vault.release(HOLDER, retracted.asRecord(), Code.of("case-ended"));
        Eventually.holds(() -> assertThat(keys(retracted)).isZero());
        assertThat(texts(filed)).isOne();
        assertThat(keys(filed)).isEqualTo(2);
    }

    private long texts(ReportNumber number) {
        return database.sql("SELECT count(*) FROM intake.received WHERE report_number = :n")
                .param("n", number.value())
                .query(Long.class)
                .single();
    }

    private long keys(ReportNumber number) {
        return database.sql("SELECT count(*) FROM vault.record_key WHERE record_kind = 'report' AND record_id = :n")
                .param("n", number.toString())
                .query(Long.class)
                .single();
    }

    private static Actor dutyOfficer() {
        return new Actor("duty-1", ActorKind.STAFF, Set.of(Permission.PAGE_ACKNOWLEDGE), null, null);
    }
}
