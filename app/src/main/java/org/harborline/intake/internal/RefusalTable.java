// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Escalations that were refused, expired or are not finished.
@Component
class RefusalTable {

    private final Sql sql;

    RefusalTable(Sql sql) {
        this.sql = sql;
    }

    void insert(RefusedEscalation refused) {
        ReportNumber report = refused.report();
        sql.of("""
                INSERT INTO intake.refused_escalation
                       (refused_escalation_id, provider_id, provider_name, request_id, report_number, reason, refused_at, times)
                VALUES (:id, :provider, :provider_name, :request, :report, :reason, :now, :times)
                """)
                .param("id", refused.id())
                .param("provider", refused.provider())
                .param("provider_name", refused.providerName())
                .param("request", refused.requestId())
                .param("report", report == null ? null : report.value())
                .param("reason", refused.reason().name())
                .param("now", Instants.column(refused.refusedAt()))
                .param("times", refused.times())
                .update();
    }

    /// Counts a refused document in the row of the newest one like it.
    ///
    /// The lock is per provider, until the transaction ends: of two at once, one finds the row of the other.
    ///
    /// @return whether there is such a row since that time
    boolean repeat(RefusedEscalation refused, Instant since) {
        sql.of("SELECT pg_advisory_xact_lock(hashtextextended('intake.refused-escalation/' || :provider::text, 0))")
                .param("provider", refused.provider())
                .query(row -> {});
        return sql.of("""
                        UPDATE intake.refused_escalation
                           SET times = times + 1
                         WHERE refused_escalation_id = (
                               SELECT refused_escalation_id
                                 FROM intake.refused_escalation
                                WHERE provider_id = :provider
                                  AND reason = :reason
                                  AND report_number IS NULL
                                  AND refused_at > :since
                                ORDER BY refused_at DESC
                                LIMIT 1)
                        """)
                        .param("provider", refused.provider())
                        .param("reason", refused.reason().name())
                        .param("since", Instants.column(since))
                        .update()
                == 1;
    }

    Optional<RefusedEscalation> find(UUID id) {
        return sql.of("""
                SELECT refused.*, report.state, report.opened_at, report.changed_at, report.ended_at
                  FROM intake.refused_escalation AS refused
                  LEFT JOIN intake.report AS report
                    ON report.report_number = refused.report_number AND refused.reason = 'UNFINISHED'
                 WHERE refused.refused_escalation_id = :id
                """).param("id", id).query((row, _) -> refused(row)).optional();
    }

    void told(UUID id, Instant now) {
        sql.of("UPDATE intake.refused_escalation SET told_at = :now WHERE refused_escalation_id = :id")
                .param("id", id)
                .param("now", Instants.column(now))
                .update();
    }

    /// Newest first, after the given one. A report that expired has a row of its own, which takes the place of the one
    /// that warned of it.
    List<RefusedEscalation> list(@Nullable UUID after, int limit) {
        return sql.of("""
                SELECT refused.*, report.state, report.opened_at, report.changed_at, report.ended_at
                  FROM intake.refused_escalation AS refused
                  LEFT JOIN intake.report AS report
                    ON report.report_number = refused.report_number AND refused.reason = 'UNFINISHED'
                 WHERE report.state IS DISTINCT FROM 'EXPIRED'
                   AND (:after::uuid IS NULL
                    OR (refused.refused_at, refused.refused_escalation_id) <
                       (SELECT last.refused_at, last.refused_escalation_id
                          FROM intake.refused_escalation AS last
                         WHERE last.refused_escalation_id = :after::uuid))
                 ORDER BY refused.refused_at DESC, refused.refused_escalation_id DESC
                 LIMIT :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> refused(row))
                .list();
    }

    private static RefusedEscalation refused(ResultSet row) throws SQLException {
        long report = row.getLong("report_number");
        return new RefusedEscalation(
                row.getObject("refused_escalation_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_name"),
                row.getString("request_id"),
                report == 0 ? null : new ReportNumber(report),
                RefusedEscalation.Reason.valueOf(row.getString("reason")),
                Instants.read(row, "refused_at"),
                row.getInt("times"),
                Instants.readAbsent(row, "told_at"),
                unfinished(row));
    }

    private static RefusedEscalation.@Nullable Unfinished unfinished(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return state == null
                ? null
                : new RefusedEscalation.Unfinished(
                        ReportState.valueOf(state),
                        ExpireReports.expiry(Instants.read(row, "opened_at"), Instants.read(row, "changed_at")),
                        Instants.readAbsent(row, "ended_at"));
    }
}
