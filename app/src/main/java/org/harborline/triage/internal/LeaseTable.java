// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.triage.Lease;
import org.springframework.stereotype.Component;

/// Who works on what. A lease that ran out counts for nothing and is overwritten by the next taker.
@Component
class LeaseTable {

    private final Sql sql;

    LeaseTable(Sql sql) {
        this.sql = sql;
    }

    /// Takes the most urgent free report. Rows that another taker has locked are passed over. A report that was taken
    /// between our look and our lock is refused by the key; then the answer is empty although others may be free.
    Optional<ReportNumber> takeNext(String holder, Instant now, Instant until) {
        return sql.of("""
                        WITH next AS (
                            SELECT waiting.report
                              FROM triage.report AS waiting
                             WHERE waiting.designation IS NULL
                               AND NOT EXISTS (SELECT FROM triage.lease
                                                WHERE lease.report = waiting.report AND lease.until_at > :now)
                               AND NOT EXISTS (SELECT FROM triage.designation
                                                WHERE designation.report = waiting.report)
                             ORDER BY waiting.level, waiting.place, waiting.report
                             LIMIT 1
                               FOR UPDATE OF waiting SKIP LOCKED)
                        INSERT INTO triage.lease (report, holder, taken_at, until_at)
                        SELECT report, :holder, :now, :until
                          FROM next
                        ON CONFLICT (report) DO UPDATE
                           SET holder = EXCLUDED.holder, taken_at = EXCLUDED.taken_at, until_at = EXCLUDED.until_at
                         WHERE triage.lease.until_at <= :now
                        RETURNING report
                        """)
                .param("holder", holder)
                .param("now", Columns.time(now))
                .param("until", Columns.time(until))
                .query((row, _) -> Columns.report(row))
                .optional();
    }

    /// Takes a report that is free, or prolongs the holder's own lease.
    ///
    /// @return empty when somebody else holds it
    Optional<Lease> take(ReportNumber report, String holder, Instant now, Instant until) {
        return sql.of("""
                        INSERT INTO triage.lease (report, holder, taken_at, until_at)
                        VALUES (:report, :holder, :now, :until)
                        ON CONFLICT (report) DO UPDATE
                           SET holder = EXCLUDED.holder,
                               taken_at = CASE WHEN triage.lease.holder = EXCLUDED.holder AND triage.lease.until_at > :now
                                               THEN triage.lease.taken_at ELSE EXCLUDED.taken_at END,
                               until_at = EXCLUDED.until_at
                         WHERE triage.lease.until_at <= :now
                            OR triage.lease.holder = EXCLUDED.holder
                        RETURNING report, holder, taken_at, until_at
                        """)
                .param("report", report.value())
                .param("holder", holder)
                .param("now", Columns.time(now))
                .param("until", Columns.time(until))
                .query((row, _) -> lease(row))
                .optional();
    }

    boolean keep(ReportNumber report, String holder, Instant now, Instant until) {
        return sql.of("""
                        UPDATE triage.lease
                           SET until_at = :until
                         WHERE report = :report
                           AND holder = :holder
                           AND until_at > :now
                        """)
                        .param("report", report.value())
                        .param("holder", holder)
                        .param("now", Columns.time(now))
                        .param("until", Columns.time(until))
                        .update()
                == 1;
    }

    boolean release(ReportNumber report, String holder) {
        return sql.of("DELETE FROM triage.lease WHERE report = :report AND holder = :holder")
                        .param("report", report.value())
                        .param("holder", holder)
                        .update()
                == 1;
    }

    List<ReportNumber> releaseAll(String holder) {
        return sql.of("DELETE FROM triage.lease WHERE holder = :holder RETURNING report")
                .param("holder", holder)
                .query((row, _) -> Columns.report(row))
                .list();
    }

    Map<ReportNumber, Lease> find(Collection<ReportNumber> reports, Instant now) {
        return sql
                .of("""
                        SELECT report, holder, taken_at, until_at
                          FROM triage.lease
                         WHERE report = ANY (:reports)
                           AND until_at > :now
                        """)
                .param("reports", Columns.numbers(reports))
                .param("now", Columns.time(now))
                .query((row, _) -> lease(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Lease::report, lease -> lease));
    }

    List<ReportNumber> heldBy(String holder, Instant now) {
        return sql.of("""
                        SELECT report
                          FROM triage.lease
                         WHERE holder = :holder
                           AND until_at > :now
                         ORDER BY taken_at, report
                        """)
                .param("holder", holder)
                .param("now", Columns.time(now))
                .query((row, _) -> Columns.report(row))
                .list();
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                Columns.report(row),
                row.getString("holder"),
                Columns.instant(row, "taken_at"),
                Columns.instant(row, "until_at"));
    }
}
