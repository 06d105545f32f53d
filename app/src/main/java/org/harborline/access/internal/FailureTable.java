// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Counters of wrong attempts.
@Component
class FailureTable {

    private final Sql sql;

    FailureTable(Sql sql) {
        this.sql = sql;
    }

    record Row(UUID key, int failures, Instant lastFailedAt) {}

    List<Row> find(List<UUID> keys) {
        return sql.of("""
                SELECT failure_key, failures, last_failed_at
                FROM access.failure
                WHERE failure_key = ANY (:keys)
                """)
                .param("keys", keys.toArray(UUID[]::new))
                .query(FailureTable::row)
                .list();
    }

    private static Row row(ResultSet rows, int ordinal) throws SQLException {
        return new Row(
                rows.getObject("failure_key", UUID.class),
                rows.getInt("failures"),
                Times.instant(rows, "last_failed_at"));
    }

    void add(List<UUID> keys, Instant now, Instant forgotten) {
        // In key order, so that two attempts that share a network cannot wait for each other in a circle.
        sql.of("""
                INSERT INTO access.failure AS old (failure_key, failures, last_failed_at)
                SELECT key, 1, :now
                FROM unnest(:keys) AS key
                ORDER BY key
                ON CONFLICT (failure_key) DO UPDATE
                SET failures = CASE WHEN old.last_failed_at < :forgotten THEN 1 ELSE old.failures + 1 END,
                    last_failed_at = :now
                """)
                .param("keys", keys.toArray(UUID[]::new))
                .param("now", Times.column(now))
                .param("forgotten", Times.column(forgotten))
                .update();
    }

    void forget(UUID key) {
        sql.of("""
                DELETE FROM access.failure
                WHERE failure_key = :key
                """).param("key", key).update();
    }

    int forgetBefore(Instant moment) {
        return sql.of("""
                DELETE FROM access.failure
                WHERE last_failed_at < :moment
                """).param("moment", Times.column(moment)).update();
    }
}
