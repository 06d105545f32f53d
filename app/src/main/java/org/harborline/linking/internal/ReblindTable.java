// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Blind keys wherever this module stores them, for the rotation of the key that makes them.
@Component
class ReblindTable {

    private final Sql sql;

    ReblindTable(Sql sql) {
        this.sql = sql;
    }

    /// Takes the lock of the module's follower for the current transaction.
    ///
    /// @return whether it was free, so no server takes anything up meanwhile
    boolean lockFollower() {
        return sql.of("SELECT pg_try_advisory_xact_lock(hashtextextended('journal.follower.linking', 0))")
                .query(Boolean.class)
                .single();
    }

    long countNotUnder(int version) {
        return sql.of("""
                SELECT (SELECT count(*) FROM linking.sighting WHERE key_version <> :version)
                       + (SELECT count(*) FROM linking.blocking_key WHERE key_version <> :version)
                """).param("version", version).query(Long.class).single();
    }

    /// The next reports that hold a key under another version.
    List<ReportNumber> reports(int version, long after, int most) {
        return sql.of("""
                SELECT report_number
                  FROM linking.sighting
                 WHERE report_number > :after
                   AND key_version <> :version
                 UNION
                SELECT report_number
                  FROM linking.blocking_key
                 WHERE report_number > :after
                   AND key_version <> :version
                 ORDER BY report_number
                 LIMIT :most
                """)
                .param("after", after)
                .param("version", version)
                .param("most", most)
                .query((row, _) -> Rows.report(row, "report_number"))
                .list();
    }

    /// Whether keys are being made anew after a change of rules.
    boolean isRenewing() {
        return sql.of("SELECT EXISTS (SELECT FROM linking.renewal WHERE finished_at IS NULL)")
                .query(Boolean.class)
                .single();
    }

    /// One report's key and what takes its place.
    record Renewal(ReportNumber report, UUID old, UUID fresh) {}

    /// Puts new keys in the place of old ones. A report, or a finding, that has both keeps one.
    void renewSightings(List<Renewal> renewals, int version) {
        sql.of("""
                UPDATE linking.sighting
                   SET blind = renewal.fresh, key_version = :version
                  FROM unnest(:reports::bigint[], :old::uuid[], :fresh::uuid[]) AS renewal (report, old, fresh)
                 WHERE sighting.report_number = renewal.report
                   AND sighting.blind = renewal.old
                   AND NOT EXISTS (
                       SELECT FROM linking.sighting AS other
                        WHERE other.report_number = renewal.report
                          AND other.blind = renewal.fresh
                          AND (other.strength = 'STRONG') = (sighting.strength = 'STRONG')
                          AND other.finding_id IS NOT DISTINCT FROM sighting.finding_id)
                """)
                .param("version", version)
                .param("reports", Rows.texts(renewals, Renewal::report))
                .param("old", Rows.texts(renewals, Renewal::old))
                .param("fresh", Rows.texts(renewals, Renewal::fresh))
                .update();
        sql.of("""
                DELETE FROM linking.sighting
                 USING unnest(:reports::bigint[], :old::uuid[]) AS renewal (report, old)
                 WHERE sighting.report_number = renewal.report AND sighting.blind = renewal.old
                """)
                .param("reports", Rows.texts(renewals, Renewal::report))
                .param("old", Rows.texts(renewals, Renewal::old))
                .update();
    }

    /// Links go on resting on the same identifiers. Two reasons of one pair that differed only in the form of a key
    /// become one, in force if either is.
    void renewReasons(List<Renewal> renewals) {
        sql.of("""
                WITH renewal AS (
                     SELECT DISTINCT ON (report, old) report, old, fresh
                       FROM unnest(:reports::bigint[], :old::uuid[], :fresh::uuid[]) AS one (report, old, fresh)
                      WHERE old <> fresh),
                     moved AS (
                     DELETE FROM linking.reason
                      WHERE (newer = ANY(:reports::bigint[]) OR older = ANY(:reports::bigint[]))
                        AND (EXISTS (SELECT FROM renewal WHERE report = newer AND old = newer_blind)
                             OR EXISTS (SELECT FROM renewal WHERE report = older AND old = older_blind))
                     RETURNING newer, older, rule, rule_version, kind, tier, cross_role,
                           coalesce((SELECT fresh FROM renewal WHERE report = newer AND old = newer_blind),
                                    newer_blind) AS newer_key,
                           coalesce((SELECT fresh FROM renewal WHERE report = older AND old = older_blind),
                                    older_blind) AS older_key,
                           seconds_apart, made_at, withdrawn_at, withdrawn_cause)
                INSERT INTO linking.reason
                       (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind, older_blind,
                        seconds_apart, made_at, withdrawn_at, withdrawn_cause)
                SELECT DISTINCT ON (newer, older, newer_key, older_key) *
                  FROM moved
                 ORDER BY newer, older, newer_key, older_key, withdrawn_cause = 'OUTCOME' DESC NULLS FIRST,
                          withdrawn_at DESC NULLS FIRST, made_at
                    ON CONFLICT ON CONSTRAINT reason_unique DO UPDATE
                       SET made_at = excluded.made_at, seconds_apart = excluded.seconds_apart,
                           withdrawn_at = excluded.withdrawn_at, withdrawn_cause = excluded.withdrawn_cause
                     WHERE reason.withdrawn_at IS NOT NULL
                       AND (excluded.withdrawn_at IS NULL
                            OR (excluded.withdrawn_cause = 'OUTCOME') > (reason.withdrawn_cause = 'OUTCOME')
                            OR ((excluded.withdrawn_cause = 'OUTCOME') = (reason.withdrawn_cause = 'OUTCOME')
                                AND excluded.withdrawn_at > reason.withdrawn_at))
                """)
                .param("reports", Rows.texts(renewals, Renewal::report))
                .param("old", Rows.texts(renewals, Renewal::old))
                .param("fresh", Rows.texts(renewals, Renewal::fresh))
                .update();
    }

    /// One form of a key and the newest form of the same.
    record Form(UUID old, UUID fresh) {}

    /// A hub is the same for all its holders: the first one that is renewed takes it along, from under every older
    /// form. So is one that was set aside.
    void renewHubs(List<Form> forms) {
        sql.of("""
                WITH moved AS (DELETE FROM linking.hub WHERE blind = ANY(:old::uuid[]) RETURNING *)
                INSERT INTO linking.hub
                       (blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                        counted, crossed_at)
                SELECT DISTINCT ON (form.fresh)
                       form.fresh, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                       counted, crossed_at
                  FROM unnest(:old::uuid[], :fresh::uuid[]) AS form (old, fresh)
                  JOIN moved ON moved.blind = form.old
                 ORDER BY form.fresh, crossed_at
                    ON CONFLICT ON CONSTRAINT hub_pk DO NOTHING
                """)
                .param("old", Rows.texts(forms, Form::old))
                .param("fresh", Rows.texts(forms, Form::fresh))
                .update();
        sql.of("""
                WITH moved AS (DELETE FROM linking.kept_hub WHERE blind = ANY(:old::uuid[]) RETURNING *)
                INSERT INTO linking.kept_hub
                       (blind, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                        counted, crossed_at)
                SELECT DISTINCT ON (form.fresh)
                       form.fresh, rule, rule_version, kind, report_number, identifier_index, finding_id, crossing_limit,
                       counted, crossed_at
                  FROM unnest(:old::uuid[], :fresh::uuid[]) AS form (old, fresh)
                  JOIN moved ON moved.blind = form.old
                 ORDER BY form.fresh, crossed_at
                    ON CONFLICT ON CONSTRAINT kept_hub_pk DO NOTHING
                """)
                .param("old", Rows.texts(forms, Form::old))
                .param("fresh", Rows.texts(forms, Form::fresh))
                .update();
    }

    /// Drops keys whose words were erased, and hubs that nothing holds any more.
    void drop(Collection<Sighting> erased) {
        var rows = List.copyOf(erased);
        sql.of("""
                DELETE FROM linking.sighting
                 USING unnest(:reports::bigint[], :blinds::uuid[]) AS erased (report, blind)
                 WHERE sighting.report_number = erased.report AND sighting.blind = erased.blind
                """)
                .param("reports", Rows.texts(rows, Sighting::report))
                .param("blinds", Rows.texts(rows, Sighting::blind))
                .update();
        sql.of("""
                DELETE FROM linking.hub
                 WHERE blind = ANY(:blinds::uuid[])
                   AND NOT EXISTS (SELECT FROM linking.sighting WHERE sighting.blind = hub.blind)
                """).param("blinds", Rows.texts(rows, Sighting::blind)).update();
    }
}
