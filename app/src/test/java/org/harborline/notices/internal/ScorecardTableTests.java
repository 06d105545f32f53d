// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What pages of scorecards read, with ten years of five hundred companies.
@NoticesTest
class ScorecardTableTests {

    private static final UUID ONE = new UUID(0, 5);

    @Autowired
    Sql sql;

    @Value("${harborline.database.url}")
    String url;

    @BeforeEach
    void manyMonths() {
        sql.of("""
                INSERT INTO notices.scorecard (provider, month, service, reports, score)
                SELECT CAST(lpad(to_hex(p), 32, '0') AS uuid), date '2001-01-01' + m * interval '1 month',
                       CAST(lpad('0', 32, '0') AS uuid), 20, 900
                  FROM generate_series(1, 500) AS p, generate_series(0, 119) AS m
                """).update();
        sql.of("""
                INSERT INTO notices.scorecard_line (provider, month, service, line, applied, missing, example)
                SELECT CAST(lpad(to_hex(p), 32, '0') AS uuid), date '2001-01-01' + m * interval '1 month',
                       CAST(lpad('0', 32, '0') AS uuid), 3, 20, 10, 17
                  FROM generate_series(1, 500) AS p, generate_series(0, 119) AS m
                """).update();
        TestServer.asSuperuser(url, "ANALYZE notices.scorecard");
        TestServer.asSuperuser(url, "ANALYZE notices.scorecard_line");
    }

    @AfterEach
    void gone() {
        sql.of("DELETE FROM notices.scorecard WHERE month < '2012-01-01'").update();
        sql.of("DELETE FROM notices.scorecard_line WHERE month < '2012-01-01'").update();
        TestServer.asSuperuser(url, "ANALYZE notices.scorecard");
        TestServer.asSuperuser(url, "ANALYZE notices.scorecard_line");
    }

    private static String plan(JdbcClient.StatementSpec statement, Map<String, ?> parameters) {
        return String.join(
                "\n", statement.params(parameters).query(String.class).list());
    }

    @Test
    void readsWhatItShowsFromIndexes() {
        LocalDate first = LocalDate.of(2004, 1, 1);
        LocalDate last = LocalDate.of(2004, 12, 1);

        assertThat(plan(
                        sql.of("EXPLAIN " + ScorecardTable.MONTHS),
                        Map.of("provider", ONE, "first", first, "last", last)))
                .contains("scorecard_pk")
                .doesNotContain("Seq Scan");
        assertThat(plan(sql.of("EXPLAIN " + ScorecardTable.LINES), Map.of("provider", ONE, "month", first)))
                .contains("scorecard_line_pk")
                .doesNotContain("Seq Scan");
        assertThat(plan(
                        sql.of("EXPLAIN " + ScorecardTable.PEERS),
                        Map.of("provider", ONE, "first", first, "last", last, "least", 10, "companies", 5)))
                .contains("scorecard_month")
                .doesNotContain("Seq Scan");
        assertThat(plan(
                        sql.of("EXPLAIN " + ScorecardTable.COMPANIES),
                        Map.of("month", first, "after", ONE, "limit", 50)))
                .contains("scorecard_month")
                .doesNotContain("Seq Scan", "Sort");
    }
}
