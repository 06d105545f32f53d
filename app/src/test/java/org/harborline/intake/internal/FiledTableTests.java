// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What is asked about filed reports, at size.
@SpringBootTest
class FiledTableTests {

    @Autowired
    Sql sql;

    @Autowired
    FilingKeyTable keys;

    @Autowired
    OneCallDesk desk;

    @Autowired
    Clock clock;

    @Value("${harborline.database.url}")
    String url;

    private final UUID provider = UUID.randomUUID();

    @Test
    void readsItsQuestionsFromIndexes() {
        int _ = sql.of("""
                INSERT INTO intake.report (report_number, provider_id, provider_name, state, incident_type, escalated, batched,
                                           incident_at, dropped_count, item_count, opened_at, changed_at, ended_at,
                                           preserved_until, relation, related_to)
                SELECT 5000000 + n, CASE WHEN n % 3 = 0 THEN :mine ELSE gen_random_uuid() END, 'x', 'FINISHED',
                       'CSAM', false, false, now(), 0, 0, now(), now(), now(), now(),
                       CASE WHEN n % 50 = 0 THEN 'SUPPLEMENT' END, CASE WHEN n % 50 = 0 THEN n / 50 END
                  FROM generate_series(1, 20000) AS n
                """).param("mine", provider).update();
        int _ = sql.of("""
                INSERT INTO intake.feed (provider_id, position, report_number)
                SELECT provider_id, report_number, report_number FROM intake.report WHERE provider_name = 'x'
                """).update();
        TestServer.asSuperuser(url, "ANALYZE intake.report, intake.feed");
        try {
            assertThat(plan(sql.of("EXPLAIN " + FiledTable.LIST).param("after", 5_000_100L)))
                    .contains("feed_pk", "report_pk")
                    .doesNotContain("Sort", "Seq Scan");
            assertThat(plan(sql.of("EXPLAIN " + FiledTable.LATER))).contains("report_related");
            assertThat(plan(sql.of("EXPLAIN " + PreservationTable.ENDING)
                            .param("after", Instants.column(clock.instant()))
                            .param("until", Instants.column(clock.instant()))))
                    .contains("report_kept")
                    .doesNotContain("Sort", "Seq Scan");
        } finally {
            int _ = sql.of(
                            "DELETE FROM intake.feed WHERE position = report_number AND position BETWEEN 5000001 AND 5020000")
                    .update();
            int _ = sql.of("DELETE FROM intake.report WHERE provider_name = 'x'")
                    .update();
            TestServer.asSuperuser(url, "ANALYZE intake.report, intake.feed");
        }
    }

    private String plan(StatementSpec explained) {
        return String.join(
                "\n",
                explained
                        .param("provider", provider)
                        .param("limit", 100)
                        .param("number", 17L)
                        .query(String.class)
                        .list());
    }

    @Test
    void forgetsKeysAfterNinetyDaysAndNoEarlier() {
        var now = clock.instant();
        keys.claim(provider, "a".repeat(64), new ReportNumber(6_000_001), now.minus(Duration.ofDays(92)));
        keys.claim(provider, "b".repeat(64), new ReportNumber(6_000_002), now.minus(Duration.ofDays(90)));

        desk.forgetOldKeys();

        assertThat(keys.claim(provider, "a".repeat(64), new ReportNumber(6_000_003), now))
                .isEmpty();
        assertThat(keys.claim(provider, "b".repeat(64), new ReportNumber(6_000_003), now))
                .contains(new ReportNumber(6_000_002));
    }
}
