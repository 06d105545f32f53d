// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Hub;
import org.harborline.linking.Hub.Crossing;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keys that are in too many reports.
@Component
class HubTable {

    private final Sql sql;

    HubTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores what is not stored yet.
    ///
    /// @return the keys that were not too common before
    Set<UUID> insertAll(List<Row> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.of("""
                INSERT INTO linking.hub
                       (blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                        counted, crossed_at)
                SELECT fresh.blind, fresh.rule, fresh.version, fresh.kind, fresh.report, fresh.identifier,
                       fresh.finding, fresh.crossing, fresh.counted, fresh.crossed_at
                  FROM unnest(:blinds::uuid[], :rules::text[], :versions::smallint[], :kinds::text[],
                              :reports::bigint[], :identifiers::int[], :findings::uuid[], :limits::int[],
                              :counted::text[], :times::timestamptz[])
                       AS fresh (blind, rule, version, kind, report, identifier, finding, crossing, counted,
                                 crossed_at)
                    ON CONFLICT ON CONSTRAINT hub_pk DO NOTHING
                RETURNING blind
                """)
                .param("blinds", Rows.texts(rows, Row::blind))
                .param("rules", Rows.texts(rows, Row::rule))
                .param("versions", Rows.texts(rows, Row::ruleVersion))
                .param("kinds", Rows.texts(rows, Row::kind))
                .param("reports", Rows.texts(rows, Row::report))
                .param("identifiers", Rows.texts(rows, Row::identifier))
                .param("findings", Rows.texts(rows, Row::finding))
                .param("limits", Rows.texts(rows, row -> row.crossing().limit()))
                .param("counted", Rows.texts(rows, row -> row.crossing().counted()))
                .param("times", Rows.texts(rows, Row::crossedAt))
                .query((row, _) -> row.getObject("blind", UUID.class))
                .list());
    }

    /// Newest first.
    List<Row> list(Hub.@Nullable Place after, int limit) {
        return sql.of("""
                SELECT blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                       counted, crossed_at
                  FROM linking.hub
                 WHERE (crossed_at, blind) < (:time::timestamptz, :key::uuid)
                 ORDER BY crossed_at DESC, blind DESC
                 LIMIT :limit
                """)
                .param("time", after == null ? "infinity" : after.crossedAt().toString())
                .param("key", after == null ? new UUID(-1, -1) : after.key())
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /// Hubs that one of the reports crossed into.
    List<Row> crossedBy(ReportNumber from, ReportNumber to) {
        return sql.of("""
                SELECT blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                       counted, crossed_at
                  FROM linking.hub
                 WHERE report_number BETWEEN :from AND :to
                """)
                .param("from", from.value())
                .param("to", to.value())
                .query((row, _) -> row(row))
                .list();
    }

    /// The report that crossed into the last of so many hubs, in the order of reports; empty when there are fewer.
    Optional<Long> lastOf(int hubs, long from) {
        return sql.of("""
                SELECT report_number
                  FROM linking.hub
                 WHERE report_number >= :from
                 ORDER BY report_number
                OFFSET :others
                 LIMIT 1
                """)
                .param("from", from)
                .param("others", hubs - 1)
                .query(Long.class)
                .optional();
    }

    /// Sets the hubs aside that an erased report crossed into: the key belongs to the many others, and a rebuild has no
    /// report left to find it by.
    void keep(ReportNumber erased) {
        keep(erased, erased, false);
    }

    /// What was set aside of erased reports is set aside under the keys of newer rules too.
    void keepCarried(ReportNumber from, ReportNumber to) {
        keep(from, to, true);
    }

    private void keep(ReportNumber from, ReportNumber to, boolean onlyOfErased) {
        sql.of("""
                INSERT INTO linking.kept_hub
                       (blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                        counted, crossed_at)
                SELECT blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                       counted, crossed_at
                  FROM linking.hub
                 WHERE report_number BETWEEN :from AND :to
                   AND (NOT :only
                        OR EXISTS (SELECT FROM linking.kept_hub AS kept WHERE kept.report_number = hub.report_number))
                    ON CONFLICT ON CONSTRAINT kept_hub_pk DO NOTHING
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("only", onlyOfErased)
                .update();
    }

    /// Drops those of the hubs whose key no report holds any more.
    void dropUnheld(Collection<UUID> keys) {
        sql.of("""
                DELETE FROM linking.hub
                 WHERE blind = ANY(:keys::uuid[])
                   AND (SELECT true
                          FROM linking.sighting
                         WHERE sighting.blind = ANY(ARRAY[hub.blind])
                         ORDER BY sighting.blind DESC, sighting.report_number DESC
                         LIMIT (SELECT 1)) IS NULL
                """).param("keys", Rows.ids(keys)).update();
        sql.of("""
                DELETE FROM linking.kept_hub
                 WHERE blind = ANY(:keys::uuid[])
                   AND (SELECT true
                          FROM linking.sighting
                         WHERE sighting.blind = ANY(ARRAY[kept_hub.blind])
                         ORDER BY sighting.blind DESC, sighting.report_number DESC
                         LIMIT (SELECT 1)) IS NULL
                """).param("keys", Rows.ids(keys)).update();
    }

    /// Drops all hubs whose key no report holds, when all keys are made anew: until then those of newer rules wait
    /// for the reports that will hold theirs. One look for each, however many reports there are.
    void dropUnheld() {
        sql.of("""
                DELETE FROM linking.hub
                 WHERE (SELECT true
                          FROM linking.sighting
                         WHERE sighting.blind = ANY(ARRAY[hub.blind])
                         ORDER BY sighting.blind DESC, sighting.report_number DESC
                         LIMIT (SELECT 1)) IS NULL
                """).update();
        sql.of("""
                DELETE FROM linking.kept_hub
                 WHERE (SELECT true
                          FROM linking.sighting
                         WHERE sighting.blind = ANY(ARRAY[kept_hub.blind])
                         ORDER BY sighting.blind DESC, sighting.report_number DESC
                         LIMIT (SELECT 1)) IS NULL
                """).update();
    }

    /// Hubs set aside, by the erased report that crossed into them.
    Map<ReportNumber, List<Row>> kept(Collection<ReportNumber> erased) {
        return sql.of("""
                SELECT blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                       counted, crossed_at
                  FROM linking.kept_hub
                 WHERE report_number = ANY(:reports)
                """).param("reports", Rows.numbers(erased)).query((row, _) -> row(row)).list().stream()
                .collect(Collectors.groupingBy(Row::report));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("blind", UUID.class),
                row.getString("rule"),
                row.getInt("rule_version"),
                IdentifierKind.valueOf(row.getString("kind")),
                Rows.report(row, "report_number"),
                row.getObject("identifier_index", Integer.class),
                row.getObject("finding_id", UUID.class),
                new Crossing(row.getInt("crossing_limit"), Crossing.Counted.valueOf(row.getString("counted"))),
                Rows.instant(row, "crossed_at"));
    }

    /// Which key crossed the limit is told by where it is stated, not by its place among the keys, which moves when
    /// a list takes another key away. A rule makes one strong key of an identifier at most.
    ///
    /// @param report the report that crossed the limit
    /// @param identifier index of the identifier in that report; absent for a finding's
    /// @param finding the finding that holds it; absent for a stated one
    record Row(
            UUID blind,
            String rule,
            int ruleVersion,
            IdentifierKind kind,
            ReportNumber report,
            @Nullable Integer identifier,
            @Nullable UUID finding,
            Crossing crossing,
            Instant crossedAt) {

        /// The same under a key by a newer rule.
        Row under(UUID form, int version) {
            return new Row(form, rule, version, kind, report, identifier, finding, crossing, crossedAt);
        }

        /// Where the key is stated.
        Source source() {
            return new Source(identifier, finding);
        }
    }

    /// An identifier of a report, or a finding beside it.
    record Source(@Nullable Integer identifier, @Nullable UUID finding) {}
}
