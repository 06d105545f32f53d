// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What a change of rules does to stored keys and to the reasons that rest on them.
@Component
class RekeyTable {

    private final Sql sql;

    RekeyTable(Sql sql) {
        this.sql = sql;
    }

    /// Links that were made anew are as old as the ones in whose place they are. What another identifier shows, or
    /// what does not hold any more, has an age of its own. An old reason goes with the part of either report, and
    /// its age is kept with either.
    void keepAges(KeysRenewed part) {
        sql.of("""
                UPDATE linking.reason
                   SET made_at = oldest.made_at
                  FROM (SELECT newer, older, rule, cross_role, min(made_at) AS made_at
                          FROM linking.reason
                         WHERE (newer BETWEEN :from AND :to OR older BETWEEN :from AND :to)
                           AND tier = 'EXACT'
                           AND made_at < :started
                           AND withdrawn_at IS NULL
                         GROUP BY newer, older, rule, cross_role) AS oldest
                 WHERE (reason.newer BETWEEN :from AND :to OR reason.older BETWEEN :from AND :to)
                   AND reason.tier = 'EXACT'
                   AND reason.made_at >= :started
                   AND reason.newer = oldest.newer
                   AND reason.older = oldest.older
                   AND reason.rule = oldest.rule
                   AND reason.cross_role = oldest.cross_role
                """)
                .param("from", part.from().value())
                .param("to", part.to().value())
                .param("started", Rows.time(part.startedAt()))
                .update();
    }

    /// Keys that are as before say by which version they are made today. One that links now and did not, or the
    /// other way round, is another row: the old one goes with what is outdated.
    void refresh(KeysRenewed part, List<Sighting> sightings) {
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
                 WHERE sighting.report_number BETWEEN :from AND :to
                   AND sighting.blind = fresh.blind
                   AND sighting.report_number = fresh.report
                   AND sighting.finding_id IS NOT DISTINCT FROM fresh.finding
                   AND (sighting.strength = 'STRONG') = (fresh.strength = 'STRONG')
                   AND (sighting.rule_version, sighting.strength, sighting.ordinal)
                       IS DISTINCT FROM (fresh.version, fresh.strength, fresh.ordinal)
                """)
                .param("from", part.from().value())
                .param("to", part.to().value())
                .param("blinds", Rows.texts(sightings, Sighting::blind))
                .param("reports", Rows.texts(sightings, Sighting::report))
                .param("findings", Rows.texts(sightings, Sighting::finding))
                .param("rules", Rows.texts(sightings, Sighting::rule))
                .param("versions", Rows.texts(sightings, Sighting::ruleVersion))
                .param("strengths", Rows.texts(sightings, Sighting::strength))
                .param("ordinals", Rows.texts(sightings, Sighting::ordinal))
                .update();
    }

    /// Strong keys that another version made and none makes today, by the reports that hold them.
    List<SightingTable.Hold> outdated(KeysRenewed part) {
        return sql.of("""
                SELECT sighting.report_number, sighting.blind
                  FROM linking.sighting_strong AS sighting
                  JOIN unnest(:rules::linking.match_rule[], :versions::smallint[]) AS today (rule, version)
                    ON sighting.rule = today.rule
                 WHERE sighting.report_number BETWEEN :from AND :to
                 GROUP BY sighting.report_number, sighting.blind
                HAVING bool_and(sighting.rule_version <> today.version)
                """)
                .param("rules", Rows.texts(MatchRule.ALL, MatchRule::id))
                .param("versions", Rows.texts(MatchRule.ALL, MatchRule::version))
                .param("from", part.from().value())
                .param("to", part.to().value())
                .query((row, _) ->
                        new SightingTable.Hold(Rows.report(row, "report_number"), row.getObject("blind", UUID.class)))
                .list();
    }

    /// Drops keys that another version made and none makes today.
    void dropOutdated(ReportNumber from, ReportNumber to) {
        sql.of("""
                DELETE FROM linking.sighting
                 USING unnest(:rules::linking.match_rule[], :versions::smallint[]) AS today (rule, version)
                 WHERE sighting.report_number BETWEEN :from AND :to
                   AND sighting.rule = today.rule
                   AND sighting.rule_version <> today.version
                """)
                .param("rules", Rows.texts(MatchRule.ALL, MatchRule::id))
                .param("versions", Rows.texts(MatchRule.ALL, MatchRule::version))
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /// Drops reasons whose keys one of the reports does not hold any more, or not so that they link, or that are
    /// further apart than a rule lets pass today. What a withdrawn finding left stays as it is.
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
                   AND reason.rule_version <> today.version
                   AND reason.withdrawn_cause IS DISTINCT FROM 'FINDING'
                """)
                .param("rules", Rows.texts(MatchRule.ALL, MatchRule::id))
                .param("versions", Rows.texts(MatchRule.ALL, MatchRule::version))
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
