// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.Map;
import java.util.TreeMap;
import org.harborline.platform.Sql;
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

    long position(String follower) {
        return sql.of("SELECT position FROM journal.cursor WHERE follower = :follower")
                .param("follower", follower)
                .query(Long.class)
                .single();
    }

    /// Moves the cursor if it still stands where the batch began.
    ///
    /// @return false when another holder was faster
    boolean move(String follower, long from, long to) {
        return sql.of("""
                        UPDATE journal.cursor
                           SET position = :to
                         WHERE follower = :follower
                           AND position = :from
                        """)
                        .param("follower", follower)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    void reset(String follower) {
        sql.of("UPDATE journal.cursor SET position = 0 WHERE follower = :follower")
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
}
