// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.harborline.journal.Entry;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads ordered facts. Only the sequencer writes them.
@Component
class EntryTable {

    private final Sql sql;

    EntryTable(Sql sql) {
        this.sql = sql;
    }

    long lastPosition() {
        return sql.of("SELECT coalesce(max(position), 0) FROM journal.entry")
                .query(Long.class)
                .single();
    }

    /// Followed facts after a position, in order.
    List<Entry> after(long position, Collection<String> types, int limit) {
        return sql.of("""
                SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, cause, recorded_at, body
                  FROM journal.entry
                 WHERE position > :position
                   AND fact_type = ANY (:types)
                 ORDER BY position
                 LIMIT :limit
                """)
                .param("position", position)
                .param("types", types.toArray(String[]::new))
                .param("limit", limit)
                .query(EntryTable::entry)
                .list();
    }

    /// When the first followed fact after a position was recorded.
    Optional<Instant> firstAfter(long position, Collection<String> types) {
        return sql.of("""
                SELECT recorded_at
                  FROM journal.entry
                 WHERE position > :position
                   AND fact_type = ANY (:types)
                 ORDER BY position
                 LIMIT 1
                """)
                .param("position", position)
                .param("types", types.toArray(String[]::new))
                .query((row, _) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /// Entries at given positions, in order.
    List<Entry> at(Collection<Long> positions) {
        return sql.of("""
                SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, cause, recorded_at, body
                  FROM journal.entry
                 WHERE position = ANY (:positions)
                 ORDER BY position
                """)
                .param("positions", positions.toArray(Long[]::new))
                .query(EntryTable::entry)
                .list();
    }

    /// What a follower made of given facts.
    List<Entry> consequences(String follower, Collection<Long> causes) {
        return sql.of("""
                SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, cause, recorded_at, body
                  FROM journal.entry
                 WHERE follower = :follower
                   AND cause = ANY (:causes)
                 ORDER BY position
                """)
                .param("follower", follower)
                .param("causes", causes.toArray(Long[]::new))
                .query(EntryTable::entry)
                .list();
    }

    List<Entry> of(RecordRef subject, long after, int limit) {
        return sql.of("""
                SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, cause, recorded_at, body
                  FROM journal.entry
                 WHERE subject_kind = :kind
                   AND subject_id = :id
                   AND position > :after
                 ORDER BY position
                 LIMIT :limit
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("after", after)
                .param("limit", limit)
                .query(EntryTable::entry)
                .list();
    }

    /// An entry with what else is hashed: who made it of another, and its salt.
    record Followed(Entry entry, @Nullable String follower, String salt) {}

    /// The first entry of a type about a record.
    Optional<Followed> first(RecordRef subject, String type) {
        return sql.of("""
                SELECT position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
                       recorded_at, body, salt
                  FROM journal.entry
                 WHERE subject_kind = :kind
                   AND subject_id = :id
                   AND fact_type = :type
                 ORDER BY position
                 LIMIT 1
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("type", type)
                .query((row, number) ->
                        new Followed(entry(row, number), row.getString("follower"), row.getString("salt")))
                .optional();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getString("fact_type"),
                row.getInt("fact_version"),
                new RecordRef(row.getString("subject_kind"), row.getString("subject_id")),
                row.getString("actor"),
                row.getString("purpose"),
                row.getString("request_id"),
                row.getObject("cause", Long.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("body"));
    }
}
