// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What senders are warned of: `intake.preservation_watch` and `intake.preservation_warning`.
@Component
class PreservationWarningTable {

    /// Counts what came within reach of a warning between two days, sender by sender. Senders are few, so each is found
    /// by a step through the index, and its reports by another.
    static final String WARN = """
            INSERT INTO intake.preservation_warning (provider_id, day, days, from_at, until_at, reports)
            WITH RECURSIVE sender AS (
                 (SELECT provider_id FROM intake.report ORDER BY provider_id LIMIT 1)
                 UNION ALL
                 SELECT (SELECT report.provider_id
                           FROM intake.report
                          WHERE report.provider_id > sender.provider_id
                          ORDER BY report.provider_id
                          LIMIT 1)
                   FROM sender
                  WHERE sender.provider_id IS NOT NULL)
            SELECT sender.provider_id, CAST(:day AS date), warned.days, CAST(:from AS timestamptz) + warned.days * interval '24 hours',
                   CAST(:to AS timestamptz) + warned.days * interval '24 hours', due.reports
              FROM sender
             CROSS JOIN unnest(CAST(:days AS integer[])) AS warned (days)
             CROSS JOIN LATERAL (
                   SELECT count(*) AS reports
                     FROM intake.report
                    WHERE report.provider_id = sender.provider_id
                      AND report.preserved_until IS NOT NULL
                      AND coalesce(report.renewed_until, report.preserved_until)
                          > CAST(:from AS timestamptz) + warned.days * interval '24 hours'
                      AND coalesce(report.renewed_until, report.preserved_until)
                          <= CAST(:to AS timestamptz) + warned.days * interval '24 hours') AS due
             WHERE sender.provider_id IS NOT NULL AND due.reports > 0
            """;

    /// Warnings of some senders, each with the first of its reports.
    static final String UNTOLD = """
            SELECT warning.provider_id, warning.days, warning.reports, warning.until_at,
                   ARRAY(SELECT report.report_number
                           FROM intake.report
                          WHERE report.provider_id = warning.provider_id
                            AND report.preserved_until IS NOT NULL
                            AND coalesce(report.renewed_until, report.preserved_until) > warning.from_at
                            AND coalesce(report.renewed_until, report.preserved_until) <= warning.until_at
                          ORDER BY coalesce(report.renewed_until, report.preserved_until), report.report_number
                          LIMIT 20) AS first
              FROM intake.preservation_warning AS warning
             WHERE warning.told_at IS NULL
               AND warning.day >= :since
               AND warning.provider_id IN (SELECT DISTINCT provider_id
                                             FROM intake.preservation_warning
                                            WHERE told_at IS NULL AND day >= :since AND provider_id > :after
                                            ORDER BY provider_id
                                            LIMIT :limit)
             ORDER BY warning.provider_id, warning.days, warning.day
            """;

    private final Sql sql;

    PreservationWarningTable(Sql sql) {
        this.sql = sql;
    }

    /// @param reports how many
    /// @param until the last moment at which one of them ends
    /// @param first numbers of the first
    record Warning(UUID provider, int days, long reports, Instant until, List<Long> first) {}

    /// Moves the watch on to a day.
    ///
    /// @return the day it stood at; empty when it is there already
    Optional<LocalDate> advance(LocalDate to) {
        int _ = sql.of("""
                INSERT INTO intake.preservation_watch (day) VALUES (:before) ON CONFLICT DO NOTHING
                """).param("before", to.minusDays(1)).update();
        Optional<LocalDate> stood = sql.of("SELECT day FROM intake.preservation_watch WHERE day < :to FOR UPDATE")
                .param("to", to)
                .query(LocalDate.class)
                .optional();
        if (stood.isPresent()) {
            int _ = sql.of("UPDATE intake.preservation_watch SET day = :to")
                    .param("to", to)
                    .update();
        }
        return stood;
    }

    int warn(LocalDate day, Instant from, Instant to, List<Integer> days) {
        return sql.of(WARN)
                .param("day", day)
                .param("from", Instants.column(from))
                .param("to", Instants.column(to))
                .param("days", days.toArray(Integer[]::new))
                .update();
    }

    List<Warning> untold(LocalDate since, UUID after, int limit) {
        return sql.of(UNTOLD)
                .param("since", since)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Warning(
                        row.getObject("provider_id", UUID.class),
                        row.getInt("days"),
                        row.getLong("reports"),
                        Instants.read(row, "until_at"),
                        numbers(row)))
                .list();
    }

    private static List<Long> numbers(ResultSet row) throws SQLException {
        Array first = row.getArray("first");
        return List.of((Long[]) first.getArray());
    }

    void told(UUID provider, LocalDate since, Instant now) {
        sql.of("""
                UPDATE intake.preservation_warning
                   SET told_at = :now
                 WHERE provider_id = :provider AND told_at IS NULL AND day >= :since
                """)
                .param("provider", provider)
                .param("since", since)
                .param("now", Instants.column(now))
                .update();
    }
}
