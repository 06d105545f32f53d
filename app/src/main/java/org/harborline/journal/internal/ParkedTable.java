// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.journal.Entry;
import org.harborline.journal.Parked;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
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

    /// Those of the given subjects that have parked facts.
    Set<RecordRef> among(String follower, Collection<RecordRef> subjects) {
        var parked = new HashSet<RecordRef>();
        if (subjects.isEmpty()) {
            return parked;
        }
        sql.of("""
                SELECT DISTINCT parked.subject_kind, parked.subject_id
                  FROM journal.parked
                  JOIN unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                    ON parked.subject_kind = asked.kind AND parked.subject_id = asked.id
                 WHERE parked.follower = :follower
                """)
                .param("follower", follower)
                .param("kinds", subjects.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", subjects.stream().map(RecordRef::id).toArray(String[]::new))
                .query(row -> {
                    parked.add(new RecordRef(row.getString("subject_kind"), row.getString("subject_id")));
                });
        return parked;
    }

    /// Positions of everything that a follower has parked.
    Set<Long> positions(String follower) {
        return Set.copyOf(sql.of("SELECT position FROM journal.parked WHERE follower = :follower")
                .param("follower", follower)
                .query((row, _) -> row.getLong("position"))
                .list());
    }

    void park(String follower, List<Waiting> waiting) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.batch("""
                INSERT INTO journal.parked (follower, position, fact_type, subject_kind, subject_id, reason, parked_at)
                VALUES (:follower, :position, :type, :kind, :id, :reason, :now)
                ON CONFLICT (follower, position) DO UPDATE
                   SET reason = excluded.reason, parked_at = excluded.parked_at
                """, waiting.stream().map(one -> one.asRow(follower, now)).toList());
    }

    /// Behind what a fact waits is read off when it is asked for: the first of its subject may have been taken up
    /// since.
    List<Parked> list() {
        return sql.of("""
                SELECT follower, position, fact_type, subject_kind, subject_id, reason, parked_at,
                       nullif(min(position) OVER (PARTITION BY follower, subject_kind, subject_id), position) AS behind
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

    long count() {
        return sql.of("SELECT count(*) FROM journal.parked").query(Long.class).single();
    }

    /// One entry to park.
    record Waiting(Entry entry, String reason) {

        private Map<String, Object> asRow(String follower, OffsetDateTime now) {
            return Map.of(
                    "follower", follower,
                    "position", entry.position(),
                    "type", entry.type(),
                    "kind", entry.subject().kind(),
                    "id", entry.subject().id(),
                    "reason", reason,
                    "now", now);
        }
    }
}
