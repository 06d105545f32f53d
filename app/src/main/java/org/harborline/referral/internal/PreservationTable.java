// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.PreservationRenewed;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Endings.Ending;
import org.harborline.registry.AgencyId;
import org.springframework.stereotype.Component;

/// Until when senders keep what agencies have: `referral.preservation`. Written by the follower alone.
@Component
class PreservationTable {

    static final String OF_AGENCY = """
            SELECT agency_id, report, delivery_id, kept_until
              FROM referral.preservation
             WHERE agency_id = :agency
               AND (kept_until, report) > (:after, :report)
               AND kept_until <= :until
             ORDER BY kept_until, report
             LIMIT :limit
            """;

    static final String ENDING = """
            SELECT agency_id, report, delivery_id, kept_until
              FROM referral.preservation
             WHERE (kept_until, report, agency_id) > (:after, :report, :agency)
               AND kept_until <= :until
             ORDER BY kept_until, report, agency_id
             LIMIT :limit
            """;

    private final Sql sql;

    PreservationTable(Sql sql) {
        this.sql = sql;
    }

    List<Ending> ending(AgencyId agency, Ending after, Instant until, int limit) {
        return sql.of(OF_AGENCY)
                .param("agency", agency.value())
                .param("after", Columns.time(after.until()))
                .param("report", after.report().value())
                .param("until", Columns.time(until))
                .param("limit", limit)
                .query((row, _) -> ending(row))
                .list();
    }

    List<Ending> ending(Ending after, Instant until, int limit) {
        return sql.of(ENDING)
                .param("agency", after.agency().value())
                .param("after", Columns.time(after.until()))
                .param("report", after.report().value())
                .param("until", Columns.time(until))
                .param("limit", limit)
                .query((row, _) -> ending(row))
                .list();
    }

    private static Ending ending(ResultSet row) throws SQLException {
        return new Ending(
                new AgencyId(Columns.id(row, "agency_id")),
                new ReportNumber(row.getLong("report")),
                new DeliveryId(Columns.id(row, "delivery_id")),
                Objects.requireNonNull(Columns.instant(row, "kept_until")));
    }

    long count(AgencyId agency, Instant from, Instant until, int limit) {
        return sql.of("""
                SELECT count(*)
                  FROM (SELECT
                          FROM referral.preservation
                         WHERE agency_id = :agency AND kept_until > :from AND kept_until <= :until
                         LIMIT :limit) AS few
                """)
                .param("agency", agency.value())
                .param("from", Columns.time(from))
                .param("until", Columns.time(until))
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    long count(Instant from, Instant until, int limit) {
        return sql.of("""
                SELECT count(*)
                  FROM (SELECT
                          FROM referral.preservation
                         WHERE kept_until > :from AND kept_until <= :until
                         LIMIT :limit) AS few
                """)
                .param("from", Columns.time(from))
                .param("until", Columns.time(until))
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    Optional<Instant> keptUntil(AgencyId agency, ReportNumber report) {
        return sql.of("SELECT kept_until FROM referral.preservation WHERE agency_id = :agency AND report = :report")
                .param("agency", agency.value())
                .param("report", report.value())
                .query((row, _) -> Objects.requireNonNull(Columns.instant(row, "kept_until")))
                .optional();
    }

    /// Notes what agencies have; who has it already has it as before.
    void put(Collection<Ending> had) {
        int[] _ = sql.batch(
                """
                INSERT INTO referral.preservation (agency_id, report, delivery_id, kept_until)
                VALUES (:agency, :report, :delivery, :until)
                ON CONFLICT (agency_id, report) DO UPDATE
                   SET kept_until = greatest(preservation.kept_until, excluded.kept_until)
                """,
                had.stream()
                        .map(one -> Map.<String, Object>of(
                                "agency", one.agency().value(),
                                "report", one.report().value(),
                                "delivery", one.delivery().value(),
                                "until", Columns.time(one.until())))
                        .toList());
    }

    void renewed(Collection<PreservationRenewed> renewals) {
        int[] _ = sql.batch(
                "UPDATE referral.preservation SET kept_until = greatest(kept_until, :until) WHERE report = :report",
                renewals.stream()
                        .map(one -> Map.<String, Object>of(
                                "report", one.report().value(), "until", Columns.time(one.until())))
                        .toList());
    }

    void returned(Collection<Keeping.Key> returned) {
        int[] _ = sql.batch(
                "DELETE FROM referral.preservation WHERE agency_id = :agency AND report = :report",
                returned.stream()
                        .map(one -> Map.<String, Object>of(
                                "agency", one.agency().value(),
                                "report", one.report().value()))
                        .toList());
    }

    void forget(Collection<ReportNumber> erased) {
        if (!erased.isEmpty()) {
            int _ = sql.of("DELETE FROM referral.preservation WHERE report = ANY (:reports)")
                    .param("reports", Columns.numbers(erased))
                    .update();
        }
    }
}
