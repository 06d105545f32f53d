// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What is asked of many doors is answered by an index.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorPlansTests {

    @Value("${harborline.database.url}")
    private String url;

    private Connection connection;
    private JdbcClient database;

    /// As one who may analyse what only this transaction sees.
    @BeforeEach
    void begin() throws SQLException {
        connection = DriverManager.getConnection(url, "postgres", "");
        connection.setAutoCommit(false);
        database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void whoWaitsIsListedByAnIndex() {
        database.sql("""
                INSERT INTO intake.door (door_id, report_number, words_hash, entry, language, opened_at, waiting_since)
                SELECT gen_random_uuid(), 8000000000 + n, 'hash ' || n, 'ADULT', 'en', at,
                       CASE WHEN n % 50 = 0 THEN at END
                  FROM generate_series(1, 20000) AS n, CAST('2026-03-02Z' AS timestamptz) AS at
                """).update();
        String plan = String.join(
                "\n",
                database.sql("EXPLAIN " + DoorTable.WAITING)
                        .param("limit", 200)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("door_waiting").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void messagesAreReadAPageAtATimeByAnIndex() {
        database.sql("""
                INSERT INTO intake.door_message (message_id, door_id, sent_by, danger, sealed_text, sent_at, read_at)
                SELECT gen_random_uuid(), CAST('00000000-0000-4000-8000-' || lpad(CAST(n % 100 AS text), 12, '0') AS uuid),
                       CASE WHEN n % 3 = 0 THEN 'holder-1' END, false, 'x', at + n * interval '1 second',
                       CASE WHEN n % 500 > 0 THEN at END
                  FROM generate_series(1, 40000) AS n, CAST('2026-03-02Z' AS timestamptz) AS at
                """).update();
        database.sql("ANALYZE intake.door_message").update();
        assertThat(plan(database.sql("EXPLAIN " + DoorMessageTable.NEWEST))).contains("door_message_of");
        assertThat(plan(at(database.sql("EXPLAIN " + DoorMessageTable.BEFORE)))).contains("door_message_of");
        assertThat(plan(at(database.sql("EXPLAIN " + DoorMessageTable.FROM)))).contains("door_message_of");
        assertThat(plan(database.sql("EXPLAIN " + DoorMessageTable.UNREAD_BY_STAFF)))
                .contains("door_message_for_staff");
        assertThat(plan(database.sql("EXPLAIN " + DoorMessageTable.UNREAD_BY_THEM)))
                .contains("door_message_for_them");
        assertThat(plan(database.sql("EXPLAIN " + DoorMessageTable.WAITING))).contains("door_message_for_staff");
    }

    @Test
    void theNewestReportsOfADoorAreReadByAnIndex() {
        database.sql("""
                INSERT INTO intake.door_report (report_number, door_id, draft_id)
                SELECT 8000000000 + n, CAST('00000000-0000-4000-8000-' || lpad(CAST(n % 5 AS text), 12, '0') AS uuid),
                       gen_random_uuid()
                  FROM generate_series(1, 20000) AS n
                """).update();
        database.sql("ANALYZE intake.door_report").update();
        String plan = String.join(
                "\n",
                database.sql("EXPLAIN " + DoorTable.REPORTS)
                        .param("door", UUID.fromString("00000000-0000-4000-8000-000000000002"))
                        .param("limit", TalkDesk.REPORTS)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("Index").doesNotContain("Seq Scan", "Sort");
    }

    private static JdbcClient.StatementSpec at(JdbcClient.StatementSpec statement) {
        return statement
                .param("at", OffsetDateTime.parse("2026-03-02T05:00:00Z"))
                .param("id", new UUID(1, 2));
    }

    private static String plan(JdbcClient.StatementSpec statement) {
        String plan = String.join(
                "\n",
                statement
                        .param("door", UUID.fromString("00000000-0000-4000-8000-000000000007"))
                        .param("limit", 51)
                        .query(String.class)
                        .list());
        assertThat(plan).doesNotContain("Seq Scan", "Sort");
        return plan;
    }
}
