// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.triage.WorkList;
import org.harborline.triage.WorkPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Pages of the lists, each one scan of its own index.
@Component
class ListTable {

    private final Sql sql;

    ListTable(Sql sql) {
        this.sql = sql;
    }

    /// One page, strictest first, then by their place in the level.
    List<Line> page(WorkList list, @Nullable WorkPosition after, int limit) {
        StatementSpec statement = switch (list) {
            case OPEN -> open();
            case KEPT -> kept();
            case RAISED_SINCE -> raisedSince();
        };
        return statement
                .param("level", after == null ? 0 : after.priority().level())
                .param("place", after == null ? Long.MIN_VALUE : after.place())
                .param("report", after == null ? 0 : after.report().value())
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    /// The named reports as lines, strictest first, then by their place in the level.
    List<Line> lines(Collection<ReportNumber> reports) {
        return sql.of("""
                        SELECT report, due_at, place,
                               (SELECT count(*) FROM triage.neighbour WHERE neighbour.report = work.report) AS links
                          FROM triage.report AS work
                         WHERE report = ANY (:reports)
                         ORDER BY level, place, report
                        """)
                .param("reports", Columns.numbers(reports))
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(Columns.report(row), Columns.instant(row, "due_at"), row.getLong("place"), row.getInt("links"));
    }

    // A designation counts from its commit on, also where the follower has not written it into the report yet.
    private StatementSpec open() {
        return sql.of("""
                SELECT report, due_at, place,
                       (SELECT count(*) FROM triage.neighbour WHERE neighbour.report = work.report) AS links
                  FROM triage.report AS work
                 WHERE designation IS NULL
                   AND (level, place, report) > (:level, :place, :report)
                   AND NOT EXISTS (SELECT FROM triage.designation AS decided WHERE decided.report = work.report)
                 ORDER BY level, place, report
                 LIMIT :limit
                """);
    }

    private StatementSpec kept() {
        return sql.of("""
                SELECT report, due_at, place,
                       (SELECT count(*) FROM triage.neighbour WHERE neighbour.report = work.report) AS links
                  FROM triage.report AS work
                 WHERE would_be IS NOT NULL
                   AND designation IS NULL
                   AND (level, place, report) > (:level, :place, :report)
                 ORDER BY level, place, report
                 LIMIT :limit
                """);
    }

    private StatementSpec raisedSince() {
        return sql.of("""
                SELECT report, due_at, place,
                       (SELECT count(*) FROM triage.neighbour WHERE neighbour.report = work.report) AS links
                  FROM triage.report AS work
                 WHERE raised_since
                   AND (level, place, report) > (:level, :place, :report)
                 ORDER BY level, place, report
                 LIMIT :limit
                """);
    }

    /// A line before its standing and its holder are read.
    record Line(ReportNumber report, Instant dueAt, long place, int links) {}
}
