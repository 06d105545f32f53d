// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.HelpLine;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Emergency and help numbers, a few hundred at most.
@Component
class HelpLineTable {

    private final Sql sql;

    HelpLineTable(Sql sql) {
        this.sql = sql;
    }

    List<String> countries() {
        return sql.of("SELECT DISTINCT country FROM intake.help_line ORDER BY country")
                .query((row, _) -> row.getString("country"))
                .list();
    }

    /// Those of one country, or all.
    List<HelpLine> list(@Nullable String country) {
        return sql.of("""
                        SELECT help_line_id, country, kind, name, number, hours, languages, reviewed_on, reviewed_by,
                               review_due
                          FROM intake.help_line
                         WHERE cast(:country AS text) IS NULL OR country = :country
                         ORDER BY country, CASE kind WHEN 'EMERGENCY' THEN 0 WHEN 'CHILD' THEN 1 ELSE 2 END, name
                         LIMIT 2000
                        """)
                .param("country", country)
                .query((row, _) -> line(row))
                .list();
    }

    /// Those that count as unreviewed on a day, the longest overdue first.
    List<HelpLine> overdue(LocalDate day) {
        return sql.of("""
                        SELECT help_line_id, country, kind, name, number, hours, languages, reviewed_on, reviewed_by,
                               review_due
                          FROM intake.help_line
                         WHERE review_due <= :day
                         ORDER BY review_due, country, kind, name
                         LIMIT 2000
                        """).param("day", day).query((row, _) -> line(row)).list();
    }

    private static HelpLine line(ResultSet row) throws SQLException {
        return new HelpLine(
                row.getObject("help_line_id", UUID.class),
                row.getString("country"),
                HelpLine.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("number"),
                row.getString("hours"),
                row.getString("languages"),
                row.getObject("reviewed_on", LocalDate.class),
                row.getString("reviewed_by"),
                row.getObject("review_due", LocalDate.class));
    }

    /// Where the watch over them stands.
    ///
    /// @param day to which it was told
    /// @param overdue how many were overdue at the last look
    record Watched(LocalDate day, int overdue) {}

    /// Where the watch stands, locked until the transaction ends. It begins on the day before.
    Watched lockWatch(LocalDate today) {
        int _ = sql.of("""
                INSERT INTO intake.help_line_watch (day, overdue) VALUES (:before, 0) ON CONFLICT DO NOTHING
                """).param("before", today.minusDays(1)).update();
        return sql.of("SELECT day, overdue FROM intake.help_line_watch FOR UPDATE")
                .query((row, _) -> new Watched(row.getObject("day", LocalDate.class), row.getInt("overdue")))
                .single();
    }

    void watched(LocalDate day, int overdue) {
        int _ = sql.of("UPDATE intake.help_line_watch SET day = greatest(day, CAST(:day AS date)), overdue = :overdue")
                .param("day", day)
                .param("overdue", overdue)
                .update();
    }

    UUID put(HelpLine line) {
        return sql.of("""
                        INSERT INTO intake.help_line (help_line_id, country, kind, name, number, hours, languages,
                                                      reviewed_on, reviewed_by, review_due)
                        VALUES (:id, :country, :kind, :name, :number, :hours, :languages, :on, :by, :due)
                        ON CONFLICT (country, kind, name) DO UPDATE
                           SET number = excluded.number, hours = excluded.hours, languages = excluded.languages,
                               reviewed_on = excluded.reviewed_on, reviewed_by = excluded.reviewed_by,
                               review_due = excluded.review_due
                        RETURNING help_line_id
                        """)
                .param("id", line.id())
                .param("country", line.country())
                .param("kind", line.kind().name())
                .param("name", line.name())
                .param("number", line.number())
                .param("hours", line.hours())
                .param("languages", line.languages())
                .param("on", line.reviewedOn())
                .param("by", line.reviewedBy())
                .param("due", line.reviewDue())
                .query(UUID.class)
                .single();
    }

    Optional<String> reviewed(UUID id, LocalDate on, String by, LocalDate due) {
        return sql.of("""
                        UPDATE intake.help_line
                           SET reviewed_on = :on, reviewed_by = :by, review_due = :due
                         WHERE help_line_id = :id
                        RETURNING country
                        """)
                .param("id", id)
                .param("on", on)
                .param("by", by)
                .param("due", due)
                .query(String.class)
                .optional();
    }

    Optional<String> remove(UUID id) {
        return sql.of("DELETE FROM intake.help_line WHERE help_line_id = :id RETURNING country")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
