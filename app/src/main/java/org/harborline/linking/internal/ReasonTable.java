// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkReason;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Reasons of links, and what follows from them.
@Component
class ReasonTable {

    /// From those that were reached to what links in effect lead to from them, each once.
    private static final String ALONG_LINKS = """
                      UNION
                     SELECT next.report_number
                       FROM member
                       JOIN LATERAL (
                            SELECT newer, older, older AS report_number
                              FROM linking.reason
                             WHERE newer = member.report_number AND withdrawn_at IS NULL AND NOT cross_role
                             UNION ALL
                            SELECT newer, older, newer
                              FROM linking.reason
                             WHERE older = member.report_number AND withdrawn_at IS NULL AND NOT cross_role)
                            AS next ON true
                      WHERE NOT EXISTS (
                            SELECT
                              FROM linking.cut
                             WHERE cut.newer = next.newer AND cut.older = next.older AND undone_at IS NULL))
            """;

    private final Sql sql;

    ReasonTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores reasons with one statement. One that was withdrawn with a finding is in force again when somebody finds
    /// the
    /// same once more.
    void insertAll(List<Reason> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.of("""
                INSERT INTO linking.reason
                       (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                        seconds_apart, made_at, withdrawn_at, withdrawn_cause)
                SELECT DISTINCT ON (fresh.newer, fresh.older, fresh.newer_blind, fresh.older_blind)
                       fresh.newer, fresh.older, fresh.rule, fresh.version, fresh.kind, fresh.tier, fresh.cross_role,
                       fresh.newer_blind, fresh.older_blind, fresh.apart, fresh.made_at, fresh.withdrawn_at,
                       fresh.cause
                  FROM unnest(:newer::bigint[], :older::bigint[], :rules::linking.match_rule[],
                              :versions::smallint[], :kinds::linking.identifier_kind[], :tiers::linking.tier[],
                              :cross::boolean[], :newerBlinds::uuid[], :olderBlinds::uuid[], :apart::bigint[],
                              :made::timestamptz[], :withdrawn::timestamptz[], :causes::text[])
                       AS fresh (newer, older, rule, version, kind, tier, cross_role, newer_blind, older_blind, apart,
                                 made_at, withdrawn_at, cause)
                    ON CONFLICT ON CONSTRAINT reason_unique DO UPDATE
                       SET made_at = excluded.made_at, seconds_apart = excluded.seconds_apart,
                           withdrawn_at = excluded.withdrawn_at, withdrawn_cause = excluded.withdrawn_cause
                     WHERE reason.withdrawn_cause <> 'OUTCOME'
                """)
                .param("newer", Rows.texts(rows, row -> row.pair().newer()))
                .param("older", Rows.texts(rows, row -> row.pair().older()))
                .param("rules", Rows.texts(rows, Reason::rule))
                .param("versions", Rows.texts(rows, Reason::ruleVersion))
                .param("kinds", Rows.texts(rows, Reason::kind))
                .param("tiers", Rows.texts(rows, Reason::tier))
                .param("cross", Rows.texts(rows, Reason::crossRole))
                .param("newerBlinds", Rows.texts(rows, Reason::newerBlind))
                .param("olderBlinds", Rows.texts(rows, Reason::olderBlind))
                .param("apart", Rows.texts(rows, Reason::secondsApart))
                .param("made", Rows.texts(rows, Reason::madeAt))
                .param("withdrawn", Rows.texts(rows, Reason::withdrawnAt))
                .param("causes", Rows.texts(rows, Reason::lost))
                .update();
    }

    /// Withdraws all reasons that rest on keys that spread now. One that was stopped by an outcome is withdrawn
    /// for good. They are found by who holds the keys, hardly more reports than the limit that was crossed: an
    /// index of reasons by key would cost every link two pages more.
    ///
    /// @param holders all reports that hold one of the keys
    /// @return what was withdrawn and in force until then
    List<Reason> withdraw(Collection<UUID> keys, Collection<ReportNumber> holders, Instant at) {
        return sql
                .of("""
                UPDATE linking.reason
                   SET withdrawn_at = :at, withdrawn_cause = 'SPREAD'
                 WHERE ((newer = ANY(:holders) AND newer_blind = ANY(:keys::uuid[]))
                        OR (older = ANY(:holders) AND older_blind = ANY(:keys::uuid[])))
                   AND (withdrawn_at IS NULL OR withdrawn_cause = 'OUTCOME')
                RETURNING newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                       seconds_apart, made_at, old.withdrawn_at, old.withdrawn_cause
                """)
                .param("keys", Rows.ids(keys))
                .param("holders", Rows.numbers(holders))
                .param("at", Rows.time(at))
                .query((row, _) -> reason(row))
                .list()
                .stream()
                .filter(reason -> !reason.withdrawn())
                .toList();
    }

    /// Stops the reasons in force that derive from reports on which nothing may rest.
    ///
    /// @return what was stopped
    List<Reason> discredit(Collection<ReportNumber> reports) {
        return sql.of("""
                UPDATE linking.reason
                   SET withdrawn_at = greatest(reason.made_at, gone.discredited_at), withdrawn_cause = 'OUTCOME'
                  FROM linking.discredited AS gone
                 WHERE gone.report_number = ANY(:reports)
                   AND (reason.newer = gone.report_number
                        OR (reason.older = gone.report_number AND reason.tier <> 'ASSERTED'))
                   AND reason.tier <> 'CONFIRMED'
                   AND reason.withdrawn_at IS NULL
                RETURNING newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                       seconds_apart, made_at, withdrawn_at, withdrawn_cause
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> reason(row))
                .list();
    }

    /// Gives the reasons of a report back that were stopped, where the other one does not stop them too.
    ///
    /// @return what is in force again
    List<Reason> credit(ReportNumber report) {
        return sql.of("""
                UPDATE linking.reason
                   SET withdrawn_at = NULL, withdrawn_cause = NULL
                 WHERE (newer = :report OR older = :report)
                   AND withdrawn_cause = 'OUTCOME'
                   AND NOT EXISTS (
                       SELECT
                         FROM linking.discredited AS gone
                        WHERE gone.report_number = reason.newer
                           OR (gone.report_number = reason.older AND reason.tier <> 'ASSERTED'))
                RETURNING newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                       seconds_apart, made_at, withdrawn_at, withdrawn_cause
                """)
                .param("report", report.value())
                .query((row, _) -> reason(row))
                .list();
    }

    /// The reasons in force, or stopped by an outcome, for which a report brought one of the keys.
    List<Reason> brought(ReportNumber report, Collection<UUID> keys) {
        return sql.of("""
                SELECT newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                       seconds_apart, made_at, withdrawn_at, withdrawn_cause
                  FROM linking.reason
                 WHERE ((newer = :report AND newer_blind = ANY(:keys::uuid[]))
                        OR (older = :report AND older_blind = ANY(:keys::uuid[])))
                   AND (withdrawn_at IS NULL OR withdrawn_cause = 'OUTCOME')
                """)
                .param("report", report.value())
                .param("keys", Rows.ids(keys))
                .query((row, _) -> reason(row))
                .list();
    }

    /// Withdraws reasons that rested on a finding.
    void withdraw(List<Reason> reasons, Instant at) {
        sql.of("""
                UPDATE linking.reason
                   SET withdrawn_at = :at, withdrawn_cause = 'FINDING'
                  FROM unnest(:newer::bigint[], :older::bigint[], :newerBlinds::uuid[], :olderBlinds::uuid[])
                       AS gone (newer, older, newer_blind, older_blind)
                 WHERE reason.newer = gone.newer
                   AND reason.older = gone.older
                   AND reason.newer_blind = gone.newer_blind
                   AND reason.older_blind = gone.older_blind
                """)
                .param("at", Rows.time(at))
                .param("newer", Rows.texts(reasons, reason -> reason.pair().newer()))
                .param("older", Rows.texts(reasons, reason -> reason.pair().older()))
                .param("newerBlinds", Rows.texts(reasons, Reason::newerBlind))
                .param("olderBlinds", Rows.texts(reasons, Reason::olderBlind))
                .update();
    }

    /// Reasons whose nearest sightings are others than before.
    void moveApart(List<Reason> reasons) {
        sql.of("""
                UPDATE linking.reason
                   SET seconds_apart = moved.apart
                  FROM unnest(:newer::bigint[], :older::bigint[], :newerBlinds::uuid[], :olderBlinds::uuid[],
                              :apart::bigint[])
                       AS moved (newer, older, newer_blind, older_blind, apart)
                 WHERE reason.newer = moved.newer
                   AND reason.older = moved.older
                   AND reason.newer_blind = moved.newer_blind
                   AND reason.older_blind = moved.older_blind
                """)
                .param("newer", Rows.texts(reasons, reason -> reason.pair().newer()))
                .param("older", Rows.texts(reasons, reason -> reason.pair().older()))
                .param("newerBlinds", Rows.texts(reasons, Reason::newerBlind))
                .param("olderBlinds", Rows.texts(reasons, Reason::olderBlind))
                .param("apart", Rows.texts(reasons, Reason::secondsApart))
                .update();
    }

    /// Those of the pairs that have a reason in force.
    Set<ReportPair> resting(Collection<ReportPair> pairs) {
        return resting(pairs, false);
    }

    /// Those of the pairs about which a person is alerted.
    Set<ReportPair> alerting(Collection<ReportPair> pairs) {
        return resting(pairs, true);
    }

    private Set<ReportPair> resting(Collection<ReportPair> pairs, boolean crossRole) {
        var list = List.copyOf(pairs);
        return new HashSet<>(sql.of("""
                SELECT DISTINCT reason.newer, reason.older
                  FROM unnest(:newer::bigint[], :older::bigint[]) AS pair (newer, older)
                  JOIN linking.reason ON reason.newer = pair.newer AND reason.older = pair.older
                 WHERE reason.withdrawn_at IS NULL
                   AND reason.cross_role = :across
                """)
                .param("across", crossRole)
                .param("newer", Rows.texts(list, ReportPair::newer))
                .param("older", Rows.texts(list, ReportPair::older))
                .query((row, _) -> Rows.pair(row))
                .list());
    }

    /// All reasons that touch the reports, oldest first.
    List<Reason> ofReports(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                       seconds_apart, made_at, withdrawn_at, withdrawn_cause
                  FROM linking.reason
                 WHERE newer = ANY(:reports)
                    OR older = ANY(:reports)
                 ORDER BY made_at, newer, older
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> reason(row))
                .list();
    }

    /// The reports that are linked with each, nearest first and itself among them, no more of one than the limit.
    Map<ReportNumber, List<ReportNumber>> clusters(Collection<ReportNumber> starts, int limit) {
        var found = new HashMap<ReportNumber, List<ReportNumber>>();
        sql.of("""
                SELECT start.report_number AS start, near.report_number
                  FROM unnest(:starts::bigint[]) AS start (report_number)
                  JOIN LATERAL (
                       WITH RECURSIVE member (report_number) AS (
                            SELECT start.report_number
                """ + ALONG_LINKS + """
                       SELECT report_number
                         FROM member
                        LIMIT :limit) AS near ON true
                """)
                .param("starts", Rows.numbers(starts))
                .param("limit", limit)
                .query(row -> {
                    found.computeIfAbsent(Rows.report(row, "start"), _ -> new ArrayList<>())
                            .add(Rows.report(row, "report_number"));
                });
        return found;
    }

    /// All reports that are linked with any of those, each with the older ones it is linked with directly.
    ///
    /// @param limit no more reports are looked at
    Map<ReportNumber, Set<ReportNumber>> reached(Collection<ReportNumber> starts, int limit) {
        var found = new HashMap<ReportNumber, Set<ReportNumber>>();
        sql.of("""
                WITH RECURSIVE member (report_number) AS (
                     SELECT unnest(:starts::bigint[])
                """ + ALONG_LINKS + """
                SELECT within.report_number, direct.older
                  FROM (SELECT report_number FROM member LIMIT :limit) AS within
                  LEFT JOIN LATERAL (
                       SELECT DISTINCT reason.older
                         FROM linking.reason
                        WHERE reason.newer = within.report_number AND withdrawn_at IS NULL AND NOT cross_role
                          AND NOT EXISTS (
                              SELECT
                                FROM linking.cut
                               WHERE cut.newer = reason.newer AND cut.older = reason.older AND undone_at IS NULL))
                       AS direct ON true
                """)
                .param("starts", Rows.numbers(starts))
                .param("limit", limit)
                .query(row -> {
                    Set<ReportNumber> older =
                            found.computeIfAbsent(Rows.report(row, "report_number"), _ -> new LinkedHashSet<>());
                    if (row.getObject("older") != null) {
                        older.add(Rows.report(row, "older"));
                    }
                });
        return found;
    }

    private static Reason reason(ResultSet row) throws SQLException {
        String lost = row.getString("withdrawn_cause");
        return new Reason(
                Rows.pair(row),
                row.getString("rule"),
                row.getInt("rule_version"),
                IdentifierKind.valueOf(row.getString("kind")),
                Tier.valueOf(row.getString("tier")),
                row.getBoolean("cross_role"),
                row.getObject("newer_blind", UUID.class),
                row.getObject("older_blind", UUID.class),
                row.getObject("seconds_apart", Long.class),
                Rows.instant(row, "made_at"),
                Rows.instantOrNull(row, "withdrawn_at"),
                lost == null ? null : LinkReason.Lost.valueOf(lost));
    }

    /// Stores a person's word.
    void confirm(Reason word) {
        sql.of("""
                INSERT INTO linking.reason
                       (newer, older, rule, rule_version, kind, tier, cross_role, made_at)
                VALUES (:newer, :older, CAST(:rule AS linking.match_rule), :version,
                        CAST(:kind AS linking.identifier_kind), 'CONFIRMED', false, :at)
                    ON CONFLICT ON CONSTRAINT reason_unique DO NOTHING
                """)
                .param("newer", word.pair().newer().value())
                .param("older", word.pair().older().value())
                .param("rule", word.rule())
                .param("version", word.ruleVersion())
                .param("kind", word.kind().name())
                .param("at", Rows.time(word.madeAt()))
                .update();
    }

    /// Drops a person's word.
    ///
    /// @return whether there was one
    boolean unconfirm(ReportPair pair) {
        return sql.of("DELETE FROM linking.reason WHERE newer = :newer AND older = :older AND tier = 'CONFIRMED'")
                        .param("newer", pair.newer().value())
                        .param("older", pair.older().value())
                        .update()
                == 1;
    }

    /// Drops all reasons that touch a report: they hold its keys.
    void delete(ReportNumber report) {
        sql.of("DELETE FROM linking.reason WHERE newer = :report OR older = :report")
                .param("report", report.value())
                .update();
    }
}
