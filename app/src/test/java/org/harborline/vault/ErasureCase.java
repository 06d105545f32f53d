// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.harborline.intake.Filings;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.journal.Entry;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.Designation;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.Worklists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reports that a provider files, with all modules behind them and nothing replaced.
@SpringBootTest(properties = "harborline.linking.fan-out-limit=3")
abstract class ErasureCase {

    static final Actor SYSTEM = Actor.system("erasure-tests");
    static final Actor FIRST = person("supervisor-1");
    static final Actor SECOND = person("administrator-1");
    static final Actor PROVIDER = new Actor(
            "credential-1",
            ActorKind.PROVIDER,
            Set.of(Permission.REPORT_FILE),
            RecordRef.of("provider", Ids.next()),
            null);

    @Autowired
    Filings filings;

    @Autowired
    Worklists worklists;

    @Autowired
    Erasures erasures;

    @Autowired
    Vault vault;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    static Actor person(String id, Permission... without) {
        var permissions = EnumSet.allOf(Permission.class);
        permissions.removeAll(List.of(without));
        return new Actor(id, ActorKind.STAFF, permissions, null, Purpose.TRIAGE);
    }

    /// A word that occurs nowhere else.
    static String unique() {
        return "planted" + UUID.randomUUID().toString().replace("-", "");
    }

    /// Files the sample about a person with that mailbox and that screen name.
    ReportNumber file(String mailbox, String screenName) {
        String document = SampleDocuments.text("enticement")
                .replaceAll("2026-11-2[01]T", "2025-11-20T")
                .replace("sample.person@mail.example", mailbox + "@mail.example")
                .replace("sample_person", screenName)
                .replace("203.0.113.17", address(screenName))
                .replace("room-17", "room-" + screenName)
                .replace("0123456789abcdef0123456789abcdef", screenName)
                .replace("ada.reporter@", "ada." + screenName + "@")
                .replace("[synthetic narrative 5]", "[synthetic narrative " + screenName + "]");
        ReportNumber number = Objects.requireNonNull(filings.submit(
                        PROVIDER, new SentDocument("Example Chat", document.getBytes(StandardCharsets.UTF_8), null))
                .report());
        assertThat(filings.finish(PROVIDER, number.value()).code()).isEqualTo(WireCode.SUCCESS);
        settle();
        return number;
    }

    /// An address of the documentation range in a network of its own.
    private static String address(String screenName) {
        String hex = screenName.substring("planted".length());
        return "2001:db8:" + hex.substring(0, 4) + ":" + hex.substring(4, 8) + "::17";
    }

    void designate(ReportNumber report) {
        worklists.checkSafeguarding(FIRST, report, SafeguardingOutcome.SIGNS_DO_NOT_HOLD);
        DesignationReason actionable = java.util.Arrays.stream(DesignationReason.values())
                .filter(reason -> reason.designation() == Designation.ACTIONABLE)
                .findFirst()
                .orElseThrow();
        worklists.designate(FIRST, report, actionable);
        settle();
    }

    void settle() {
        Eventually.holds(() -> {
            assertThat(journal.parked(SYSTEM)).isEmpty();
            assertThat(journal.backlog(SYSTEM).isEmpty()).isTrue();
        });
    }

    Erasure erase(ReportNumber report) {
        UUID id = erasures.ask(FIRST, report.asRecord(), ErasureReason.RETENTION_OVER);
        erasures.answer(SECOND, id, true);
        return certified(id);
    }

    Erasure certified(UUID id) {
        Eventually.holds(
                () -> assertThat(erasures.find(SYSTEM, id).orElseThrow().certifiedAt())
                        .isNotNull());
        settle();
        return erasures.find(SYSTEM, id).orElseThrow();
    }

    List<String> facts(RecordRef record) {
        return journal.of(SYSTEM, record, 0, 200).stream().map(Entry::type).toList();
    }

    static void refused(ProblemType type, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    /// Every row of every table as text, by table. Only the names of migrations are left out: they are another role's.
    Map<String, List<String>> dump() {
        var dump = new TreeMap<String, List<String>>();
        for (String table : database.sql("""
                SELECT format('%I.%I', table_schema, table_name)
                  FROM information_schema.tables
                 WHERE table_type = 'BASE TABLE'
                   AND table_schema NOT IN ('pg_catalog', 'information_schema', 'migration')
                """).query(String.class).list()) {
            dump.put(
                    table,
                    database.sql("SELECT stored::text FROM " + table + " AS stored")
                            .query(String.class)
                            .list());
        }
        return dump;
    }
}
