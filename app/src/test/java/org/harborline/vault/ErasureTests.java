// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.WireCode;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.Link;
import org.harborline.linking.Links;
import org.harborline.linking.RecordFinding;
import org.harborline.platform.Code;
import org.harborline.platform.Keyset;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.WorkList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ErasureTests extends ErasureCase {

    private static final Code HOLD = Code.of("court-order");

    @Autowired
    Links links;

    @Autowired
    Keyset keyset;

    private UUID find(ReportNumber report, String mailbox) {
        return links.record(
                FIRST,
                new RecordFinding(
                        report,
                        FindingKind.IDENTIFIER,
                        IdentifierKind.EMAIL,
                        null,
                        false,
                        PartyRole.REPORTED_PERSON,
                        mailbox + "@mail.example",
                        "public profile " + mailbox,
                        "read on the page",
                        java.time.OffsetDateTime.parse("2025-11-20T12:00:00Z"),
                        null,
                        Confidence.HIGH));
    }

    private List<ReportNumber> linkedTo(ReportNumber report) {
        return links.linksOf(FIRST, List.of(report)).getOrDefault(report, List.of()).stream()
                .filter(Link::inEffect)
                .map(link -> link.pair().otherThan(report))
                .toList();
    }

    private List<String> texts(String statement, ReportNumber report) {
        return database.sql(statement).param(report.value()).query(String.class).list();
    }

    @Test
    void afterwardsNoRowOpensHoldsAKeyOrShowsAValue() {
        String shared = unique();
        String own = unique();
        String outside = unique();
        ReportNumber erased = file(shared, own);
        ReportNumber other = file(shared, unique());
        UUID finding = find(erased, outside);
        settle();
        designate(erased);
        assertThat(linkedTo(other)).containsExactly(erased);
        List<String> gone = sealed(erased);
        assertThat(gone).hasSizeGreaterThan(6);

        erase(erased);

        assertThat(vault.open(SYSTEM, erased.asRecord(), Compartment.REPORT)).isEmpty();
        assertThat(vault.open(SYSTEM, erased.asRecord(), Compartment.REPORTER)).isEmpty();
        assertThat(vault.open(SYSTEM, RecordRef.of("finding", finding), Compartment.REPORT))
                .isEmpty();
        gone.addAll(planted(shared));
        gone.addAll(planted(own));
        gone.addAll(planted(outside));
        dump().forEach((table, rows) -> rows.forEach(row ->
                assertThat(row).as("%s holds nothing of what was erased", table).doesNotContain(gone)));
        assertThat(database.sql("SELECT count(*) FROM linking.sighting WHERE report_number = ?")
                        .param(erased.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(linkedTo(other)).isEmpty();
        assertThat(facts(new RecordRef("link", other + "-" + erased)))
                .containsExactly("linking.reports-linked", "linking.link-withdrawn");
    }

    /// Sealed texts, wrapped keys and blind keys that belong to one report alone.
    private List<String> sealed(ReportNumber erased) {
        var gone = new ArrayList<String>();
        gone.addAll(texts("SELECT received_text FROM intake.received WHERE report_number = ?", erased));
        gone.addAll(texts("SELECT reporter_sheet FROM intake.received WHERE report_number = ?", erased));
        gone.addAll(texts("SELECT sealed_value FROM linking.finding WHERE report_number = ?", erased));
        gone.addAll(texts("SELECT wrapped_key FROM vault.record_key WHERE record_id = ?::text", erased));
        gone.addAll(texts("""
                SELECT blind::text FROM linking.sighting AS own
                 WHERE report_number = ?
                   AND NOT EXISTS (SELECT FROM linking.sighting AS held
                                    WHERE held.blind = own.blind AND held.report_number <> own.report_number)
                """, erased));
        return gone;
    }

    /// A value clear, in hex and in the three alignments of Base64.
    private static List<String> planted(String value) {
        var forms = new ArrayList<>(List.of(value, HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8))));
        for (int shift = 0; shift < 3; shift++) {
            String encoded =
                    Base64.getEncoder().encodeToString(("x".repeat(shift) + value).getBytes(StandardCharsets.UTF_8));
            forms.add(encoded.substring(4, encoded.length() - 4));
        }
        return forms;
    }

    @Test
    void theReportIsStillAccountedForAndItsSenderGetsTheSameAnswers() {
        ReportNumber report = file(unique(), unique());
        designate(report);
        erase(report);

        assertThat(filings.finish(PROVIDER, report.value()).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(filings.retract(PROVIDER, report.value()).code()).isEqualTo(WireCode.ALREADY_FINISHED);
        assertThat(journal.conservation(SYSTEM))
                .allSatisfy(law -> assertThat(law.holds()).as(law.law()).isTrue())
                .anySatisfy(law -> assertThat(law.counts())
                        .anySatisfy(count ->
                                assertThat(count.name() + count.value()).matches("erased[1-9][0-9]*")));
        for (WorkList list : WorkList.values()) {
            assertThat(worklists.list(FIRST, list, null, 200))
                    .noneMatch(item -> item.standing().report().equals(report));
        }
        refused(VaultProblem.RECORD_ERASED, () -> worklists.take(FIRST, report));
        refused(VaultProblem.RECORD_ERASED, () -> find(report, unique()));
        refused(VaultProblem.RECORD_ERASED, () -> vault.hold(FIRST, report.asRecord(), HOLD));
        refused(VaultProblem.RECORD_ERASED, () -> erasures.ask(FIRST, report.asRecord(), ErasureReason.ORDERED));
    }

    @Test
    void theCertificateIsSignedAndNamesTheDayOfTheLastBackup() throws GeneralSecurityException {
        ReportNumber report = file(unique(), unique());
        designate(report);
        Erasure erasure = erase(report);

        String document = erasures.certificate(SYSTEM, erasure.id()).orElseThrow();
        int end = document.lastIndexOf(",\"signature\":\"");
        byte[] content = document.substring("{\"certificate\":".length(), end).getBytes(StandardCharsets.UTF_8);
        byte[] signature =
                HexFormat.of().parseHex(document.substring(end + ",\"signature\":\"".length(), document.length() - 2));
        keyset.verifier().verify(signature, content);
        content[content.length / 2] ^= 1;
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> keyset.verifier().verify(signature, content));
        assertThat(erasure.confirmed()).containsExactlyInAnyOrder("intake", "linking", "notices", "referral", "triage");
        assertThat(erasure.confirmers()).containsExactlyInAnyOrderElementsOf(erasure.confirmed());
        LocalDate erasedOn = java.util.Objects.requireNonNull(erasure.answeredAt())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        assertThat(erasure.backupsExpireOn()).isBetween(erasedOn.plusDays(36), erasedOn.plusDays(37));
        assertThat(document)
                .contains(
                        "report/" + report,
                        "retention-over",
                        "supervisor-1",
                        "administrator-1",
                        "\"backupsExpireOn\":\"" + erasure.backupsExpireOn() + "\"");
        assertThat(facts(report.asRecord()))
                .containsSubsequence("vault.erasure-asked", "vault.record-erased", "vault.erasure-certified");
    }

    @Test
    void twoPeopleWithPermissionAreNeeded() {
        ReportNumber report = file(unique(), unique());
        designate(report);
        refused(
                PlatformProblem.NOT_FOUND,
                () -> erasures.ask(person("analyst-1", Permission.ERASE), report.asRecord(), ErasureReason.ORDERED));
        refused(PlatformProblem.NOT_FOUND, () -> erasures.ask(SYSTEM, report.asRecord(), ErasureReason.ORDERED));
        refused(
                PlatformProblem.NOT_FOUND,
                () -> erasures.ask(FIRST, RecordRef.of("report", 999_999_999), ErasureReason.ORDERED));
        UUID id = erasures.ask(FIRST, report.asRecord(), ErasureReason.ORDERED);
        refused(VaultProblem.ERASURE_WAITS, () -> erasures.ask(SECOND, report.asRecord(), ErasureReason.ORDERED));
        refused(VaultProblem.ERASURE_NEEDS_ANOTHER, () -> erasures.answer(FIRST, id, true));
        refused(PlatformProblem.NOT_FOUND, () -> erasures.answer(person("analyst-1", Permission.ERASE), id, true));

        erasures.answer(SECOND, id, false);
        assertThat(vault.open(SYSTEM, report.asRecord(), Compartment.REPORT)).isPresent();
        refused(PlatformProblem.CHANGED_MEANWHILE, () -> erasures.answer(SECOND, id, true));
        assertThat(erasures.of(FIRST, report.asRecord())).isEmpty();
    }

    @Test
    void aHoldAndUndecidedWorkStandInTheWay() {
        ReportNumber report = file(unique(), unique());
        RecordRef record = report.asRecord();
        refused(TriageProblem.NOT_DECIDED, () -> erasures.ask(FIRST, record, ErasureReason.ORDERED));
        designate(report);
        vault.hold(FIRST, record, HOLD);
        refused(VaultProblem.RECORD_HELD, () -> erasures.ask(FIRST, record, ErasureReason.ORDERED));
        vault.release(FIRST, record, HOLD);

        UUID id = erasures.ask(FIRST, record, ErasureReason.ORDERED);
        vault.hold(FIRST, record, HOLD);
        refused(VaultProblem.RECORD_HELD, () -> erasures.answer(SECOND, id, true));
        assertThat(vault.open(SYSTEM, record, Compartment.REPORT)).isPresent();
        vault.release(FIRST, record, HOLD);
        UUID finding = find(report, unique());
        vault.hold(FIRST, RecordRef.of("finding", finding), HOLD);
        refused(VaultProblem.RECORD_HELD, () -> erasures.answer(SECOND, id, true));
        vault.release(FIRST, RecordRef.of("finding", finding), HOLD);
        erasures.answer(SECOND, id, true);
        assertThat(vault.open(SYSTEM, record, Compartment.REPORT)).isEmpty();
        certified(id);
    }

    @Test
    void aStopBetweenTheErasureAndItsConfirmationsIsMadeUpFor() {
        ReportNumber report = file(unique(), unique());
        designate(report);
        UUID id = erasures.ask(FIRST, report.asRecord(), ErasureReason.REQUEST_GRANTED);
        JournalControl.stopped(context, () -> {
            erasures.answer(SECOND, id, true);
            Eventually.holds(() -> assertThat(facts(report.asRecord())).contains("vault.record-erased"));
            assertThat(erasures.find(SYSTEM, id).orElseThrow().confirmed()).isEmpty();
            assertThat(vault.open(SYSTEM, report.asRecord(), Compartment.REPORT))
                    .isEmpty();
            assertThat(journal.conservation(SYSTEM))
                    .allSatisfy(law -> assertThat(law.holds()).as(law.law()).isTrue());
        });
        assertThat(certified(id).confirmed()).hasSize(5);
    }

    @Test
    void aRebuildAfterErasuresFindsNoDifference() {
        String spread = unique();
        String pair = unique();
        var holders = new ArrayList<ReportNumber>();
        for (int i = 0; i < 5; i++) {
            holders.add(file(spread, unique()));
        }
        ReportNumber first = file(pair, unique());
        ReportNumber second = file(pair, unique());
        find(first, unique());
        ReportNumber crossing = holders.get(3);
        List.of(crossing, first, holders.getFirst()).forEach(report -> {
            designate(report);
            erase(report);
        });
        ReportNumber later = file(spread, unique());
        assertThat(linkedTo(later)).isEmpty();
        String before = state();

        JournalControl.stopped(context, () -> {
            for (String follower : List.of("vault", "intake", "linking", "triage", "referral")) {
                assertThat(JournalControl.rebuild(context, follower))
                        .as(follower)
                        .isEmpty();
            }
        });
        settle();
        assertThat(state()).isEqualTo(before);
        assertThat(linkedTo(second)).isEmpty();
        assertThat(journal.conservation(SYSTEM))
                .allSatisfy(law -> assertThat(law.holds()).as(law.law()).isTrue());
    }

    /// Derived tables whose content must not depend on when they were built.
    private String state() {
        return database.sql("""
                SELECT concat_ws(E'\\n',
                       (SELECT string_agg(concat_ws(' ', blind, report_number, ordinal), ',' ORDER BY blind, report_number)
                          FROM linking.sighting),
                       (SELECT string_agg(concat_ws(' ', blind, report_number), ',' ORDER BY blind) FROM linking.hub),
                       (SELECT string_agg(concat_ws(' ', newer, older, rule, withdrawn_at), ',' ORDER BY newer, older, rule)
                          FROM linking.reason),
                       (SELECT string_agg(concat_ws(' ', report, level, confirmed, reasons, designation, erased_at), ',' ORDER BY report)
                          FROM triage.report),
                       (SELECT string_agg(concat_ws(' ', report, other), ',' ORDER BY report, other) FROM triage.neighbour),
                       (SELECT string_agg(concat_ws(' ', erasure_id, module), ',' ORDER BY erasure_id, module)
                          FROM vault.erasure_confirmation))
                """).query(String.class).single();
    }
}
