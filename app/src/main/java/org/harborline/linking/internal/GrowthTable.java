// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.GrowthAlarm;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reports whose clusters changed and wait to be measured, and the alarms that were raised.
@Component
class GrowthTable {

    private final Sql sql;

    GrowthTable(Sql sql) {
        this.sql = sql;
    }

    /// The clusters of the reports are to be measured.
    void touch(Collection<ReportNumber> reports) {
        if (reports.isEmpty()) {
            return;
        }
        sql.of("""
                INSERT INTO linking.grown (report_number)
                SELECT DISTINCT report
                  FROM unnest(:reports::bigint[]) AS one (report)
                 ORDER BY report
                    ON CONFLICT ON CONSTRAINT grown_pk DO NOTHING
                """).param("reports", Rows.numbers(reports)).update();
    }

    /// Takes reports off the list, in the transaction that measures their clusters and before it reads them: what is
    /// linked meanwhile waits for it and is on the list again.
    List<ReportNumber> take(int most) {
        return sql.of("""
                DELETE FROM linking.grown
                 WHERE report_number IN (
                       SELECT report_number
                         FROM linking.grown
                        ORDER BY report_number
                        LIMIT :most
                          FOR UPDATE SKIP LOCKED)
                RETURNING report_number
                """)
                .param("most", most)
                .query((row, _) -> Rows.report(row, "report_number"))
                .list();
    }

    /// Which of the reports were linked to another for the first time since.
    Set<ReportNumber> linkedSince(Collection<ReportNumber> reports, Instant since) {
        return Set.copyOf(sql.of("""
                SELECT member.report_number
                  FROM unnest(:reports::bigint[]) AS member (report_number)
                  CROSS JOIN LATERAL (
                       SELECT min(touching.made_at) AS first
                         FROM (SELECT made_at
                                 FROM linking.reason
                                WHERE newer = member.report_number AND withdrawn_at IS NULL AND NOT cross_role
                                UNION ALL
                               SELECT made_at
                                 FROM linking.reason
                                WHERE older = member.report_number AND withdrawn_at IS NULL AND NOT cross_role)
                              AS touching) AS link
                 WHERE link.first >= :since
                """)
                .param("reports", Rows.numbers(reports))
                .param("since", Rows.time(since))
                .query((row, _) -> Rows.report(row, "report_number"))
                .list());
    }

    /// Ends alarms of clusters that fell below what they had passed, or whose day is over: passed again they are news.
    ///
    /// @param sizes reports, each with the size of its cluster
    void endAlarms(Map<ReportNumber, Integer> sizes, Instant dayAgo, Instant now) {
        List<ReportNumber> reports = List.copyOf(sizes.keySet());
        sql.of("""
                UPDATE linking.growth_alarm
                   SET ended_at = :now
                  FROM unnest(:reports::bigint[], :sizes::int[]) AS member (report_number, size)
                 WHERE growth_alarm.report_number = member.report_number
                   AND ended_at IS NULL
                   AND ((kind = 'SIZE' AND passed > member.size) OR (kind = 'SPEED' AND raised_at < :dayAgo))
                """)
                .param("reports", Rows.numbers(reports))
                .param("sizes", Rows.texts(reports, sizes::get))
                .param("dayAgo", Rows.time(dayAgo))
                .param("now", Rows.time(now))
                .update();
    }

    /// What was raised for any of the reports and has not ended.
    List<Raised> raised(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT report_number, kind, passed
                  FROM linking.growth_alarm
                 WHERE report_number = ANY(:reports)
                   AND ended_at IS NULL
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> new Raised(
                        Rows.report(row, "report_number"),
                        GrowthAlarm.Kind.valueOf(row.getString("kind")),
                        row.getInt("passed")))
                .list();
    }

    /// An alarm that was raised for the cluster of a report, and the limit that was passed.
    record Raised(ReportNumber report, GrowthAlarm.Kind kind, int passed) {}

    void insertAll(List<GrowthAlarm> alarms) {
        sql.of("""
                INSERT INTO linking.growth_alarm
                       (alarm_id, report_number, kind, size, passed, newer, older, raised_at)
                SELECT id, report, kind, size, passed, newer, older, at
                  FROM unnest(:ids::uuid[], :reports::bigint[], :kinds::text[], :sizes::int[], :passed::int[],
                              :newer::bigint[], :older::bigint[], :times::timestamptz[])
                       AS one (id, report, kind, size, passed, newer, older, at)
                """)
                .param("ids", Rows.texts(alarms, GrowthAlarm::id))
                .param("reports", Rows.texts(alarms, GrowthAlarm::report))
                .param("kinds", Rows.texts(alarms, GrowthAlarm::kind))
                .param("sizes", Rows.texts(alarms, GrowthAlarm::size))
                .param("passed", Rows.texts(alarms, GrowthAlarm::limit))
                .param(
                        "newer",
                        Rows.texts(
                                alarms,
                                alarm -> alarm.weakest() == null
                                        ? null
                                        : alarm.weakest().newer()))
                .param(
                        "older",
                        Rows.texts(
                                alarms,
                                alarm -> alarm.weakest() == null
                                        ? null
                                        : alarm.weakest().older()))
                .param("times", Rows.texts(alarms, GrowthAlarm::raisedAt))
                .update();
    }

    /// Newest first.
    List<GrowthAlarm> list(boolean waiting, @Nullable UUID after, int limit) {
        return sql.of("""
                SELECT alarm_id, report_number, kind, size, passed, newer, older, raised_at, looked_by, looked_at
                  FROM linking.growth_alarm
                 WHERE alarm_id < :after
                   AND (NOT :waiting OR looked_at IS NULL)
                 ORDER BY alarm_id DESC
                 LIMIT :limit
                """)
                .param("after", after == null ? new UUID(-1, -1) : after)
                .param("waiting", waiting)
                .param("limit", limit)
                .query((row, _) -> alarm(row))
                .list();
    }

    private static GrowthAlarm alarm(ResultSet row) throws SQLException {
        String by = row.getString("looked_by");
        return new GrowthAlarm(
                row.getObject("alarm_id", UUID.class),
                Rows.report(row, "report_number"),
                GrowthAlarm.Kind.valueOf(row.getString("kind")),
                row.getInt("size"),
                row.getInt("passed"),
                row.getObject("newer") == null ? null : Rows.pair(row),
                Rows.instant(row, "raised_at"),
                by == null ? null : new GrowthAlarm.Look(by, Rows.instant(row, "looked_at")));
    }

    /// Says who looked first.
    ///
    /// @return the alarm's report when nobody had looked
    Optional<ReportNumber> look(UUID alarm, String by, Instant at) {
        return sql.of("""
                UPDATE linking.growth_alarm
                   SET looked_by = :by, looked_at = :at
                 WHERE alarm_id = :alarm
                   AND looked_at IS NULL
                RETURNING report_number
                """)
                .param("alarm", alarm)
                .param("by", by)
                .param("at", Rows.time(at))
                .query((row, _) -> Rows.report(row, "report_number"))
                .optional();
    }

    boolean exists(UUID alarm) {
        return sql.of("SELECT EXISTS (SELECT FROM linking.growth_alarm WHERE alarm_id = :alarm)")
                .param("alarm", alarm)
                .query(Boolean.class)
                .single();
    }
}
