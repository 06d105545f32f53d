// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far each follower is.
@Component
class CursorTable {

    private final Sql sql;

    CursorTable(Sql sql) {
        this.sql = sql;
    }

    void create(String follower) {
        sql.of("""
                INSERT INTO journal.cursor (follower, position)
                VALUES (:follower, 0)
                ON CONFLICT (follower) DO NOTHING
                """).param("follower", follower).update();
    }

    Stand stand(String follower) {
        return sql.of("SELECT position, rebuilding_to FROM journal.cursor WHERE follower = :follower")
                .param("follower", follower)
                .query((row, _) -> new Stand(row.getLong("position"), row.getObject("rebuilding_to", Long.class)))
                .single();
    }

    /// How far the follower has ever been, a rebuild aside; absent before its first start.
    Optional<Long> takenUpTo(String follower) {
        return sql.of("SELECT coalesce(rebuilding_to, position) FROM journal.cursor WHERE follower = :follower")
                .param("follower", follower)
                .query(Long.class)
                .optional();
    }

    /// Whether the follower's tables are whole; keeps a rebuild from beginning until the transaction ends.
    boolean isWhole(String follower) {
        return sql.of("SELECT rebuilding_to IS NULL FROM journal.cursor WHERE follower = :follower FOR SHARE")
                .param("follower", follower)
                .query(Boolean.class)
                .single();
    }

    /// Moves the cursor if it still stands where the batch began and no rebuild began since.
    ///
    /// @return false when another holder was faster
    boolean move(String follower, long from, long to) {
        return sql.of("""
                        UPDATE journal.cursor
                           SET position = :to
                         WHERE follower = :follower
                           AND position = :from
                           AND rebuilding_to IS NULL
                        """)
                        .param("follower", follower)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /// Notes how far the tables were built, unless a rebuild that was stopped has noted it already.
    void beginRebuilding(String follower) {
        sql.of("""
                UPDATE journal.cursor
                   SET rebuilding_to = coalesce(rebuilding_to, position)
                 WHERE follower = :follower
                """).param("follower", follower).update();
    }

    void reset(String follower) {
        sql.of("UPDATE journal.cursor SET position = 0 WHERE follower = :follower")
                .param("follower", follower)
                .update();
    }

    /// As [#move], for a rebuild.
    boolean moveRebuilding(String follower, long from, long to) {
        return sql.of("""
                        UPDATE journal.cursor
                           SET position = :to
                         WHERE follower = :follower
                           AND position = :from
                           AND rebuilding_to >= :to
                        """)
                        .param("follower", follower)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    void endRebuilding(String follower) {
        sql.of("UPDATE journal.cursor SET rebuilding_to = NULL WHERE follower = :follower AND position = rebuilding_to")
                .param("follower", follower)
                .update();
    }

    Map<String, Long> all() {
        var cursors = new TreeMap<String, Long>();
        sql.of("SELECT follower, position FROM journal.cursor ORDER BY follower")
                .query(row -> {
                    cursors.put(row.getString("follower"), row.getLong("position"));
                });
        return cursors;
    }

    /// Followers whose tables are half built.
    List<String> halfBuilt() {
        return sql.of("SELECT follower FROM journal.cursor WHERE rebuilding_to IS NOT NULL ORDER BY follower")
                .query((row, _) -> row.getString("follower"))
                .list();
    }

    /// Where a follower stands.
    ///
    /// @param rebuildingTo how far its tables were built when the rebuild began that has not come to its end
    record Stand(long position, @Nullable Long rebuildingTo) {

        boolean isWhole() {
            return rebuildingTo == null;
        }
    }
}
