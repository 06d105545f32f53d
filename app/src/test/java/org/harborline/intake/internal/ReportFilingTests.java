// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.Disclosures;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = ReportFilingTests.Time.NO_PAGING)
@Import(ReportFilingTests.Time.class)
class ReportFilingTests {

    @TestConfiguration
    static class Time {
        /// Jobs run by the machine's clock. By this one the next page would always be due: round after round, for ever.
        static final String NO_PAGING = "harborline.triage.page-every=3650d";

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    private static final Actor SYSTEM = Actor.system("intake-tests");
    private static final Actor ANALYST = new Actor(
            "analyst-1",
            ActorKind.STAFF,
            Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL),
            null,
            Purpose.TRIAGE);

    @Autowired
    private Filings filings;

    @Autowired
    private Reports reports;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private List<Ledger> ledgers;

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
    void filesAReportOnceAndTellsTheSameForEver() {
        ReportNumber number = open("enticement");
        assertThat(reports.find(SYSTEM, number).orElseThrow().state()).isEqualTo(ReportState.OPEN);
        assertThat(reports.open(SYSTEM, List.of(number))).as("not yet filed").isEmpty();

        assertThat(filings.finish(provider, number.value()).code()).isEqualTo(WireCode.SUCCESS);

        assertThat(filings.finish(provider, number.value()).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(filings.retract(provider, number.value()).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(facts(number, "intake.report-filed")).isOne();
        var report = reports.find(SYSTEM, number).orElseThrow();
        assertThat(report.state()).isEqualTo(ReportState.FINISHED);
        assertThat(report.providerName()).isEqualTo("Example Chat");
        assertThat(report.escalated()).isTrue();
        assertThat(report.preservedUntil())
                .isEqualTo(Instant.parse("2027-11-23T12:00:00Z")
                        .plus(Duration.between(Instant.parse("2026-11-23T12:00:00Z"), report.finishedAt())));
        ReceivedReport received = reports.open(SYSTEM, List.of(number)).get(number);
        assertThat(received.number()).isEqualTo(number);
        assertThat(received.identifiers()).isNotEmpty();
    }

    @Test
    void forgetsARetractedReportAndSaysSo() {
        ReportNumber number = open("minimal");
        assertThat(filings.retract(provider, number.value()).code()).isEqualTo(WireCode.SUCCESS);
        assertThat(filings.retract(provider, number.value()).code()).isEqualTo(WireCode.ALREADY_RETRACTED);
        assertThat(filings.finish(provider, number.value()).code()).isEqualTo(WireCode.ALREADY_RETRACTED);
        assertThat(facts(number, "intake.report-retracted")).isOne();
        assertThat(texts(number)).isZero();
        assertThat(keys(number)).isZero();
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

    @Test
    void hidesReportsOfOtherProviders() {
        ReportNumber number = open("minimal");
        Actor other = provider();
        assertThat(filings.finish(other, number.value()).code()).isEqualTo(WireCode.NO_SUCH_REPORT);
        assertThat(filings.retract(other, number.value()).code()).isEqualTo(WireCode.NO_SUCH_REPORT);
        assertThat(filings.finish(provider, 17).code()).isEqualTo(WireCode.NO_SUCH_REPORT);
        assertThat(filings.finish(provider, number.value()).code()).isEqualTo(WireCode.SUCCESS);
    }

    private ReportState state(ReportNumber number) {
        return reports.find(SYSTEM, number).orElseThrow().state();
    }

    @Test
    void takesOneItemInABatchAndRefusesToFileTwo() {
        ReportNumber number = open("batched");
        String viral = SampleDocuments.text("item")
                .replace("<reportId>1<", "<reportId>" + number + "<")
                .replace("</fileDetails>", "<fileAnnotations><viral/></fileAnnotations></fileDetails>");
        assertThat(filings.describeItem(provider, document(viral)).item()).isEqualTo("item-88-A");
        assertThat(filings.describeItem(provider, document(viral.replace("88-A", "88-C")))
                        .code())
                .isEqualTo(WireCode.SUCCESS);
        assertThat(filings.finish(provider, number.value()).code()).isEqualTo(WireCode.VALIDATION_FAILED);
        assertThat(state(number)).isEqualTo(ReportState.OPEN);
    }

    @Test
    void answersAFinishedReportWithTheReferencesOfItsItems() {
        ReportNumber number = open("minimal");
        String item = SampleDocuments.text("item-full").replace("<reportId>1<", "<reportId>" + number + "<");
        assertThat(filings.describeItem(provider, document(item)).code()).isEqualTo(WireCode.SUCCESS);
        assertThat(filings.finish(provider, number.value()).items()).containsExactly("item-88-B");
        assertThat(filings.describeItem(provider, document(item)).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(reports.open(SYSTEM, List.of(number)).get(number).items())
                .singleElement()
                .satisfies(one -> assertThat(one.publiclyAvailable()).isFalse());
    }

    @Test
    void anItemDescribedAgainKeepsItsPlaceAndItsLastWordCounts() {
        ReportNumber number = open("batched");
        String viral = SampleDocuments.text("item")
                .replace("<reportId>1<", "<reportId>" + number + "<")
                .replace("</fileDetails>", "<fileAnnotations><viral/></fileAnnotations></fileDetails>");
        assertThat(filings.describeItem(provider, document(viral)).code()).isEqualTo(WireCode.SUCCESS);
        var again = filings.describeItem(
                provider, document(viral.replace("<fileViewedByEsp>true", "<fileViewedByEsp>false")));
        assertThat(again.code()).isEqualTo(WireCode.SUCCESS);
        assertThat(again.item()).isEqualTo("item-88-A");
        var finished = filings.finish(provider, number.value());
        assertThat(finished.code()).as("one item, so a batch").isEqualTo(WireCode.SUCCESS);
        assertThat(finished.items()).containsExactly("item-88-A");
        assertThat(reports.open(SYSTEM, List.of(number)).get(number).items())
                .singleElement()
                .satisfies(one -> assertThat(one.viewedByProvider()).isFalse());
    }

    @Test
    void countsWhatTheGateLeftOutOfAReportAndOfTheLastWordOnEachItem() {
        ReportNumber number = open("minimal");
        long before = dropped(number);
        String item = SampleDocuments.text("item-full").replace("<reportId>1<", "<reportId>" + number + "<");
        String hash = "<originalFileHash hashType=\"MD5\">00112233445566778899aabbccddeeff</originalFileHash>";
        assertThat(item).contains(hash);
        assertThat(filings.describeItem(provider, document(item)).code()).isEqualTo(WireCode.SUCCESS);
        assertThat(dropped(number)).isEqualTo(before + 8);
        assertThat(filings.describeItem(provider, document(item.replace(hash, "")))
                        .code())
                .isEqualTo(WireCode.SUCCESS);
        assertThat(dropped(number)).as("said again with one less").isEqualTo(before + 7);
    }

    private long dropped(ReportNumber number) {
        return database.sql("SELECT dropped_count FROM intake.report WHERE report_number = :n")
                .param("n", number.value())
                .query(Long.class)
                .single();
    }

    @Test
    void storesNothingInClear() {
        ReportNumber number = open("full");
        Map<String, Object> row = database.sql(
                        "SELECT report::text AS a, received::text AS b FROM intake.report JOIN intake.received USING (report_number) WHERE report_number = :n")
                .param("n", number.value())
                .query()
                .singleRow();
        assertThat(row.toString())
                .doesNotContain("synthetic narrative", "mail.example", "198.51.100", "Last1", "user-1");
    }

    @Test
    void revealsASectionWithAFactAndNeedsAPurpose() {
        ReportNumber number = open("enticement");
        var ignored = filings.finish(provider, number.value());
        assertThat(ignored.code()).isEqualTo(WireCode.SUCCESS);
        Code section = Code.of("report.additional-info");
        assertThat(disclosures.revealText(ANALYST, number, section, 0)).isEqualTo("[synthetic narrative 5]");
        assertThat(facts(number, "intake.text-revealed")).isOne();
        assertThatThrownBy(() -> disclosures.revealText(ANALYST, number, section, 1))
                .isInstanceOf(ProblemException.class);
        Actor without = new Actor("analyst-2", ActorKind.STAFF, ANALYST.permissions(), null, null);
        assertThatThrownBy(() -> disclosures.revealText(without, number, section, 0))
                .isInstanceOf(ProblemException.class);
        assertThat(facts(number, "intake.text-revealed")).isOne();
    }

    @Test
    void opensTheReportersSheetOnlyWithItsOwnPermissionAndOnlyOnceFiled() {
        ReportNumber number = open("enticement");
        Actor supervisor = new Actor(
                "supervisor-1",
                ActorKind.STAFF,
                Set.of(Permission.REPORT_READ, Permission.REPORTER_REVEAL),
                null,
                Purpose.QUALITY_REVIEW);
        assertThatThrownBy(() -> disclosures.revealReporter(supervisor, number))
                .as("not yet filed")
                .isInstanceOf(ProblemException.class);
        assertThat(facts(number, "intake.reporter-revealed")).isZero();
        var filed = filings.finish(provider, number.value());
        assertThat(filed.code()).isEqualTo(WireCode.SUCCESS);
        assertThatThrownBy(() -> disclosures.revealReporter(ANALYST, number)).isInstanceOf(ProblemException.class);
        assertThat(disclosures.revealReporter(supervisor, number))
                .contains(new Disclosures.SheetLine("reportingPerson/email", "ada.reporter@provider.example"));
        assertThat(facts(number, "intake.reporter-revealed")).isOne();
    }

    @Test
    void countsEveryReportOnItsSideOfTheLaw() {
        ReportNumber number = open("minimal");
        Ledger ledger = ledgers.stream()
                .filter(one -> one instanceof ReportLedger)
                .findFirst()
                .orElseThrow();
        assertThat(ledger.counts())
                .extracting(Ledger.Count::name)
                .containsExactly("open", "finished", "retracted", "expired");
        assertThat(ledger.counts().stream().mapToLong(Ledger.Count::value).sum())
                .isEqualTo(database.sql("SELECT count(*) FROM intake.report")
                        .query(Long.class)
                        .single());
        assertThat(ledger.ids("open", "", 1000)).contains(number.toString());
        assertThat(ledger.ids("open", number.toString(), 1000)).doesNotContain(number.toString());
    }

    @Test
    void refusesActorsWhoAreNoProviders() {
        assertThatThrownBy(() -> filings.submit(ANALYST, document(SampleDocuments.text("minimal"))))
                .isInstanceOf(ProblemException.class);
        Actor nobody = new Actor("x", ActorKind.PROVIDER, Set.of(), RecordRef.of("provider", UUID.randomUUID()), null);
        assertThatThrownBy(() -> filings.finish(nobody, 1)).isInstanceOf(ProblemException.class);
    }
}
