// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// What is asked of many doors is answered by an index.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorPlansTests {

    @Autowired
    private JdbcClient database;

    @Test
    @Transactional
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
}
