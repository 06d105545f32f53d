// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Plans over many reports.
@SpringBootTest
class ManyReportsTests {

    @Autowired
    private JdbcClient database;

    @Value("${harborline.database.url}")
    private String url;

    @BeforeEach
    void many() {
        database.sql("""
                INSERT INTO intake.report
                       (report_number, provider_id, provider_name, state, incident_type, escalated, batched, incident_at,
                        dropped_count, item_count, opened_at, changed_at, ended_at, preserved_until)
                SELECT 9000000000 + n * 7919 % 100000, CAST(lpad('7', 32, '0') AS uuid), 'Example Chat', 'FINISHED', 'ENTICEMENT',
                       false, false, at, 0, 0, at, at, at, at
                  FROM generate_series(1, 60000) AS n, CAST('2026-03-02Z' AS timestamptz) AS at
                """).update();
        // Opened in a far future, in which no job of this server looks.
        database.sql("""
                INSERT INTO intake.report
                       (report_number, provider_id, provider_name, state, incident_type, escalated, batched, incident_at,
                        dropped_count, item_count, opened_at, changed_at, warned_at)
                SELECT 9000100000 + n, CAST(lpad('7', 32, '0') AS uuid), 'Example Chat', 'OPEN', 'ENTICEMENT',
                       n % 20 = 0, false, at, 0, 0, at + n * interval '1 second', at + n * interval '1 second',
                       CASE WHEN n % 20 = 0 AND n % 40 > 0 THEN at END
                  FROM generate_series(1, 20000) AS n, CAST('2999-03-02Z' AS timestamptz) AS at
                """).update();
        TestServer.asSuperuser(url, "ANALYZE intake.report");
    }

    @AfterEach
    void gone() {
        database.sql("DELETE FROM intake.report WHERE report_number BETWEEN 9000000000 AND 9000120000")
                .update();
        TestServer.asSuperuser(url, "ANALYZE intake.report");
    }

    @Test
    void namesAPageOfFiledReportsByIndex() {
        String plan = String.join(
                "\n",
                database.sql("""
                EXPLAIN
                SELECT report_number::text COLLATE "C" AS number
                  FROM intake.report
                 WHERE state = :state AND report_number::text COLLATE "C" > :after
                 ORDER BY number
                 LIMIT :limit
                """)
                        .param("state", "FINISHED")
                        .param("after", "900003")
                        .param("limit", 10_000)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("report_finished_text").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void findsEscalationsThatNobodyWasWarnedOfByAnIndexOfTheirOwn() {
        String plan = String.join(
                "\n",
                database.sql("EXPLAIN " + ReportTable.WARN)
                        .param("opened", OffsetDateTime.parse("2999-03-02T03:00:00Z"))
                        .param("alive", OffsetDateTime.parse("2999-03-01T00:00:00Z"))
                        .param("changed", OffsetDateTime.parse("2999-03-01T00:00:00Z"))
                        .param("now", OffsetDateTime.parse("2999-03-03T00:00:00Z"))
                        .param("limit", WarnOfUnfinished.AT_ONCE)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("report_unwarned").doesNotContain("Seq Scan", "Sort");
    }
}
