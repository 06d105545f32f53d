// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.vault.Erasure;
import org.harborline.vault.ErasureReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Erasures as people decided them.
@Component
class ErasureTable {

    private final Sql sql;

    ErasureTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a wish.
    ///
    /// @return false when the record is erased or another wish for it waits
    boolean insert(UUID id, RecordRef record, ErasureReason reason, String by, Instant at) {
        return sql.of("""
                        INSERT INTO vault.erasure
                               (erasure_id, record_kind, record_id, reason, state, confirmers, asked_by, asked_at)
                        VALUES (:id, :kind, :record, :reason, 'ASKED', '{}', :by, :at)
                        ON CONFLICT (record_kind, record_id) WHERE state <> 'DECLINED' DO NOTHING
                        """)
                        .param("id", id)
                        .param("kind", record.kind())
                        .param("record", record.id())
                        .param("reason", reason.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Answers a wish that waits.
    ///
    /// @return false when somebody answered before
    boolean answer(UUID id, Erasure.State state, List<String> confirmers, String by, Instant at) {
        return sql.of("""
                        UPDATE vault.erasure
                           SET state = :state, confirmers = :confirmers, answered_by = :by, answered_at = :at
                         WHERE erasure_id = :id AND state = 'ASKED'
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("confirmers", confirmers.toArray(String[]::new))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Erasure> find(UUID id) {
        return sql.of("""
                SELECT erasure.erasure_id, record_kind, record_id, reason, state, asked_by, asked_at, answered_by,
                       answered_at, confirmers,
                       ARRAY (SELECT module FROM vault.erasure_confirmation AS said
                               WHERE said.erasure_id = erasure.erasure_id ORDER BY position) AS confirmed,
                       signed_at, backups_expire_on
                  FROM vault.erasure
                  LEFT JOIN vault.erasure_certificate USING (erasure_id)
                 WHERE erasure.erasure_id = :id
                """).param("id", id).query((row, _) -> erasure(row)).optional();
    }

    /// The erasure of a record that is erased.
    Optional<Erasure> of(RecordRef record) {
        return sql.of("""
                SELECT erasure.erasure_id, record_kind, record_id, reason, state, asked_by, asked_at, answered_by,
                       answered_at, confirmers,
                       ARRAY (SELECT module FROM vault.erasure_confirmation AS said
                               WHERE said.erasure_id = erasure.erasure_id ORDER BY position) AS confirmed,
                       signed_at, backups_expire_on
                  FROM vault.erasure
                  LEFT JOIN vault.erasure_certificate USING (erasure_id)
                 WHERE record_kind = :kind AND record_id = :record AND state = 'ERASED'
                """)
                .param("kind", record.kind())
                .param("record", record.id())
                .query((row, _) -> erasure(row))
                .optional();
    }

    /// Newest first.
    List<Erasure> list(@Nullable UUID after, int limit) {
        return sql.of("""
                SELECT erasure.erasure_id, record_kind, record_id, reason, state, asked_by, asked_at, answered_by,
                       answered_at, confirmers,
                       ARRAY (SELECT module FROM vault.erasure_confirmation AS said
                               WHERE said.erasure_id = erasure.erasure_id ORDER BY position) AS confirmed,
                       signed_at, backups_expire_on
                  FROM vault.erasure
                  LEFT JOIN vault.erasure_certificate USING (erasure_id)
                 WHERE erasure.erasure_id < :after
                 ORDER BY erasure.erasure_id DESC
                 LIMIT :limit
                """)
                .param("after", after == null ? new UUID(-1, -1) : after)
                .param("limit", limit)
                .query((row, _) -> erasure(row))
                .list();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("erasure_id", UUID.class),
                new RecordRef(row.getString("record_kind"), row.getString("record_id")),
                ErasureReason.valueOf(row.getString("reason")),
                Erasure.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answered_by"),
                instant(row, "answered_at"),
                List.of((String[]) row.getArray("confirmers").getArray()),
                List.of((String[]) row.getArray("confirmed").getArray()),
                instant(row, "signed_at"),
                row.getObject("backups_expire_on", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
