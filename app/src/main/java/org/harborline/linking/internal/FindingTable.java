// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Findings, their words sealed.
@Component
class FindingTable {

    private final Sql sql;

    FindingTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a finding.
    ///
    /// @return false when there is one with its id
    boolean insert(Row row) {
        return sql.of("""
                INSERT INTO linking.finding
                       (finding_id, report_number, kind, identifier_kind, role, own_service, confidence, observed_at,
                        sealed_value, sealed_qualifier, sealed_source, sealed_method, recorded_by, recorded_at,
                        observed_offset, port)
                VALUES (:id, :report, :kind, :identifierKind, :role, :ownService, :confidence, :observed,
                        :value, :qualifier, :source, :method, :by, :at, :offset, :port)
                    ON CONFLICT (finding_id) DO NOTHING
                """)
                        .param("id", row.id())
                        .param("report", row.report().value())
                        .param("kind", row.kind().name())
                        .param(
                                "identifierKind",
                                row.identifierKind() == null
                                        ? null
                                        : row.identifierKind().name())
                        .param("role", row.role().name())
                        .param("ownService", row.onSendersService())
                        .param("confidence", row.confidence().name())
                        .param("observed", Rows.time(row.observedAt()))
                        .param("value", row.value().base64())
                        .param(
                                "qualifier",
                                row.qualifier() == null ? null : row.qualifier().base64())
                        .param("source", row.source().base64())
                        .param("method", row.method().base64())
                        .param("by", row.by())
                        .param("at", Rows.time(row.recordedAt()))
                        .param("offset", row.offset().getId())
                        .param("port", row.port())
                        .update()
                == 1;
    }

    /// Findings beside the reports, oldest first.
    List<Row> ofReports(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT finding_id, report_number, kind, identifier_kind, role, own_service, confidence, observed_at,
                       sealed_value, sealed_qualifier, sealed_source, sealed_method, recorded_by, recorded_at,
                       observed_offset, port, withdrawn_reason, withdrawn_by, withdrawn_at
                  FROM linking.finding
                 WHERE report_number = ANY(:reports)
                 ORDER BY report_number, recorded_at, finding_id
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> row(row))
                .list();
    }

    List<Row> byIds(Collection<UUID> ids) {
        return sql.of("""
                SELECT finding_id, report_number, kind, identifier_kind, role, own_service, confidence, observed_at,
                       sealed_value, sealed_qualifier, sealed_source, sealed_method, recorded_by, recorded_at,
                       observed_offset, port, withdrawn_reason, withdrawn_by, withdrawn_at
                  FROM linking.finding
                 WHERE finding_id = ANY(:ids::uuid[])
                """)
                .param("ids", Rows.ids(ids))
                .query((row, _) -> row(row))
                .list();
    }

    /// Drops the findings beside a report.
    ///
    /// @return which they were
    List<UUID> delete(ReportNumber report) {
        return sql.of("DELETE FROM linking.finding WHERE report_number = :report RETURNING finding_id")
                .param("report", report.value())
                .query((row, _) -> row.getObject("finding_id", UUID.class))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String identifierKind = row.getString("identifier_kind");
        String qualifier = row.getString("sealed_qualifier");
        return new Row(
                row.getObject("finding_id", UUID.class),
                Rows.report(row, "report_number"),
                FindingKind.valueOf(row.getString("kind")),
                identifierKind == null ? null : IdentifierKind.valueOf(identifierKind),
                PartyRole.valueOf(row.getString("role")),
                row.getBoolean("own_service"),
                Confidence.valueOf(row.getString("confidence")),
                Rows.instant(row, "observed_at"),
                new SealedText(row.getString("sealed_value")),
                qualifier == null ? null : new SealedText(qualifier),
                new SealedText(row.getString("sealed_source")),
                new SealedText(row.getString("sealed_method")),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"),
                ZoneOffset.of(row.getString("observed_offset")),
                row.getObject("port", Integer.class),
                withdrawal(row));
    }

    private static Finding.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        String reason = row.getString("withdrawn_reason");
        return reason == null
                ? null
                : new Finding.Withdrawal(
                        WithdrawalReason.valueOf(reason),
                        row.getString("withdrawn_by"),
                        Rows.instant(row, "withdrawn_at"));
    }

    /// Notes that a finding does not hold any more.
    ///
    /// @return false when it was withdrawn before
    boolean withdraw(UUID finding, Finding.Withdrawal withdrawal) {
        return sql.of("""
                UPDATE linking.finding
                   SET withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = :at
                 WHERE finding_id = :id
                   AND withdrawn_at IS NULL
                """)
                        .param("id", finding)
                        .param("reason", withdrawal.reason().name())
                        .param("by", withdrawal.by())
                        .param("at", Rows.time(withdrawal.at()))
                        .update()
                == 1;
    }

    /// A stored finding.
    record Row(
            UUID id,
            ReportNumber report,
            FindingKind kind,
            @Nullable IdentifierKind identifierKind,
            PartyRole role,
            boolean onSendersService,
            Confidence confidence,
            Instant observedAt,
            SealedText value,
            @Nullable SealedText qualifier,
            SealedText source,
            SealedText method,
            String by,
            Instant recordedAt,
            ZoneOffset offset,
            @Nullable Integer port,
            Finding.@Nullable Withdrawal withdrawal) {

        /// Whether the other says the same of the same report by the same person, as far as it is not sealed.
        boolean sameOutside(Row other) {
            return report.equals(other.report)
                    && kind == other.kind
                    && identifierKind == other.identifierKind
                    && role == other.role
                    && onSendersService == other.onSendersService
                    && confidence == other.confidence
                    && observedAt.truncatedTo(ChronoUnit.MICROS).equals(other.observedAt.truncatedTo(ChronoUnit.MICROS))
                    && offset.equals(other.offset)
                    && Objects.equals(port, other.port)
                    && by.equals(other.by);
        }
    }
}
