// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Records whose fact was recorded but not yet taken up by the follower that receives them.
@Component
class OnTheWayTable {

    private final Sql sql;

    OnTheWayTable(Sql sql) {
        this.sql = sql;
    }

    long countInFlight(String follower, String type) {
        return sql.of("""
                SELECT (SELECT count(*) FROM journal.inbox WHERE fact_type = :type)
                     + (SELECT count(*)
                          FROM journal.entry
                         WHERE fact_type = :type
                           AND position > (SELECT coalesce(max(position), 0) FROM journal.cursor WHERE follower = :follower))
                """)
                .param("type", type)
                .param("follower", follower)
                .query(Long.class)
                .single();
    }

    SortedSet<String> inFlight(String follower, String type, String after, int limit) {
        return sorted(sql.of("""
                SELECT subject_id COLLATE "C" AS subject_id
                  FROM (SELECT subject_id FROM journal.inbox WHERE fact_type = :type
                        UNION ALL
                        SELECT subject_id
                          FROM journal.entry
                         WHERE fact_type = :type
                           AND position > (SELECT coalesce(max(position), 0) FROM journal.cursor WHERE follower = :follower)) AS waiting
                 WHERE subject_id COLLATE "C" > :after
                 ORDER BY 1
                 LIMIT :limit
                """)
                .param("type", type)
                .param("follower", follower)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString("subject_id"))
                .list());
    }

    long countParked(String follower, String type) {
        return sql.of("SELECT count(*) FROM journal.parked WHERE follower = :follower AND fact_type = :type")
                .param("follower", follower)
                .param("type", type)
                .query(Long.class)
                .single();
    }

    SortedSet<String> parked(String follower, String type, String after, int limit) {
        return sorted(sql.of("""
                SELECT subject_id COLLATE "C" AS subject_id
                  FROM journal.parked
                 WHERE follower = :follower
                   AND fact_type = :type
                   AND subject_id COLLATE "C" > :after
                 ORDER BY 1
                 LIMIT :limit
                """)
                .param("follower", follower)
                .param("type", type)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString("subject_id"))
                .list());
    }

    private static SortedSet<String> sorted(List<String> ids) {
        var sorted = new TreeSet<>(IdWalk.ORDER);
        sorted.addAll(ids);
        return sorted;
    }
}
