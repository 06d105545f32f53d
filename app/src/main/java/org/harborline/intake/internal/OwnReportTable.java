// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.harborline.intake.OwnReports.Unfinished;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.completeness.Completeness;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// All SQL by which a company finds its own reports, and `intake.by_hand`.
@Component
class OwnReportTable {

    static final String NUMBERS = """
            SELECT report_number
              FROM intake.report
             WHERE provider_id = :provider AND report_number < :before
             ORDER BY report_number DESC
             LIMIT :limit
            """;

    /// Few reports are open at any time, so those of one company are picked out of them all.
    static final String UNFINISHED = """
            SELECT report_number, escalated, opened_at, changed_at
              FROM intake.report
             WHERE state = 'OPEN' AND provider_id = :provider
             ORDER BY opened_at, report_number
             LIMIT :limit
            """;

    private final Sql sql;

    OwnReportTable(Sql sql) {
        this.sql = sql;
    }

    List<ReportNumber> numbers(UUID provider, long before, int limit) {
        return sql.of(NUMBERS)
                .param("provider", provider)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new ReportNumber(row.getLong("report_number")))
                .list();
    }

    Optional<Completeness> completeness(ReportNumber number, UUID provider) {
        return sql.of("""
                SELECT rubric, completeness, missing
                  FROM intake.report
                 WHERE report_number = :number AND provider_id = :provider AND rubric IS NOT NULL
                """)
                .param("number", number.value())
                .param("provider", provider)
                .query((row, _) -> Optional.ofNullable(ScoreColumns.read(row)))
                .optional()
                .flatMap(Function.identity());
    }

    List<Unfinished> unfinished(UUID provider, int limit) {
        return sql.of(UNFINISHED)
                .param("provider", provider)
                .param("limit", limit)
                .query((row, _) -> {
                    Instant opened = Instants.read(row, "opened_at");
                    Instant changed = Instants.read(row, "changed_at");
                    return new Unfinished(
                            new ReportNumber(row.getLong("report_number")),
                            row.getBoolean("escalated"),
                            opened,
                            ExpireReports.expiry(opened, changed));
                })
                .list();
    }

    /// Takes a token, waiting for whoever is just using it.
    ///
    /// @return false when it was used
    boolean claim(UUID token, UUID provider, Instant now) {
        return sql.of("""
                        INSERT INTO intake.by_hand (token, provider_id, claimed_at)
                        VALUES (:token, :provider, :now)
                        ON CONFLICT (token) DO NOTHING
                        """)
                        .param("token", token)
                        .param("provider", provider)
                        .param("now", Instants.column(now))
                        .update()
                == 1;
    }

    void release(UUID token) {
        sql.of("""
                DELETE FROM intake.by_hand
                 WHERE token = :token
                """).param("token", token).update();
    }

    void filed(UUID token, ReportNumber number) {
        sql.of("""
                UPDATE intake.by_hand
                   SET report_number = :number
                 WHERE token = :token
                """).param("token", token).param("number", number.value()).update();
    }

    Optional<ReportNumber> filed(UUID token, UUID provider) {
        return sql.of("""
                SELECT report_number
                  FROM intake.by_hand
                 WHERE token = :token AND provider_id = :provider AND report_number IS NOT NULL
                """)
                .param("token", token)
                .param("provider", provider)
                .query((row, _) -> new ReportNumber(row.getLong("report_number")))
                .optional();
    }
}
