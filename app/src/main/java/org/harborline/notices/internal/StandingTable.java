// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where each filed report stands for its sender. Written by the follower alone.
@Component
class StandingTable {

    private final Sql sql;

    StandingTable(Sql sql) {
        this.sql = sql;
    }

    Map<ReportNumber, Standing> find(Collection<ReportNumber> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return sql.of("""
                        SELECT report, provider, received_at, read_at, delivered_at, asked_at, questions, corrected_at,
                               stated, missing, heard
                          FROM notices.standing
                         WHERE report = ANY (:reports)
                        """).param("reports", Columns.numbers(reports)).query((row, _) -> standing(row)).list().stream()
                .collect(Collectors.toMap(Standing::report, Function.identity()));
    }

    void write(Collection<Standing> standings) {
        sql.batch("""
                INSERT INTO notices.standing (report, provider, received_at, read_at, delivered_at, asked_at,
                                              questions, corrected_at, stated, missing, heard)
                VALUES (:report, :provider, :received_at, :read_at, :delivered_at, :asked_at, :questions, :corrected_at,
                        :stated, :missing, :heard)
                ON CONFLICT (report) DO UPDATE
                   SET read_at = EXCLUDED.read_at, delivered_at = EXCLUDED.delivered_at, asked_at = EXCLUDED.asked_at,
                       questions = EXCLUDED.questions, corrected_at = EXCLUDED.corrected_at, heard = EXCLUDED.heard
                """, standings.stream().map(StandingTable::row).toList());
    }

    private static Map<String, Object> row(Standing standing) {
        var row = new HashMap<String, Object>();
        row.put("report", standing.report().value());
        row.put("provider", standing.provider());
        row.put("received_at", Columns.time(standing.receivedAt()));
        row.put("read_at", Columns.timeOrNull(standing.readAt()));
        row.put("delivered_at", Columns.timeOrNull(standing.deliveredAt()));
        row.put("asked_at", Columns.timeOrNull(standing.askedAt()));
        row.put("questions", standing.questions());
        row.put("corrected_at", Columns.timeOrNull(standing.correctedAt()));
        Standing.Stated lines = standing.lines();
        row.put("stated", lines == null ? null : lines.stated());
        row.put("missing", lines == null ? null : lines.missing());
        row.put("heard", lines == null ? null : lines.heard());
        return row;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new ReportNumber(row.getLong("report")),
                row.getObject("provider", UUID.class),
                Columns.instant(row, "received_at"),
                Columns.instantOrNull(row, "read_at"),
                Columns.instantOrNull(row, "delivered_at"),
                Columns.instantOrNull(row, "asked_at"),
                row.getInt("questions"),
                Columns.instantOrNull(row, "corrected_at"),
                lines(row));
    }

    private static Standing.@Nullable Stated lines(ResultSet row) throws SQLException {
        Long stated = row.getObject("stated", Long.class);
        return stated == null ? null : new Standing.Stated(stated, row.getLong("missing"), row.getBoolean("heard"));
    }
}
