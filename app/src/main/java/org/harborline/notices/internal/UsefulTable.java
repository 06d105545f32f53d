// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.LocalDate;
import java.util.List;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Sums of agencies' answers, over all companies, by lines that reports state or do not. Written by the follower alone.
@Component
class UsefulTable {

    /// A cell is shown when enough cases, agencies and companies stand behind it. No more voices are counted than are
    /// needed.
    static final String CELLS = """
            SELECT quarter, line, stated, useful, not_useful
              FROM notices.useful_count AS cell
             WHERE quarter BETWEEN :first AND :last
               AND useful + not_useful >= :cases
               AND (SELECT count(*)
                      FROM (SELECT 1
                              FROM notices.useful_voice AS voice
                             WHERE voice.quarter = cell.quarter AND voice.line = cell.line
                               AND voice.stated = cell.stated AND voice.agency
                             LIMIT :voices) AS agency) >= :voices
               AND (SELECT count(*)
                      FROM (SELECT 1
                              FROM notices.useful_voice AS voice
                             WHERE voice.quarter = cell.quarter AND voice.line = cell.line
                               AND voice.stated = cell.stated AND NOT voice.agency
                             LIMIT :voices) AS company) >= :voices
            """;

    private final Sql sql;

    UsefulTable(Sql sql) {
        this.sql = sql;
    }

    /// Answers of a quarter about reports that state a line, or that do not.
    record Cell(LocalDate quarter, int line, boolean stated, long useful, long notUseful) {}

    void add(UsefulBatch batch) {
        int[] _ = sql.batch("""
                INSERT INTO notices.useful_count AS sum (quarter, line, stated, useful, not_useful)
                VALUES (:quarter, :line, :stated, :useful, :not_useful)
                ON CONFLICT (quarter, line, stated) DO UPDATE
                   SET useful = sum.useful + EXCLUDED.useful, not_useful = sum.not_useful + EXCLUDED.not_useful
                """, batch.counts());
        int[] _ = sql.batch("""
                INSERT INTO notices.useful_voice (quarter, line, stated, agency, voice)
                VALUES (:quarter, :line, :stated, :agency, :voice)
                ON CONFLICT (quarter, line, stated, agency, voice) DO NOTHING
                """, batch.voices());
    }

    /// Cells that hide whoever is in them.
    ///
    /// @param first the first quarter
    /// @param last the last quarter
    /// @param cases how many answers there must be
    /// @param voices how many agencies, and how many companies
    List<Cell> cells(LocalDate first, LocalDate last, int cases, int voices) {
        return sql.of(CELLS)
                .param("first", first)
                .param("last", last)
                .param("cases", cases)
                .param("voices", voices)
                .query((row, _) -> new Cell(
                        row.getObject("quarter", LocalDate.class),
                        row.getInt("line"),
                        row.getBoolean("stated"),
                        row.getLong("useful"),
                        row.getLong("not_useful")))
                .list();
    }
}
