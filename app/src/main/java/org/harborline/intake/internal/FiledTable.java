// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.FiledReceipt;
import org.harborline.intake.RelatedReport;
import org.harborline.intake.RelationKind;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedFiling;
import org.harborline.platform.Sql;
import org.harborline.registry.ServiceId;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reports that are filed in one call, and what their senders are told of all they filed.
@Component
class FiledTable {

    static final String LIST = """
            SELECT feed.position, report.report_number, report.ended_at, report.preserved_until, report.item_count,
                   report.dropped_count, report.relation, report.related_to, report.rubric, report.completeness,
                   report.missing
              FROM intake.feed AS feed
              JOIN intake.report AS report ON report.report_number = feed.report_number
             WHERE feed.provider_id = :provider
               AND feed.position > :after
             ORDER BY feed.position
             LIMIT :limit
            """;

    static final String LATER = """
            SELECT report_number, relation
              FROM intake.report
             WHERE related_to = :number
               AND state = 'FINISHED'
             ORDER BY report_number
             LIMIT 100
            """;

    private final Sql sql;

    FiledTable(Sql sql) {
        this.sql = sql;
    }

    /// A report about to be filed.
    ///
    /// @param service the one it is sent for
    record Filing(
            ReportNumber number,
            UUID provider,
            String providerName,
            AcceptedFiling accepted,
            @Nullable String requestId,
            Instant now,
            Instant preservedUntil,
            @Nullable ServiceId service) {}

    /// A report with its sealed texts.
    record Sealed(Filing filing, SealedText text, SealedText sheet) {}

    /// Inserts reports and their sealed texts in one round trip.
    void insert(List<Sealed> reports) {
        int[] _ = sql.batch("""
                WITH received AS (
                    INSERT INTO intake.received (report_number, received_text, reporter_sheet)
                    VALUES (:number, :text, :sheet))
                INSERT INTO intake.report
                       (report_number, provider_id, provider_name, state, incident_type, escalated, batched, incident_at,
                        request_id, dropped_count, item_count, opened_at, changed_at, ended_at, preserved_until, relation,
                        related_to, service_id, rubric, completeness, missing)
                VALUES (:number, :provider, :provider_name, 'FINISHED', :type, :escalated, :batched, :incident_at,
                        :request, :dropped, :items, :now, :now, :now, :preserved, :relation, :related_to,
                        :service, :rubric, :completeness, :missing)
                """, reports.stream().map(FiledTable::columns).toList());
    }

    private static Map<String, Object> columns(Sealed sealed) {
        Filing filing = sealed.filing();
        AcceptedFiling accepted = filing.accepted();
        RelationKind relation = accepted.relation();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("number", filing.number().value());
        columns.put("text", sealed.text().base64());
        columns.put("sheet", sealed.sheet().base64());
        columns.put("provider", filing.provider());
        columns.put("provider_name", filing.providerName());
        columns.put("type", accepted.report().incidentType().name());
        columns.put("escalated", accepted.report().escalated());
        columns.put("batched", accepted.report().batched());
        columns.put(
                "incident_at", Instants.column(accepted.report().incidentTime().instant()));
        columns.put("request", filing.requestId());
        columns.put("dropped", dropped(accepted));
        columns.put("items", accepted.items().size());
        columns.put("now", Instants.column(filing.now()));
        columns.put("preserved", Instants.column(filing.preservedUntil()));
        columns.put("relation", relation == null ? null : relation.name());
        columns.put("related_to", relation == null ? null : accepted.relatedTo());
        ScoreColumns.put(columns, filing.service(), accepted.report().completeness());
        return present(columns);
    }

    /// Absent columns are written as such; the signature of the batch does not say that it takes them.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> present(Map<String, @Nullable Object> columns) {
        return columns;
    }

    static int dropped(AcceptedFiling accepted) {
        return accepted.report().dropped()
                + accepted.items().stream().mapToInt(item -> item.dropped()).sum();
    }

    /// Keeps what is said about the items of a new report.
    void insertItems(List<ReceivedTable.Described> items, Instant now) {
        int[] _ = sql.batch(
                """
                INSERT INTO intake.item (report_number, ordinal, reference_key, received_text, dropped_count, received_at)
                VALUES (:number, :ordinal, :reference, :text, :dropped, :now)
                """,
                items.stream()
                        .map(item -> Map.<String, Object>of(
                                "number", item.number().value(),
                                "ordinal", item.place(),
                                "reference", item.reference(),
                                "text", item.text().base64(),
                                "dropped", item.dropped(),
                                "now", Instants.column(now)))
                        .toList());
    }

    /// What the sender of a filed report is told of it.
    Optional<FiledReceipt> receipt(ReportNumber number, UUID provider) {
        return sql.of("""
                SELECT report_number, ended_at, preserved_until, item_count, dropped_count, relation, related_to, rubric,
                       completeness, missing
                  FROM intake.report
                 WHERE report_number = :number
                   AND provider_id = :provider
                   AND state = 'FINISHED'
                """)
                .param("number", number.value())
                .param("provider", provider)
                .query((row, _) -> receipt(row))
                .optional();
    }

    /// A receipt at its place in the journal.
    record Listed(long position, FiledReceipt receipt) {}

    /// As [#receipt], for all of a sender, as they were filed.
    List<Listed> list(UUID provider, long after, int limit) {
        return sql.of(LIST)
                .param("provider", provider)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Listed(row.getLong("position"), receipt(row)))
                .list();
    }

    private static FiledReceipt receipt(ResultSet row) throws SQLException {
        String relation = row.getString("relation");
        return new FiledReceipt(
                new ReportNumber(row.getLong("report_number")),
                Instants.read(row, "ended_at"),
                Instants.read(row, "preserved_until"),
                row.getInt("item_count"),
                row.getInt("dropped_count"),
                relation == null ? null : RelationKind.valueOf(relation),
                relation == null ? null : new ReportNumber(row.getLong("related_to")),
                ScoreColumns.read(row));
    }

    /// The report that this one belongs to.
    Optional<RelatedReport> earlier(ReportNumber number) {
        return sql.of(
                        "SELECT relation, related_to FROM intake.report WHERE report_number = :number AND relation IS NOT NULL")
                .param("number", number.value())
                .query((row, _) -> new RelatedReport(
                        RelationKind.valueOf(row.getString("relation")),
                        new ReportNumber(row.getLong("related_to")),
                        false))
                .optional();
    }

    /// Reports that belong to this one, oldest first.
    List<RelatedReport> later(ReportNumber number) {
        return sql.of(LATER)
                .param("number", number.value())
                .query((row, _) -> new RelatedReport(
                        RelationKind.valueOf(row.getString("relation")),
                        new ReportNumber(row.getLong("report_number")),
                        true))
                .list();
    }
}
