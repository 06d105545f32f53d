// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Holds in force.
@Component
class HoldTable {

    private final Sql sql;

    HoldTable(Sql sql) {
        this.sql = sql;
    }

    boolean insert(Actor actor, RecordRef record, Code reason, Instant at) {
        return sql.of("""
                        INSERT INTO vault.hold (record_kind, record_id, reason, held_by, held_at)
                        VALUES (:kind, :id, :reason, :by, :at)
                        ON CONFLICT (record_kind, record_id) DO NOTHING
                        """)
                        .param("kind", record.kind())
                        .param("id", record.id())
                        .param("reason", reason.value())
                        .param("by", actor.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(RecordRef record) {
        return sql.of("DELETE FROM vault.hold WHERE record_kind = :kind AND record_id = :id")
                        .param("kind", record.kind())
                        .param("id", record.id())
                        .update()
                == 1;
    }

    Optional<Instant> since(RecordRef record) {
        return sql.of("SELECT held_at FROM vault.hold WHERE record_kind = :kind AND record_id = :id")
                .param("kind", record.kind())
                .param("id", record.id())
                .query((row, _) ->
                        row.getObject("held_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    Set<RecordRef> among(Collection<RecordRef> records) {
        return new HashSet<>(sql.of("""
                SELECT record_kind, record_id
                  FROM unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                  JOIN vault.hold ON record_kind = asked.kind AND record_id = asked.id
                """)
                .param("kinds", records.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", records.stream().map(RecordRef::id).toArray(String[]::new))
                .query((row, _) -> new RecordRef(row.getString("record_kind"), row.getString("record_id")))
                .list());
    }

    List<RecordRef> ofKind(String kind) {
        return sql.of("SELECT record_id FROM vault.hold WHERE record_kind = :kind")
                .param("kind", kind)
                .query((row, _) -> new RecordRef(kind, row.getString("record_id")))
                .list();
    }
}
