// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.triage.Alarm;
import org.springframework.stereotype.Component;

/// Unconfirmed P1s and who acknowledged them.
@Component
class AlarmTable {

    /// Whether a call about the public went out a moment ago.
    static final String LAST_PUBLIC = """
            SELECT paged_at, paged
              FROM triage.alarm
             WHERE by_public AND rounds > 0 AND paged_at > :since
             ORDER BY paged_at DESC
             LIMIT 1
            """;

    /// How many from the public are called about together with others.
    static final String WITH_OTHERS = """
            SELECT count(*)
              FROM triage.alarm
             WHERE by_public AND rounds = 0 AND acknowledged_at IS NULL AND ended_at IS NULL AND report <> :report
            """;

    private final Sql sql;

    AlarmTable(Sql sql) {
        this.sql = sql;
    }

    /// Opens an alarm unless there is one, and locks it, so that an acknowledgement and a page never cross.
    Alarm open(ReportNumber report, Instant at, Instant endsAt, boolean byPublic) {
        sql.of("""
                INSERT INTO triage.alarm (report, rounds, paged, opened_at, ends_at, by_public)
                VALUES (:report, 0, 0, :at, :ends, :public)
                ON CONFLICT (report) DO NOTHING
                """)
                .param("report", report.value())
                .param("at", Columns.time(at))
                .param("ends", Columns.time(endsAt))
                .param("public", byPublic)
                .update();
        return sql.of("""
                        SELECT report, rounds, paged, reached_round, opened_at, paged_at, next_at, ends_at, acknowledged_by,
                               acknowledged_at, ended_at
                          FROM triage.alarm
                         WHERE report = :report
                           FOR UPDATE
                        """)
                .param("report", report.value())
                .query((row, _) -> alarm(row))
                .single();
    }

    /// Takes an acknowledgement back, or begins anew after an end. Rounds go on counting: who is called because
    /// somebody
    /// let go is called one step further up.
    void reopen(ReportNumber report, Instant endsAt) {
        sql.of("""
                UPDATE triage.alarm
                   SET acknowledged_by = NULL, acknowledged_at = NULL, ended_at = NULL, ends_at = :ends
                 WHERE report = :report
                """)
                .param("report", report.value())
                .param("ends", Columns.time(endsAt))
                .update();
    }

    void end(ReportNumber report, Instant at) {
        sql.of("UPDATE triage.alarm SET ended_at = :at, next_at = NULL WHERE report = :report")
                .param("report", report.value())
                .param("at", Columns.time(at))
                .update();
    }

    void paged(ReportNumber report, int round, int paged, Instant at, Instant next) {
        sql.of("""
                UPDATE triage.alarm
                   SET rounds = :round, paged = :paged, paged_at = :at, next_at = :next
                 WHERE report = :report
                """)
                .param("report", report.value())
                .param("round", round)
                .param("paged", paged)
                .param("at", Columns.time(at))
                .param("next", Columns.time(next))
                .update();
    }

    /// A call about the public.
    ///
    /// @param paged how many people it could reach
    record Call(Instant at, int paged) {}

    /// The last call about the public since a moment. Whoever asks waits for another who decides about one.
    Optional<Call> lastPublic(Instant since) {
        sql.of("SELECT pg_advisory_xact_lock(hashtext('triage.public-page'))")
                .query((_, _) -> true)
                .list();
        return sql.of(LAST_PUBLIC)
                .param("since", Columns.time(since))
                .query((row, _) -> new Call(Columns.instant(row, "paged_at"), row.getInt("paged")))
                .optional();
    }

    /// Counts an alarm to the last call about the public.
    void joins(ReportNumber report, Call call, Instant next) {
        sql.of("UPDATE triage.alarm SET paged = :paged, paged_at = :at, next_at = :next WHERE report = :report")
                .param("report", report.value())
                .param("paged", call.paged())
                .param("at", Columns.time(call.at()))
                .param("next", Columns.time(next))
                .update();
    }

    /// How many others of the public wait with a report; none with a report of a company.
    int withOthers(ReportNumber report) {
        boolean byPublic = sql.of("SELECT by_public FROM triage.alarm WHERE report = :report")
                .param("report", report.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return byPublic
                ? sql.of(WITH_OTHERS)
                        .param("report", report.value())
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /// A page of a round got through. One of an earlier round may get through later, after many tries.
    void reached(ReportNumber report, int round) {
        sql.of("""
                UPDATE triage.alarm
                   SET reached_round = greatest(reached_round, :round)
                 WHERE report = :report
                """).param("report", report.value()).param("round", round).update();
    }

    /// Acknowledges an alarm that is open.
    ///
    /// @return empty when it was acknowledged before, has ended or does not exist
    Optional<Alarm> acknowledge(ReportNumber report, String by, Instant at) {
        return sql.of("""
                        UPDATE triage.alarm
                           SET acknowledged_by = :by, acknowledged_at = :at, next_at = NULL
                         WHERE report = :report
                           AND acknowledged_at IS NULL
                           AND ended_at IS NULL
                        RETURNING report, rounds, paged, reached_round, opened_at, paged_at, next_at, ends_at, acknowledged_by,
                                  acknowledged_at, ended_at
                        """)
                .param("report", report.value())
                .param("by", by)
                .param("at", Columns.time(at))
                .query((row, _) -> alarm(row))
                .optional();
    }

    Optional<Alarm> find(ReportNumber report) {
        return sql.of("""
                        SELECT report, rounds, paged, reached_round, opened_at, paged_at, next_at, ends_at, acknowledged_by,
                               acknowledged_at, ended_at
                          FROM triage.alarm
                         WHERE report = :report
                        """)
                .param("report", report.value())
                .query((row, _) -> alarm(row))
                .optional();
    }

    List<Alarm> unacknowledged(int limit) {
        return sql.of("""
                        SELECT report, rounds, paged, reached_round, opened_at, paged_at, next_at, ends_at, acknowledged_by,
                               acknowledged_at, ended_at
                          FROM triage.alarm
                         WHERE acknowledged_at IS NULL
                           AND ended_at IS NULL
                         ORDER BY ends_at, report
                         LIMIT :limit
                        """).param("limit", limit).query((row, _) -> alarm(row)).list();
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                Columns.report(row),
                row.getInt("rounds"),
                row.getInt("paged"),
                row.getObject("reached_round", Integer.class),
                Columns.instant(row, "opened_at"),
                Columns.instantOrNull(row, "paged_at"),
                Columns.instantOrNull(row, "next_at"),
                Columns.instant(row, "ends_at"),
                row.getString("acknowledged_by"),
                Columns.instantOrNull(row, "acknowledged_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
