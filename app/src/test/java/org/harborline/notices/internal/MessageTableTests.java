// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

/// What jobs and pages read all day, at the size of a large installation.
@NoticesTest
class MessageTableTests {

    private static final UUID ONE = new UUID(0, 5);

    @Autowired
    Sql sql;

    @Value("${harborline.database.url}")
    String url;

    @BeforeEach
    void manyMessages() {
        sql.of("""
                INSERT INTO notices.message (message, cause, provider, report, state, told_at, way, tries, next_at)
                SELECT CAST(lpad(to_hex(n), 32, '0') AS uuid), -1000000 - n, CAST(lpad(to_hex(n % 60), 32, '0') AS uuid), n, 'READ',
                       timestamptz '2026-03-02Z',
                       CASE WHEN n % 600 < 60 THEN 'DEAD' WHEN n % 6000 < 120 THEN 'WAITING' ELSE 'DELIVERED' END, 1,
                       CASE WHEN n % 600 >= 60 AND n % 6000 < 120 THEN timestamptz '2099-01-01Z' END
                  FROM generate_series(1, 60000) AS n
                """).update();
        TestServer.asSuperuser(url, "ANALYZE notices.message");
    }

    @AfterEach
    void gone() {
        sql.of("DELETE FROM notices.message WHERE cause < -1000000").update();
        TestServer.asSuperuser(url, "ANALYZE notices.message");
    }

    @Test
    void findsWhatIsDueByIndex() {
        var now = Columns.time(Instant.parse("2099-01-02T00:00:00Z"));

        assertThat(plan(sql.of("EXPLAIN " + MessageTable.BEGIN), Map.of("provider", ONE, "now", now, "limit", 20)))
                .contains("message_due")
                .doesNotContain("Seq Scan");
        assertThat(plan(sql.of("EXPLAIN " + MessageTable.PROVIDERS_DUE), Map.of("now", now)))
                .containsPattern("message_(waiting|due)")
                .doesNotContain("Seq Scan");
    }

    @Test
    void readsPagesFromTheirIndexWithoutSorting() {
        var now = Columns.time(Instant.parse("2026-03-03T00:00:00Z"));
        var page = Map.<String, Object>of("provider", ONE, "now", now, "after", new UUID(-1, -1), "limit", 50);

        assertThat(plan(sql.of("EXPLAIN " + MessageTable.ALL), page))
                .contains("message_provider")
                .doesNotContain("Sort", "Seq Scan");
        assertThat(plan(sql.of("EXPLAIN " + MessageTable.DEAD), page))
                .contains("message_dead")
                .doesNotContain("Sort", "Seq Scan");
    }

    private static String plan(JdbcClient.StatementSpec statement, Map<String, ?> parameters) {
        return String.join(
                "\n", statement.params(parameters).query(String.class).list());
    }
}
