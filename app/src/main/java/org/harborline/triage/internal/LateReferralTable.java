// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.triage.LateReferral;
import org.springframework.stereotype.Component;

/// What was to be referred by now, who was called about it and who sees to it. Rows that nobody has
/// acknowledged are locked by the clock, so that a call, an acknowledgement and the word that a call
/// arrived never wait for each other in a circle.
@Component
class LateReferralTable {

    private final Sql sql;

    LateReferralTable(Sql sql) {
        this.sql = sql;
    }

    /// Keeps those of the reports whose clock has ended, and nothing else. What comes back later begins
    /// anew. Comes after [#lockUnacknowledged()].
    void keep(Collection<ReportNumber> withNobody, Instant now) {
        int _ = sql.of("""
                WITH late AS (
                    SELECT report, referral_due_at
                      FROM triage.report
                     WHERE report = ANY (:reports)
                       AND referral_due_at <= :now
                       AND erased_at IS NULL),
                settled AS (
                    DELETE FROM triage.late_referral
                     WHERE report NOT IN (SELECT report FROM late))
                INSERT INTO triage.late_referral (report, due_at, rounds, step, paged, reached)
                SELECT report, referral_due_at, 0, 0, 0, false
                  FROM late
                ON CONFLICT (report) DO NOTHING
                """)
                .param("reports", Columns.numbers(withNobody))
                .param("now", Columns.time(now))
                .update();
    }

    /// Takes the word of whoever saw to it back where the report is still late: people forget, and shifts end.
    void forgetAcknowledgedBefore(Instant moment) {
        int _ = sql.of("""
                UPDATE triage.late_referral
                   SET acknowledged_by = NULL, acknowledged_at = NULL
                 WHERE acknowledged_at <= :moment
                """).param("moment", Columns.time(moment)).update();
    }

    /// What nobody has acknowledged, by the clock, locked so that an acknowledgement and a call never
    /// cross.
    List<LateReferral> lockUnacknowledged() {
        return sql.of("""
                        SELECT report, due_at, rounds, paged, reached, paged_at, acknowledged_by, acknowledged_at
                          FROM triage.late_referral
                         WHERE acknowledged_at IS NULL
                         ORDER BY due_at, report
                           FOR UPDATE
                        """).query((row, _) -> late(row)).list();
    }

    /// A call went out about everything that nobody has acknowledged.
    ///
    /// @param step up to which the rota was called
    void paged(UUID page, int contacts, int step, Instant at) {
        int _ = sql.of("""
                UPDATE triage.late_referral
                   SET page = :page, rounds = rounds + 1, step = :step, paged = :contacts, paged_at = :at, reached = false
                 WHERE acknowledged_at IS NULL
                """)
                .param("page", page)
                .param("contacts", contacts)
                .param("step", step)
                .param("at", Columns.time(at))
                .update();
    }

    /// How far up the rota people were called about what nobody has acknowledged; 0 when nobody was.
    int step() {
        return sql.of("SELECT coalesce(max(step), 0) FROM triage.late_referral WHERE acknowledged_at IS NULL")
                .query(Integer.class)
                .single();
    }

    /// What a call is still about: neither acknowledged nor settled, and not taken over by a later
    /// call.
    List<LateReferral> of(UUID page) {
        return sql.of("""
                        SELECT report, due_at, rounds, paged, reached, paged_at, acknowledged_by, acknowledged_at
                          FROM triage.late_referral
                         WHERE page = :page
                           AND acknowledged_at IS NULL
                         ORDER BY due_at, report
                        """).param("page", page).query((row, _) -> late(row)).list();
    }

    void reached(UUID page) {
        int _ = sql.of("""
                WITH locked AS (
                    SELECT report
                      FROM triage.late_referral
                     WHERE page = :page
                       AND acknowledged_at IS NULL
                     ORDER BY due_at, report
                       FOR UPDATE)
                UPDATE triage.late_referral AS late
                   SET reached = true
                  FROM locked
                 WHERE late.report = locked.report
                """).param("page", page).update();
    }

    List<LateReferral> acknowledge(Collection<ReportNumber> reports, String by, Instant at) {
        return sql.of("""
                        WITH locked AS (
                            SELECT report
                              FROM triage.late_referral
                             WHERE report = ANY (:reports)
                               AND acknowledged_at IS NULL
                             ORDER BY due_at, report
                               FOR UPDATE)
                        UPDATE triage.late_referral AS late
                           SET acknowledged_by = :by, acknowledged_at = :at
                          FROM locked
                         WHERE late.report = locked.report
                        RETURNING late.report, due_at, rounds, paged, reached, paged_at, acknowledged_by, acknowledged_at
                        """)
                .param("reports", Columns.numbers(reports))
                .param("by", by)
                .param("at", Columns.time(at))
                .query((row, _) -> late(row))
                .list();
    }

    List<LateReferral> page(int limit) {
        return sql.of("""
                        SELECT report, due_at, rounds, paged, reached, paged_at, acknowledged_by, acknowledged_at
                          FROM triage.late_referral
                         ORDER BY acknowledged_at IS NOT NULL, due_at, report
                         LIMIT :limit
                        """).param("limit", limit).query((row, _) -> late(row)).list();
    }

    int unacknowledged() {
        return sql.of("SELECT count(*) FROM triage.late_referral WHERE acknowledged_at IS NULL")
                .query(Integer.class)
                .single();
    }

    private static LateReferral late(ResultSet row) throws SQLException {
        return new LateReferral(
                Columns.report(row),
                Columns.instant(row, "due_at"),
                row.getInt("rounds"),
                row.getInt("paged"),
                row.getBoolean("reached"),
                Columns.instantOrNull(row, "paged_at"),
                row.getString("acknowledged_by"),
                Columns.instantOrNull(row, "acknowledged_at"));
    }
}
