// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far keys are that are made anew, and what that does to keys and reasons.
@Component
class RenewalTable {

    private final Sql sql;

    RenewalTable(Sql sql) {
        this.sql = sql;
    }

    /// The one that stands, for the current transaction; without one the keys are those of the given rules.
    Row lock(String rules, Instant now) {
        sql.of("""
                INSERT INTO linking.renewal (rules, started_at, pass, first, last, issued_to, done_to, finished_at)
                VALUES (:rules, :now, 2, 1, 1, 1, 1, :now)
                    ON CONFLICT ON CONSTRAINT renewal_one DO NOTHING
                """).param("rules", rules).param("now", Rows.time(now)).update();
        return sql.of("""
                SELECT rules, started_at, pass, first, last, issued_to, done_to, finished_at
                  FROM linking.renewal
                   FOR UPDATE
                """).query((row, _) -> row(row)).single();
    }

    Optional<Row> find() {
        return sql.of("""
                SELECT rules, started_at, pass, first, last, issued_to, done_to, finished_at
                  FROM linking.renewal
                """).query((row, _) -> row(row)).optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("rules"),
                Rows.instant(row, "started_at"),
                row.getInt("pass"),
                row.getLong("first"),
                row.getLong("last"),
                row.getLong("issued_to"),
                row.getLong("done_to"),
                Rows.instantOrNull(row, "finished_at"));
    }

    /// The least and the greatest number of a report that has a key.
    long[] ends() {
        return sql.of("""
                SELECT coalesce(min(report_number), 1) AS first, coalesce(max(report_number), 1) AS last
                  FROM linking.sighting
                """)
                .query((row, _) -> new long[] {row.getLong("first"), row.getLong("last")})
                .single();
    }

    void put(Row row) {
        sql.of("""
                UPDATE linking.renewal
                   SET rules = :rules, started_at = :started, pass = :pass, first = :first, last = :last,
                       issued_to = :issued, done_to = :done, finished_at = :finished
                """)
                .param("rules", row.rules())
                .param("started", Rows.time(row.startedAt()))
                .param("pass", row.pass())
                .param("first", row.first())
                .param("last", row.last())
                .param("issued", row.issuedTo())
                .param("done", row.doneTo())
                .param("finished", row.finishedAt() == null ? null : Rows.time(row.finishedAt()))
                .update();
    }

    /// Whether a part belongs to what is underway: the rules may have changed once more since it was given out.
    boolean isCurrent(KeysRenewed part) {
        return find().filter(row -> row.finishedAt() == null && row.startedAt().equals(part.startedAt()))
                .isPresent();
    }

    /// Notes that a part was taken up.
    ///
    /// @return whether this was the last part of all
    boolean done(KeysRenewed part) {
        return sql.of("""
                UPDATE linking.renewal
                   SET done_to = greatest(done_to, :to)
                 WHERE started_at = :started
                   AND pass = :pass
                RETURNING pass = 2 AND done_to >= last
                """)
                .param("to", part.to().value())
                .param("started", Rows.time(part.startedAt()))
                .param("pass", part.pass())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Links that were made anew are as old as the ones in whose place they are.
    void keepAges(ReportNumber from, ReportNumber to) {
        sql.of("""
                WITH oldest AS (
                     SELECT newer, older, min(made_at) AS made_at
                       FROM linking.reason
                      WHERE newer BETWEEN :from AND :to
                      GROUP BY newer, older)
                UPDATE linking.reason
                   SET made_at = oldest.made_at
                  FROM oldest
                 WHERE reason.newer BETWEEN :from AND :to
                   AND reason.newer = oldest.newer
                   AND reason.older = oldest.older
                   AND reason.made_at > oldest.made_at
                """).param("from", from.value()).param("to", to.value()).update();
    }

    /// Keys that are as before say by which version they are made today. One that links now and did not, or the
    /// other way round, is another row: the old one goes with what is outdated.
    void refresh(List<Sighting> sightings) {
        sql.of("""
                UPDATE linking.sighting
                   SET rule = fresh.rule, rule_version = fresh.version, strength = fresh.strength,
                       ordinal = fresh.ordinal
                  FROM (SELECT DISTINCT ON (blind, report, finding, strength = 'STRONG')
                               blind, report, finding, rule, version, strength, ordinal
                          FROM unnest(:blinds::uuid[], :reports::bigint[], :findings::uuid[],
                              :rules::linking.match_rule[], :versions::smallint[], :strengths::linking.strength[],
                              :ordinals::int[])
                               AS one (blind, report, finding, rule, version, strength, ordinal)
                         ORDER BY blind, report, finding, strength = 'STRONG', ordinal) AS fresh
                 WHERE sighting.blind = fresh.blind
                   AND sighting.report_number = fresh.report
                   AND sighting.finding_id IS NOT DISTINCT FROM fresh.finding
                   AND (sighting.strength = 'STRONG') = (fresh.strength = 'STRONG')
                   AND (sighting.rule_version, sighting.strength, sighting.ordinal)
                       IS DISTINCT FROM (fresh.version, fresh.strength, fresh.ordinal)
                """)
                .param("blinds", Rows.texts(sightings, Sighting::blind))
                .param("reports", Rows.texts(sightings, Sighting::report))
                .param("findings", Rows.texts(sightings, Sighting::finding))
                .param("rules", Rows.texts(sightings, Sighting::rule))
                .param("versions", Rows.texts(sightings, Sighting::ruleVersion))
                .param("strengths", Rows.texts(sightings, Sighting::strength))
                .param("ordinals", Rows.texts(sightings, Sighting::ordinal))
                .update();
    }

    /// Drops keys that an older version made and none makes today.
    ///
    /// @return what they were
    Set<UUID> dropOutdated(ReportNumber from, ReportNumber to) {
        return new HashSet<>(sql.of("""
                DELETE FROM linking.sighting
                 USING unnest(:rules::linking.match_rule[], :versions::smallint[]) AS today (rule, version)
                 WHERE sighting.report_number BETWEEN :from AND :to
                   AND sighting.rule = today.rule
                   AND sighting.rule_version < today.version
                RETURNING sighting.blind
                """)
                .param("rules", Rows.texts(MatchRule.ALL, MatchRule::id))
                .param("versions", Rows.texts(MatchRule.ALL, MatchRule::version))
                .param("from", from.value())
                .param("to", to.value())
                .query((row, _) -> row.getObject("blind", UUID.class))
                .list());
    }

    /// Drops reasons whose keys one of the reports does not hold any more, or not so that they link, or that are
    /// further
    /// apart than a rule lets pass today. What a withdrawn finding left stays as it is.
    ///
    /// @return pairs that lost a reason in force
    Set<ReportPair> dropUnheld(KeysRenewed part) {
        return new HashSet<>(sql.of("""
                WITH gone AS (
                     DELETE FROM linking.reason
                      USING unnest(:rules::linking.match_rule[], :windows::bigint[]) AS today (rule, seconds)
                      WHERE (reason.newer BETWEEN :from AND :to OR reason.older BETWEEN :from AND :to)
                        AND reason.tier = 'EXACT'
                        AND reason.rule = today.rule
                        AND reason.withdrawn_cause IS DISTINCT FROM 'FINDING'
                        AND (reason.seconds_apart > today.seconds
                             OR (SELECT true
                                   FROM linking.sighting
                                  WHERE blind = reason.newer_blind
                                    AND report_number = reason.newer
                                    AND strength = 'STRONG'
                                  LIMIT 1) IS NULL
                             OR (SELECT true
                                   FROM linking.sighting
                                  WHERE blind = reason.older_blind
                                    AND report_number = reason.older
                                    AND strength = 'STRONG'
                                  LIMIT 1) IS NULL)
                     RETURNING reason.newer, reason.older, reason.cross_role, reason.withdrawn_at)
                SELECT DISTINCT newer, older
                  FROM gone
                 WHERE withdrawn_at IS NULL
                   AND NOT cross_role
                """)
                .param("rules", Rows.texts(MatchRule.ALL, MatchRule::id))
                .param("windows", Rows.texts(MatchRule.ALL, MatchRule::windowSeconds))
                .param("from", part.from().value())
                .param("to", part.to().value())
                .query((row, _) -> Rows.pair(row))
                .list());
    }

    /// Reasons that stand say by which version they do today.
    void refreshReasons(ReportNumber from, ReportNumber to) {
        sql.of("""
                UPDATE linking.reason
                   SET rule_version = today.version
                  FROM unnest(:rules::linking.match_rule[], :versions::smallint[]) AS today (rule, version)
                 WHERE reason.newer BETWEEN :from AND :to
                   AND reason.rule = today.rule
                   AND reason.rule_version < today.version
                   AND reason.withdrawn_cause IS DISTINCT FROM 'FINDING'
                """)
                .param("rules", Rows.texts(MatchRule.ALL, MatchRule::id))
                .param("versions", Rows.texts(MatchRule.ALL, MatchRule::version))
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /// @param rules the versions that the keys have once it is finished
    /// @param issuedTo the last report of the last part that was given out
    /// @param doneTo the last report of the last part that was taken up
    record Row(
            String rules,
            Instant startedAt,
            int pass,
            long first,
            long last,
            long issuedTo,
            long doneTo,
            @Nullable Instant finishedAt) {

        Row issued(long to) {
            return new Row(rules, startedAt, pass, first, last, to, doneTo, finishedAt);
        }

        Row next() {
            return new Row(rules, startedAt, pass + 1, first, last, first - 1, first - 1, null);
        }

        Row finished(Instant at) {
            return new Row(rules, startedAt, pass, first, last, issuedTo, doneTo, at);
        }

        int percent() {
            long span = last - first + 1;
            long done = pass == Renewing.HUBS ? 0 : (pass - 1) * span + Math.min(span, doneTo - first + 1);
            return (int) (100 * done / (2 * span));
        }
    }
}
