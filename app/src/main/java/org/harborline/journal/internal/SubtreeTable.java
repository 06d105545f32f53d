// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.List;
import java.util.stream.Stream;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Roots of complete subtrees whose heights are multiples of [#STEP], each under its last position.
@Component
class SubtreeTable {

    /// Levels of the tree between two stored ones.
    static final int STEP = 8;

    /// Stored heights, lowest first: enough for a journal of 2^48 entries.
    static final List<Integer> HEIGHTS = List.of(8, 16, 24, 32, 40);

    static final String RANGES = """
            SELECT stored.height, stored.last, stored.hash
              FROM unnest(:heights::smallint[], :afters::bigint[], :lasts::bigint[]) AS wanted (height, after, last)
             CROSS JOIN LATERAL (
                SELECT neighbour.height, neighbour.last, neighbour.hash
                  FROM journal.subtree AS neighbour
                 WHERE neighbour.height = wanted.height
                   AND neighbour.last > wanted.after
                   AND neighbour.last <= wanted.last
                 ORDER BY neighbour.last
                 LIMIT 256) AS stored
             ORDER BY stored.height, stored.last
            """;

    private final Sql sql;

    SubtreeTable(Sql sql) {
        this.sql = sql;
    }

    /// A stored subtree.
    record Subtree(int height, long last, String hash) {}

    /// A run of neighbours of one height.
    record Range(int height, long after, long last) {}

    /// Up to which position a height is complete.
    long filledTo(int height) {
        return sql.of("SELECT coalesce(max(last), 0) FROM journal.subtree WHERE height = :height")
                .param("height", height)
                .query(Long.class)
                .single();
    }

    /// Neighbours of one height after a position, in order.
    List<String> after(int height, long position, int limit) {
        return sql.of("""
                SELECT hash
                  FROM journal.subtree
                 WHERE height = :height
                   AND last > :position
                 ORDER BY last
                 LIMIT :limit
                """)
                .param("height", height)
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> row.getString("hash"))
                .list();
    }

    List<Subtree> within(List<Range> ranges) {
        return sql.of(RANGES)
                .param(
                        "heights",
                        ranges.stream().map(range -> (short) range.height()).toArray(Short[]::new))
                .param("afters", ranges.stream().map(Range::after).toArray(Long[]::new))
                .param("lasts", ranges.stream().map(Range::last).toArray(Long[]::new))
                .query((row, _) -> new Subtree(row.getInt("height"), row.getLong("last"), row.getString("hash")))
                .list();
    }

    /// All of them in the order in which they were completed. Close it.
    Stream<Subtree> all(int atOnce) {
        return sql
                .of("SELECT height, last, hash FROM journal.subtree ORDER BY last, height")
                .withFetchSize(atOnce)
                .query((row, _) -> new Subtree(row.getInt("height"), row.getLong("last"), row.getString("hash")))
                .stream();
    }

    /// Two who fill at once write the same.
    void insert(List<Subtree> subtrees) {
        sql.of("""
                INSERT INTO journal.subtree (height, last, hash)
                SELECT *
                  FROM unnest(:heights::smallint[], :lasts::bigint[], :hashes::text[])
                    ON CONFLICT (height, last) DO NOTHING
                """)
                .param(
                        "heights",
                        subtrees.stream().map(one -> (short) one.height()).toArray(Short[]::new))
                .param("lasts", subtrees.stream().map(Subtree::last).toArray(Long[]::new))
                .param("hashes", subtrees.stream().map(Subtree::hash).toArray(String[]::new))
                .update();
    }
}
