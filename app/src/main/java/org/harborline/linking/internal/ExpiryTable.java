// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Expiries of links, to come and over.
@Component
class ExpiryTable {

    private final Sql sql;

    ExpiryTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores an expiry.
    ///
    /// @return false when the pair expires already
    boolean insert(UUID id, ReportPair pair, Instant expires, String by, Instant at) {
        return sql.of("""
                INSERT INTO linking.expiry (expiry_id, newer, older, expires_at, set_by, set_at)
                VALUES (:id, :newer, :older, :expires, :by, :at)
                    ON CONFLICT (newer, older) WHERE ended_at IS NULL DO NOTHING
                """)
                        .param("id", id)
                        .param("newer", pair.newer().value())
                        .param("older", pair.older().value())
                        .param("expires", Rows.time(expires))
                        .param("by", by)
                        .param("at", Rows.time(at))
                        .update()
                == 1;
    }

    /// Takes an expiry back.
    ///
    /// @return its pair; empty when it was taken back before, or has come
    Optional<ReportPair> lift(UUID id, String by, Instant at) {
        return sql.of("""
                UPDATE linking.expiry
                   SET ended_at = :at, lifted_by = :by
                 WHERE expiry_id = :id
                   AND ended_at IS NULL
                RETURNING newer, older
                """)
                .param("id", id)
                .param("by", by)
                .param("at", Rows.time(at))
                .query((row, _) -> Rows.pair(row))
                .optional();
    }

    /// Ends an expiry whose time has come.
    ///
    /// @return empty when it was taken back, ended before, or is to come
    Optional<Due> due(UUID id, Instant now) {
        return sql.of("""
                UPDATE linking.expiry
                   SET ended_at = :now
                 WHERE expiry_id = :id
                   AND ended_at IS NULL
                   AND expires_at <= :now
                RETURNING newer, older, set_by
                """)
                .param("id", id)
                .param("now", Rows.time(now))
                .query((row, _) -> new Due(Rows.pair(row), row.getString("set_by")))
                .optional();
    }

    /// A link whose time has come, and who set it.
    record Due(ReportPair pair, String by) {}

    Optional<Held> find(ReportPair pair) {
        return sql.of("""
                SELECT expiry_id AS id, set_by AS by, expires_at AS at
                  FROM linking.expiry
                 WHERE newer = :newer
                   AND older = :older
                   AND ended_at IS NULL
                """)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .query((row, _) ->
                        new Held(row.getObject("id", UUID.class), row.getString("by"), Rows.instant(row, "at")))
                .optional();
    }

    boolean exists(UUID id) {
        return sql.of("SELECT EXISTS (SELECT FROM linking.expiry WHERE expiry_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
