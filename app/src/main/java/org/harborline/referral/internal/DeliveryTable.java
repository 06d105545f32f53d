// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Held;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where each package is: `referral.delivery`, read together with who chose it and the newest feedback.
@Component
class DeliveryTable {

    /// A delivery with who chose it and the newest feedback.
    private static final String DELIVERY = """
            SELECT d.delivery_id, r.referral_id, d.report, r.ordinal, d.agency_id, d.kind, d.state, r.follows, r.concerns,
                   r.chosen_by, r.chosen_at, d.delivered_at, d.due_at, d.read_at, d.answered_at, d.return_reason, d.held_for, d.held_by, d.held_until, d.version,
                   f.status, f.child_identified, f.additional_victims, f.closed_reason, f.self_production, f.useful, f.not_useful
              FROM referral.delivery d
              JOIN referral.recipient r ON r.delivery_id = d.delivery_id
              LEFT JOIN LATERAL (
                   SELECT status, child_identified, additional_victims, closed_reason, self_production, useful, not_useful
                     FROM referral.feedback
                    WHERE delivery_id = d.delivery_id
                    ORDER BY feedback_id DESC
                    LIMIT 1) f ON true
            """;

    static final String COMPANIONS = DELIVERY + """
             WHERE r.referral_id = :referral
               AND d.agency_id = :agency
               AND d.delivery_id <> :id
             ORDER BY d.delivery_id
            """;

    /// In the order in which packages reached the agency: what it must look at now stands first, whenever it was
    /// decided.
    static final String INBOX = DELIVERY + """
             WHERE d.agency_id = :agency
               AND d.delivered_at IS NOT NULL
               AND (CAST(:after AS uuid) IS NULL
                    OR (d.delivered_at, d.delivery_id) < (SELECT shown.delivered_at, shown.delivery_id
                                                            FROM referral.delivery shown
                                                           WHERE shown.delivery_id = :after))
             ORDER BY d.delivered_at DESC, d.delivery_id DESC
             LIMIT :limit
            """;

    static final String COUNTS = """
            SELECT s.state, (SELECT count(*)
                               FROM (SELECT FROM referral.delivery d WHERE d.state = s.state LIMIT :limit) AS few) AS many
              FROM unnest(CAST(:states AS text[])) AS s (state)
            """;

    private final Sql sql;

    DeliveryTable(Sql sql) {
        this.sql = sql;
    }

    /// Writes a delivery that is to be made, or that is held.
    void insert(Chosen chosen, @Nullable Held held) {
        int rows = sql.of("""
                INSERT INTO referral.delivery (delivery_id, agency_id, report, kind, state, held_for, held_by, held_until)
                VALUES (:id, :agency, :report, :kind, :state, :why, :owner, :until)
                """)
                .param("id", chosen.delivery().value())
                .param("agency", chosen.agency().value())
                .param("report", chosen.report().value())
                .param("kind", chosen.kind().name())
                .param("state", (held == null ? DeliveryState.REQUESTED : DeliveryState.HELD).name())
                .param("why", held == null ? null : held.why().name())
                .param("owner", held == null ? null : held.owner())
                .param("until", held == null ? null : Columns.time(held.until()))
                .update();
        require(rows);
    }

    Optional<Delivery> find(DeliveryId id) {
        return sql.of(DELIVERY + """
                 WHERE d.delivery_id = :id
                """)
                .param("id", id.value())
                .query(DeliveryRows::delivery)
                .optional();
    }

    /// Deliveries of a report, and those about it, oldest first.
    List<Delivery> ofReport(ReportNumber report) {
        return sql.of(DELIVERY + """
                 WHERE d.report = :report
                 ORDER BY d.delivery_id
                """)
                .param("report", report.value())
                .query(DeliveryRows::delivery)
                .list();
    }

    /// Packages that belong to the same chain at the same agency.
    List<Delivery> companions(Delivery of) {
        return sql.of(COMPANIONS)
                .param("referral", of.referral().value())
                .param("agency", of.agency().value())
                .param("id", of.id().value())
                .query(DeliveryRows::delivery)
                .list();
    }

    /// The package and its companions.
    Chain chain(Delivery of) {
        return new Chain(Stream.concat(Stream.of(of), companions(of).stream()).toList());
    }

    /// Newest first.
    List<Delivery> page(@Nullable DeliveryState state, @Nullable DeliveryId after, int limit) {
        return sql.of(DELIVERY + """
                 WHERE (CAST(:state AS text) IS NULL OR d.state = :state)
                   AND (CAST(:after AS uuid) IS NULL OR d.delivery_id < :after)
                 ORDER BY d.delivery_id DESC
                 LIMIT :limit
                """)
                .param("state", state == null ? null : state.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(DeliveryRows::delivery)
                .list();
    }

    /// Packages that reached an agency, the last to arrive first.
    List<Delivery> inbox(AgencyId agency, @Nullable DeliveryId after, int limit) {
        return sql.of(INBOX)
                .param("agency", agency.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(DeliveryRows::delivery)
                .list();
    }

    /// Urgent supplements at an agency that nobody has acknowledged.
    List<Delivery> urgent(AgencyId agency) {
        return sql.of(DELIVERY + """
                 WHERE d.agency_id = :agency
                   AND d.delivered_at IS NOT NULL
                   AND d.kind = 'URGENT_SUPPLEMENT'
                   AND d.state IN ('AWAITING', 'OVERDUE')
                 ORDER BY d.due_at
                """)
                .param("agency", agency.value())
                .query(DeliveryRows::delivery)
                .list();
    }

    Map<DeliveryState, Long> counts() {
        var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        sql.of("SELECT state, count(*) AS many FROM referral.delivery GROUP BY state")
                .query((row, _) -> Map.entry(DeliveryState.valueOf(row.getString("state")), row.getLong("many")))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /// As [#counts()], but each state only as far as the limit: what has ended grows for ever, and a page that is
    /// opened
    /// all day must not read it all.
    Map<DeliveryState, Long> counts(int limit) {
        var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        sql.of(COUNTS)
                .param("limit", limit)
                .param(
                        "states",
                        Stream.of(DeliveryState.values()).map(Enum::name).toArray(String[]::new))
                .query((row, _) -> Map.entry(DeliveryState.valueOf(row.getString("state")), row.getLong("many")))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /// Deliveries that were decided before a moment and have not reached their agency, counted up to the limit.
    long late(Instant before, int limit) {
        return sql.of("""
                SELECT count(*)
                  FROM (SELECT
                          FROM referral.delivery d
                          JOIN referral.recipient r ON r.delivery_id = d.delivery_id
                         WHERE d.state IN ('REQUESTED', 'IN_DELIVERY')
                           AND r.chosen_at < :before
                         LIMIT :limit) AS late
                """)
                .param("before", Columns.time(before))
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    SortedSet<String> ids(DeliveryState state, @Nullable UUID after, int limit) {
        return new TreeSet<>(sql.of("""
                SELECT delivery_id
                  FROM referral.delivery
                 WHERE state = :state
                   AND (CAST(:after AS uuid) IS NULL OR delivery_id > :after)
                 ORDER BY delivery_id
                 LIMIT :limit
                """)
                .param("state", state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.id(row, "delivery_id").toString())
                .list());
    }

    /// Held deliveries of reports.
    List<DeliveryId> held(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT delivery_id
                  FROM referral.delivery
                 WHERE report = ANY (:reports)
                   AND state = 'HELD'
                """)
                .param("reports", Columns.numbers(reports))
                .query((row, _) -> new DeliveryId(Columns.id(row, "delivery_id")))
                .list();
    }

    /// Agencies that returned a report, whatever came of it.
    Set<AgencyId> returnedBy(ReportNumber report) {
        return Set.copyOf(sql.of("""
                SELECT DISTINCT agency_id
                  FROM referral.delivery
                 WHERE report = :report
                   AND return_reason IS NOT NULL
                """)
                .param("report", report.value())
                .query((row, _) -> new AgencyId(Columns.id(row, "agency_id")))
                .list());
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a delivery is one row");
        }
    }
}
