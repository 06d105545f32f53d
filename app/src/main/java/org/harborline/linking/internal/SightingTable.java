// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkReason.Rarity;
import org.harborline.linking.Strength;
import org.harborline.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Match keys. Every question is answered by one of its two indexes: by key, or by report.
@Component
class SightingTable {

    /// More than this many sightings of a key are not counted for a page.
    static final int MOST_COUNTED = 1000;

    /// A report holds a key once by what was stated and once more by each finding, rarely more often than this.
    private static final int ROWS_EACH = 4;

    // Wherever a key is asked for, it is read from the newest end of its index and no further than needed, whatever
    // the planner believes of how many hold it. A limit that it knows it weighs against that belief, and where it
    // believes few, it collects all entries of the key before it takes the first. So the limit is a sub-select: it
    // then plans for a tenth of what is there. And as the order begins with the key, which is asked for as one of a
    // list, no index of reports gives it.
    static final String OF_KEYS = """
            SELECT holder.*
              FROM unnest(:keys::uuid[], :roles::linking.role_space[]) AS probe (blind, role)
              JOIN LATERAL (
                   SELECT blind, key_version, report_number, ordinal, identifier_index, finding_id, kind, role, rule,
                          rule_version, strength, provider_id, seen_at, seen_also
                     FROM linking.sighting
                    WHERE sighting.blind = ANY(ARRAY[probe.blind])
                      AND sighting.role = probe.role
                    ORDER BY sighting.blind DESC, sighting.report_number DESC
                    LIMIT (SELECT :limit)) AS holder ON true
             ORDER BY report_number DESC, ordinal
             LIMIT :limit
            """;

    static final String NEWEST_OF_KEYS = """
            SELECT holder.*
              FROM unnest(:keys::uuid[]) AS probe (blind)
              JOIN LATERAL (
                   SELECT blind, key_version, report_number, ordinal, identifier_index, finding_id, kind, role, rule,
                          rule_version, strength, provider_id, seen_at, seen_also
                     FROM linking.sighting_strong AS sighting
                    WHERE sighting.blind = ANY(ARRAY[probe.blind])
                      AND sighting.report_number <= :last
                    ORDER BY sighting.blind DESC, sighting.report_number DESC
                    LIMIT (SELECT :limit)) AS holder ON true
            """;

    private static final String HOLDER = """
            SELECT strong.report_number, strong.finding_id, strong.provider_id,
                   strong.seen_at || CASE WHEN strong.has_more_times THEN (
                       SELECT whole.seen_also
                         FROM linking.sighting_""";

    private static final String STRONG = """

                        WHERE whole.blind = probe.blind
                          AND whole.report_number = strong.report_number
                          AND whole.finding_id IS NOT DISTINCT FROM strong.finding_id) END AS times
              FROM linking.sighting_""";

    private static final String OF_KEY = """

             WHERE strong.blind = ANY(ARRAY[probe.blind])
               AND hub.blind IS NULL
               AND probe.role =
            """;

    private static final String NEWEST = """

             ORDER BY strong.blind DESC, strong.report_number DESC
             LIMIT (SELECT :limit)
            """;

    static final String HOLDERS = """
            SELECT probe.blind, hub.blind IS NOT NULL AS spread, holder.report_number, holder.finding_id,
                   holder.provider_id, holder.times
              FROM unnest(:keys::uuid[], :roles::linking.role_space[]) AS probe (blind, role)
              LEFT JOIN linking.hub ON hub.blind = probe.blind
              LEFT JOIN LATERAL (
            """
            + ("(" + HOLDER + "reported AS whole" + STRONG + "reported AS strong" + OF_KEY + "'REPORTED'" + NEWEST)
            + (") UNION ALL (" + HOLDER + "victim AS whole" + STRONG + "victim AS strong" + OF_KEY + "'VICTIM'"
                    + NEWEST)
            + (") UNION ALL (" + HOLDER + "recipient AS whole" + STRONG + "recipient AS strong" + OF_KEY
                    + "'RECIPIENT'")
            + (NEWEST + ")")
            + """
                   ) AS holder ON true
             WHERE hub.blind IS NOT NULL
                OR holder.report_number IS NOT NULL
            """;

    private final Sql sql;

    SightingTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores keys with one statement. A report, and a finding, keeps the first sighting of a key.
    void insertAll(List<Sighting> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.of("""
                INSERT INTO linking.sighting
                       (blind, report_number, ordinal, identifier_index, finding_id, kind, role, rule, rule_version,
                        strength, key_version, provider_id, seen_at, seen_also)
                SELECT fresh.blind, fresh.report, fresh.ordinal, fresh.identifier, fresh.finding, fresh.kind, fresh.role,
                       fresh.rule, fresh.version, fresh.strength, fresh.key_version, fresh.provider, fresh.seen_at,
                       nullif(fresh.also, '{}')::timestamptz[]
                  FROM unnest(:blinds::uuid[], :reports::bigint[], :ordinals::int[], :identifiers::int[],
                              :findings::uuid[], :kinds::linking.identifier_kind[], :roles::linking.role_space[],
                              :rules::linking.match_rule[], :versions::smallint[], :strengths::linking.strength[],
                              :keyVersions::int[], :providers::uuid[], :times::timestamptz[], :also::text[])
                       AS fresh (blind, report, ordinal, identifier, finding, kind, role, rule, version, strength,
                                 key_version, provider, seen_at, also)
                    ON CONFLICT DO NOTHING
                """)
                .param("blinds", Rows.texts(rows, Sighting::blind))
                .param("reports", Rows.texts(rows, Sighting::report))
                .param("ordinals", Rows.texts(rows, Sighting::ordinal))
                .param("identifiers", Rows.texts(rows, Sighting::identifier))
                .param("findings", Rows.texts(rows, Sighting::finding))
                .param("kinds", Rows.texts(rows, Sighting::kind))
                .param("roles", Rows.texts(rows, Sighting::role))
                .param("rules", Rows.texts(rows, Sighting::rule))
                .param("versions", Rows.texts(rows, Sighting::ruleVersion))
                .param("strengths", Rows.texts(rows, Sighting::strength))
                .param("keyVersions", Rows.texts(rows, Sighting::keyVersion))
                .param("providers", Rows.texts(rows, Sighting::provider))
                .param("times", Rows.texts(rows, Sighting::seenAt))
                .param("also", Rows.texts(rows, one -> Rows.array(one.seenAlso())))
                .update();
    }

    /// What is known of strong keys before a batch, with one statement however many keys there are: whether each is
    /// a hub, else who holds it, at most `limit` of them. A report whose sighting was weakened does not hold the
    /// key, or it would link to what comes later and not to what came before.
    ///
    /// @param probes blind forms, each with its role
    Map<UUID, Holders> holders(Map<UUID, RoleSpace> probes, int limit) {
        var found = new HashMap<UUID, Holders>();
        if (probes.isEmpty()) {
            return found;
        }
        asking(HOLDERS, probes).param("limit", (long) ROWS_EACH * limit).query(row -> {
            Holders holders = found.computeIfAbsent(row.getObject("blind", UUID.class), _ -> new Holders());
            if (row.getBoolean("spread")) {
                holders.spread();
                return;
            }
            ReportNumber report = Rows.report(row, "report_number");
            holders.add(
                    report,
                    row.getObject("finding_id", UUID.class),
                    Rows.instants(row, "times").stream().sorted().toList());
            UUID sender = row.getObject("provider_id", UUID.class);
            if (sender != null) {
                holders.from(Map.of(report, sender));
            }
        });
        return found;
    }

    private JdbcClient.StatementSpec asking(@CompileTimeConstant final String statement, Map<UUID, RoleSpace> probes) {
        var forms = List.copyOf(probes.entrySet());
        return sql.of(statement)
                .param("keys", Rows.texts(forms, Map.Entry::getKey))
                .param("roles", Rows.texts(forms, Map.Entry::getValue));
    }

    /// All keys of the reports.
    Map<ReportNumber, List<Sighting>> ofReports(Collection<ReportNumber> reports) {
        var found = new HashMap<ReportNumber, List<Sighting>>();
        sql.of("""
                SELECT blind, key_version, report_number, ordinal, identifier_index, finding_id, kind, role, rule,
                       rule_version, strength, provider_id, seen_at, seen_also
                  FROM linking.sighting
                 WHERE report_number = ANY(:reports)
                 ORDER BY report_number, ordinal
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> sighting(row))
                .list()
                .forEach(one -> found.computeIfAbsent(one.report(), _ -> new ArrayList<>())
                        .add(one));
        return found;
    }

    /// Who holds any of the keys, newest report first.
    List<Sighting> ofKeys(Map<UUID, RoleSpace> probes, int limit) {
        return asking(OF_KEYS, probes)
                .param("limit", limit)
                .query((row, _) -> sighting(row))
                .list();
    }

    /// For each strong key who holds it by the newest reports up to one, newest first, however many hold it.
    Map<UUID, List<Sighting>> newest(Collection<UUID> keys, ReportNumber last, int limit) {
        return keys.isEmpty()
                ? Map.of()
                : sql
                        .of(NEWEST_OF_KEYS)
                        .param("keys", Rows.ids(keys))
                        .param("last", last.value())
                        .param("limit", limit)
                        .query((row, _) -> sighting(row))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(Sighting::report).reversed())
                        .collect(Collectors.groupingBy(Sighting::blind));
    }

    /// All reports that hold one of the strong keys, however many: ask of keys that were not too common until now.
    Set<ReportNumber> holding(Collection<UUID> keys) {
        return new HashSet<>(sql.of("""
                SELECT DISTINCT holder.report_number
                  FROM unnest(:keys::uuid[]) AS probe (blind)
                  JOIN LATERAL (
                       SELECT report_number
                         FROM linking.sighting_strong AS sighting
                        WHERE sighting.blind = ANY(ARRAY[probe.blind])
                        ORDER BY sighting.blind DESC, sighting.report_number DESC
                        LIMIT (SELECT :all)) AS holder ON true
                """)
                .param("keys", Rows.ids(keys))
                .param("all", Long.MAX_VALUE)
                .query((row, _) -> Rows.report(row, "report_number"))
                .list());
    }

    /// How common the keys are together: of how many reports and senders, counted apart from how many are listed.
    Rarity together(Map<UUID, RoleSpace> probes) {
        return asking("""
                SELECT count(DISTINCT holder.report_number) AS reports, count(DISTINCT holder.provider_id) AS senders,
                       coalesce(max(holder.place), 0) > :most AS more
                  FROM unnest(:keys::uuid[], :roles::linking.role_space[]) AS probe (blind, role)
                  JOIN LATERAL (
                       SELECT newest.*, row_number() OVER () AS place
                         FROM (SELECT sighting.report_number, sighting.provider_id
                                 FROM linking.sighting
                                WHERE sighting.blind = ANY(ARRAY[probe.blind])
                                  AND sighting.role = probe.role
                                ORDER BY sighting.blind DESC, sighting.report_number DESC
                                LIMIT (SELECT :most + 1)) AS newest) AS holder ON true
                """, probes)
                .param("most", MOST_COUNTED)
                .query((row, _) -> new Rarity(row.getLong("reports"), row.getLong("senders"), row.getBoolean("more")))
                .single();
    }

    /// How common each key is.
    Map<UUID, Rarity> rarity(Collection<UUID> keys) {
        var found = new HashMap<UUID, Rarity>();
        sql.of("""
                SELECT probe.blind, count(DISTINCT holder.report_number) AS reports,
                       count(DISTINCT holder.provider_id) AS senders, count(*) > :most AS more
                  FROM unnest(:keys::uuid[]) AS probe (blind)
                  JOIN LATERAL (
                       SELECT sighting.report_number, sighting.provider_id
                         FROM linking.sighting
                        WHERE sighting.blind = ANY(ARRAY[probe.blind])
                        ORDER BY sighting.blind DESC, sighting.report_number DESC
                        LIMIT (SELECT :most + 1)) AS holder ON true
                 GROUP BY probe.blind
                """).param("keys", Rows.ids(keys)).param("most", MOST_COUNTED).query(row -> {
            long reports = row.getLong("reports");
            found.put(
                    row.getObject("blind", UUID.class),
                    new Rarity(Math.min(reports, MOST_COUNTED), row.getLong("senders"), row.getBoolean("more")));
        });
        return found;
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                row.getObject("blind", UUID.class),
                row.getInt("key_version"),
                Rows.report(row, "report_number"),
                row.getInt("ordinal"),
                row.getObject("identifier_index", Integer.class),
                row.getObject("finding_id", UUID.class),
                IdentifierKind.valueOf(row.getString("kind")),
                RoleSpace.valueOf(row.getString("role")),
                row.getString("rule"),
                row.getInt("rule_version"),
                Strength.valueOf(row.getString("strength")),
                row.getObject("provider_id", UUID.class),
                Rows.instant(row, "seen_at"),
                row.getObject("seen_also") == null ? List.of() : Rows.instants(row, "seen_also"));
    }

    /// Drops the keys of a report.
    ///
    /// @return what they were
    Set<UUID> delete(ReportNumber report) {
        return new HashSet<>(sql.of("DELETE FROM linking.sighting WHERE report_number = :report RETURNING blind")
                .param("report", report.value())
                .query((row, _) -> row.getObject("blind", UUID.class))
                .list());
    }

    /// Drops the keys of a finding.
    ///
    /// @return what they were
    Set<UUID> withdraw(ReportNumber report, UUID finding) {
        return new HashSet<>(sql.of("""
                DELETE FROM linking.sighting
                 WHERE report_number = :report
                   AND finding_id = :finding
                RETURNING blind
                """)
                .param("report", report.value())
                .param("finding", finding)
                .query((row, _) -> row.getObject("blind", UUID.class))
                .list());
    }

    /// How reports hold the keys that reasons rest on; what they do not hold any more is absent.
    Map<Hold, Holders.Seen> seen(List<Hold> holds) {
        var seen = new HashMap<Hold, Holders.Seen>();
        sql.of("""
                SELECT sighting.blind, sighting.report_number, sighting.finding_id,
                       sighting.seen_at || sighting.seen_also AS times
                  FROM (SELECT DISTINCT blind, report
                          FROM unnest(:blinds::uuid[], :reports::bigint[]) AS one (blind, report)) AS hold
                  JOIN linking.sighting_strong AS sighting
                    ON sighting.blind = hold.blind AND sighting.report_number = hold.report
                """)
                .param("blinds", Rows.texts(holds, Hold::blind))
                .param("reports", Rows.texts(holds, Hold::report))
                .query(row -> {
                    seen.merge(
                            new Hold(Rows.report(row, "report_number"), row.getObject("blind", UUID.class)),
                            new Holders.Seen(
                                    Rows.instants(row, "times").stream()
                                            .sorted()
                                            .toList(),
                                    row.getObject("finding_id") == null),
                            Holders.Seen::and);
                });
        return seen;
    }

    /// That a report holds a key.
    record Hold(ReportNumber report, UUID blind) {}
}
