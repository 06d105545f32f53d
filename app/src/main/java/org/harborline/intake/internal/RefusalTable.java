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
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Escalations that were refused or expired.
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
                       (refused_escalation_id, provider_id, provider_name, request_id, report_number, reason, refused_at)
                VALUES (:id, :provider, :provider_name, :request, :report, :reason, :now)
                """)
                .param("id", refused.id())
                .param("provider", refused.provider())
                .param("provider_name", refused.providerName())
                .param("request", refused.requestId())
                .param("report", report == null ? null : report.value())
                .param("reason", refused.reason().name())
                .param("now", Instants.column(refused.refusedAt()))
                .update();
    }

    Optional<RefusedEscalation> find(UUID id) {
        return sql.of("""
                SELECT refused_escalation_id, provider_id, provider_name, request_id, report_number, reason, refused_at, told_at
                  FROM intake.refused_escalation
                 WHERE refused_escalation_id = :id
                """).param("id", id).query((row, _) -> refused(row)).optional();
    }

    void told(UUID id, Instant now) {
        sql.of("UPDATE intake.refused_escalation SET told_at = :now WHERE refused_escalation_id = :id")
                .param("id", id)
                .param("now", Instants.column(now))
                .update();
    }

    /// Newest first, after the given one.
    List<RefusedEscalation> list(@Nullable UUID after, int limit) {
        return sql.of("""
                SELECT refused_escalation_id, provider_id, provider_name, request_id, report_number, reason, refused_at, told_at
                  FROM intake.refused_escalation
                 WHERE :after::uuid IS NULL
                    OR (refused_at, refused_escalation_id) <
                       (SELECT last.refused_at, last.refused_escalation_id
                          FROM intake.refused_escalation AS last
                         WHERE last.refused_escalation_id = :after::uuid)
                 ORDER BY refused_at DESC, refused_escalation_id DESC
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
                Instants.readAbsent(row, "told_at"));
    }
}
