// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Confirmations and expiries of links, in force and over.
@Component
class DecisionTable {

    private final Sql sql;

    DecisionTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a confirmation.
    ///
    /// @return false when the pair is confirmed already
    boolean confirm(UUID id, ReportPair pair, String by, Instant at) {
        return sql.of("""
                INSERT INTO linking.confirmation (confirmation_id, newer, older, confirmed_by, confirmed_at)
                VALUES (:id, :newer, :older, :by, :at)
                    ON CONFLICT (newer, older) WHERE undone_at IS NULL DO NOTHING
                """)
                        .param("id", id)
                        .param("newer", pair.newer().value())
                        .param("older", pair.older().value())
                        .param("by", by)
                        .param("at", Rows.time(at))
                        .update()
                == 1;
    }

    /// Ends a confirmation.
    ///
    /// @return its pair; empty when it was undone before
    Optional<ReportPair> undo(UUID id, String by, Instant at) {
        return sql.of("""
                UPDATE linking.confirmation
                   SET undone_by = :by, undone_at = :at
                 WHERE confirmation_id = :id
                   AND undone_at IS NULL
                RETURNING newer, older
                """)
                .param("id", id)
                .param("by", by)
                .param("at", Rows.time(at))
                .query((row, _) -> Rows.pair(row))
                .optional();
    }

    /// Stores an expiry.
    ///
    /// @return false when the pair expires already
    boolean expire(UUID id, ReportPair pair, Instant expires, String by, Instant at) {
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

    Optional<Held> confirmation(ReportPair pair) {
        return sql.of("""
                SELECT confirmation_id AS id, confirmed_by AS by, confirmed_at AS at
                  FROM linking.confirmation
                 WHERE newer = :newer
                   AND older = :older
                   AND undone_at IS NULL
                """)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .query((row, _) ->
                        new Held(row.getObject("id", UUID.class), row.getString("by"), Rows.instant(row, "at")))
                .optional();
    }

    Optional<Held> expiry(ReportPair pair) {
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

    boolean isConfirmation(UUID id) {
        return sql.of("SELECT EXISTS (SELECT FROM linking.confirmation WHERE confirmation_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isExpiry(UUID id) {
        return sql.of("SELECT EXISTS (SELECT FROM linking.expiry WHERE expiry_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// A decision in force.
    ///
    /// @param by who made it, as an opaque id
    record Held(UUID id, String by, Instant at) {}
}
