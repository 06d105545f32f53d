// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harborline.journal.Entry;
import org.harborline.journal.Parked;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/// Facts that a follower could not take up, and those of the same subject that wait behind them.
@Component
class ParkedTable {

    private final Sql sql;
    private final Clock clock;

    ParkedTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The newest parked position of each subject among the given ones.
    Map<RecordRef, Long> positions(String follower, Collection<RecordRef> subjects) {
        var parked = new HashMap<RecordRef, Long>();
        if (subjects.isEmpty()) {
            return parked;
        }
        sql.of("""
                SELECT parked.subject_kind, parked.subject_id, min(parked.position) AS position
                  FROM journal.parked
                  JOIN unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                    ON parked.subject_kind = asked.kind AND parked.subject_id = asked.id
                 WHERE parked.follower = :follower
                 GROUP BY parked.subject_kind, parked.subject_id
                """)
                .param("follower", follower)
                .param("kinds", subjects.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", subjects.stream().map(RecordRef::id).toArray(String[]::new))
                .query(row -> {
                    parked.put(
                            new RecordRef(row.getString("subject_kind"), row.getString("subject_id")),
                            row.getLong("position"));
                });
        return parked;
    }

    void park(String follower, List<Waiting> waiting) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.batch("""
                INSERT INTO journal.parked (follower, position, fact_type, subject_kind, subject_id, reason, behind, parked_at)
                VALUES (:follower, :position, :type, :kind, :id, :reason, :behind, :now)
                ON CONFLICT (follower, position) DO UPDATE
                   SET reason = excluded.reason, parked_at = excluded.parked_at
                """, waiting.stream().map(one -> one.asRow(follower, now)).toList());
    }

    List<Parked> list() {
        return sql.of("""
                SELECT follower, position, fact_type, subject_kind, subject_id, reason, behind, parked_at
                  FROM journal.parked
                 ORDER BY follower, position
                 LIMIT 1000
                """)
                .query((row, _) -> new Parked(
                        row.getString("follower"),
                        row.getLong("position"),
                        row.getString("fact_type"),
                        new RecordRef(row.getString("subject_kind"), row.getString("subject_id")),
                        row.getString("reason"),
                        row.getObject("behind", Long.class),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Long> of(String follower, RecordRef subject) {
        return sql.of("""
                SELECT position
                  FROM journal.parked
                 WHERE follower = :follower
                   AND subject_kind = :kind
                   AND subject_id = :id
                 ORDER BY position
                """)
                .param("follower", follower)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /// Removes one, if nobody else did.
    boolean remove(String follower, long position) {
        return sql.of("DELETE FROM journal.parked WHERE follower = :follower AND position = :position")
                        .param("follower", follower)
                        .param("position", position)
                        .update()
                == 1;
    }

    void clear(String follower) {
        sql.of("DELETE FROM journal.parked WHERE follower = :follower")
                .param("follower", follower)
                .update();
    }

    long count() {
        return sql.of("SELECT count(*) FROM journal.parked").query(Long.class).single();
    }

    /// One entry to park.
    ///
    /// @param behind the earlier parked position it waits for; absent for the one that failed
    record Waiting(Entry entry, String reason, @Nullable Long behind) {

        private Map<String, Object> asRow(String follower, OffsetDateTime now) {
            var row = new HashMap<String, Object>();
            row.put("follower", follower);
            row.put("position", entry.position());
            row.put("type", entry.type());
            row.put("kind", entry.subject().kind());
            row.put("id", entry.subject().id());
            row.put("reason", reason);
            row.put("behind", new SqlParameterValue(Types.BIGINT, behind));
            row.put("now", now);
            return row;
        }
    }
}
