// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.Preservations.Ending;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Until when material is kept, and who asked for longer.
@Component
class PreservationTable {

    static final String ENDING = """
            SELECT report_number, coalesce(renewed_until, preserved_until) AS kept_until
              FROM intake.report
             WHERE provider_id = :provider
               AND preserved_until IS NOT NULL
               AND (coalesce(renewed_until, preserved_until), report_number) > (:after, :number)
               AND coalesce(renewed_until, preserved_until) <= :until
             ORDER BY coalesce(renewed_until, preserved_until), report_number
             LIMIT :limit
            """;

    private final Sql sql;

    PreservationTable(Sql sql) {
        this.sql = sql;
    }

    /// @param agency absent when staff asked
    /// @param reference absent when it was erased
    record Row(
            UUID id,
            ReportNumber report,
            Instant until,
            @Nullable UUID agency,
            boolean shown,
            @Nullable SealedText reference,
            Instant at) {}

    /// Keeps a report longer.
    ///
    /// @return false when it is kept as long already
    boolean extend(ReportNumber report, Instant until) {
        return sql.of("""
                        UPDATE intake.report
                           SET renewed_until = :until
                         WHERE report_number = :report AND coalesce(renewed_until, preserved_until) < :until
                        """)
                        .param("report", report.value())
                        .param("until", Instants.column(until))
                        .update()
                == 1;
    }

    void insert(Row row, String by) {
        SealedText reference = row.reference();
        sql.of("""
                INSERT INTO intake.preservation_renewal
                       (renewal_id, report_number, until_at, agency_id, shown, reference, renewed_by, renewed_at)
                VALUES (:id, :report, :until, :agency, :shown, :reference, :by, :at)
                """)
                .param("id", row.id())
                .param("report", row.report().value())
                .param("until", Instants.column(row.until()))
                .param("agency", row.agency())
                .param("shown", row.shown())
                .param("reference", reference == null ? null : reference.base64())
                .param("by", by)
                .param("at", Instants.column(row.at()))
                .update();
    }

    /// Newest first.
    List<Row> of(ReportNumber report) {
        return sql.of("""
                SELECT renewal_id, report_number, until_at, agency_id, shown, reference, renewed_at
                  FROM intake.preservation_renewal
                 WHERE report_number = :report
                 ORDER BY renewal_id DESC
                 LIMIT 200
                """)
                .param("report", report.value())
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return new Row(
                row.getObject("renewal_id", UUID.class),
                new ReportNumber(row.getLong("report_number")),
                Instants.read(row, "until_at"),
                row.getObject("agency_id", UUID.class),
                row.getBoolean("shown"),
                reference == null ? null : new SealedText(reference),
                Instants.read(row, "renewed_at"));
    }

    List<Ending> ending(UUID provider, Ending after, Instant until, int limit) {
        return sql.of(ENDING)
                .param("provider", provider)
                .param("after", Instants.column(after.until()))
                .param("number", after.report().value())
                .param("until", Instants.column(until))
                .param("limit", limit)
                .query((row, _) ->
                        new Ending(new ReportNumber(row.getLong("report_number")), Instants.read(row, "kept_until")))
                .list();
    }

    /// How many end within a time, counted up to the limit.
    long count(UUID provider, Instant from, Instant until, int limit) {
        return sql.of("""
                SELECT count(*)
                  FROM (SELECT
                          FROM intake.report
                         WHERE provider_id = :provider
                           AND preserved_until IS NOT NULL
                           AND coalesce(renewed_until, preserved_until) > :from
                           AND coalesce(renewed_until, preserved_until) <= :until
                         LIMIT :limit) AS few
                """)
                .param("provider", provider)
                .param("from", Instants.column(from))
                .param("until", Instants.column(until))
                .param("limit", limit)
                .query(Long.class)
                .single();
    }
}
