// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Of whom there is something to compare, and the blind keys by which they are found.
@Component
class ProfileTable {

    // by the index however many hold a key, as in SightingTable
    static final String HOLDERS = """
            SELECT probe.blind, holder.report_number, holder.party
              FROM unnest(:keys::uuid[]) AS probe (blind)
              JOIN LATERAL (
                   SELECT report_number, party
                     FROM linking.blocking_key
                    WHERE blocking_key.blind = ANY(ARRAY[probe.blind])
                    ORDER BY blind DESC, report_number DESC
                    LIMIT (SELECT :limit)) AS holder ON true
            """;

    /// So often a report is read in vain before nothing more is tried.
    static final int TRIES = 5;

    private final Sql sql;

    ProfileTable(Sql sql) {
        this.sql = sql;
    }

    /// A stored blocking key.
    record Key(UUID blind, int version, Profile.Place place, BlockingRule rule) {}

    /// Stores whom there is something to compare of, and the keys, with a statement each.
    void insertAll(List<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<Profile.Place> places = keys.stream().map(Key::place).distinct().toList();
        sql.of("""
                INSERT INTO linking.profile (report_number, party)
                SELECT fresh.report, fresh.party
                  FROM unnest(:reports::bigint[], :parties::smallint[]) AS fresh (report, party)
                    ON CONFLICT ON CONSTRAINT profile_pk DO NOTHING
                """)
                .param("reports", Rows.texts(places, Profile.Place::report))
                .param("parties", Rows.texts(places, Profile.Place::party))
                .update();
        sql.of("""
                INSERT INTO linking.blocking_key (blind, report_number, party, rule, rule_version, key_version)
                SELECT fresh.blind, fresh.report, fresh.party, fresh.rule, :ruleVersion, fresh.version
                  FROM unnest(:blinds::uuid[], :reports::bigint[], :parties::smallint[],
                              :rules::linking.blocking_rule[], :versions::int[])
                       AS fresh (blind, report, party, rule, version)
                    ON CONFLICT ON CONSTRAINT blocking_key_pk DO NOTHING
                """)
                .param("blinds", Rows.texts(keys, Key::blind))
                .param("reports", Rows.texts(keys, key -> key.place().report()))
                .param("parties", Rows.texts(keys, key -> key.place().party()))
                .param("rules", Rows.texts(keys, Key::rule))
                .param("versions", Rows.texts(keys, Key::version))
                .param("ruleVersion", BlockingRule.VERSION)
                .update();
    }

    /// Those who were not compared with others yet, oldest report first, and those whose report could not be read once
    /// it is time to try again.
    List<Profile.Place> waiting(int most, Instant now) {
        return sql.of("""
                (SELECT report_number, party
                   FROM linking.profile
                  WHERE compared_by IS NULL
                    AND tries = 0
                  ORDER BY report_number, party
                  LIMIT :most)
                UNION ALL
                (SELECT report_number, party
                   FROM linking.profile
                  WHERE tries > 0
                    AND try_at <= :now
                  ORDER BY try_at, report_number, party
                  LIMIT :most)
                LIMIT :most
                """)
                .param("most", most)
                .param("now", Rows.time(now))
                .query((row, _) -> new Profile.Place(Rows.report(row, "report_number"), row.getInt("party")))
                .list();
    }

    /// Sets aside whose reports could not be read. It is tried again after 1, 4, 16 and 64 hours.
    void park(Collection<ReportNumber> reports, Instant now) {
        sql.of("""
                UPDATE linking.profile
                   SET tries = tries + 1,
                       try_at = CASE WHEN tries + 1 < :most THEN :now + interval '1 hour' * (4 ^ tries) END
                 WHERE report_number = ANY(:reports)
                """)
                .param("most", TRIES)
                .param("now", Rows.time(now))
                .param("reports", Rows.numbers(reports))
                .update();
    }

    /// Which of the reports are set aside.
    List<ReportNumber> parked(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT DISTINCT report_number
                  FROM linking.profile
                 WHERE report_number = ANY(:reports)
                   AND tries > 0
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> Rows.report(row, "report_number"))
                .list();
    }

    int countParked() {
        return sql.of("SELECT count(DISTINCT report_number) FROM linking.profile WHERE tries > 0")
                .query(Integer.class)
                .single();
    }

    /// The newest ones that can be read, to learn from.
    List<Profile.Place> newest(int most) {
        return sql.of("""
                SELECT report_number, party
                  FROM linking.profile
                 WHERE tries = 0
                 ORDER BY report_number DESC, party DESC
                 LIMIT :most
                """)
                .param("most", most)
                .query((row, _) -> new Profile.Place(Rows.report(row, "report_number"), row.getInt("party")))
                .list();
    }

    long count() {
        return sql.of("SELECT count(*) FROM linking.profile").query(Long.class).single();
    }

    /// Who holds each key, with one statement; of a key that more hold than the limit one more than that.
    Map<UUID, Set<Profile.Place>> holders(Collection<UUID> keys, int limit) {
        var found = new HashMap<UUID, Set<Profile.Place>>();
        if (keys.isEmpty()) {
            return found;
        }
        sql.of(HOLDERS).param("keys", Rows.ids(keys)).param("limit", limit + 1).query(row -> {
            found.computeIfAbsent(row.getObject("blind", UUID.class), _ -> new LinkedHashSet<>())
                    .add(new Profile.Place(Rows.report(row, "report_number"), row.getInt("party")));
        });
        return found;
    }

    /// Whom a model has compared with others, and how many of their keys were passed over because too many hold them.
    void compared(Map<Profile.Place, Integer> passedOver, int model) {
        var places = new ArrayList<>(passedOver.keySet());
        sql.of("""
                UPDATE linking.profile
                   SET compared_by = :model, passed_over = done.passed_over, tries = 0, try_at = NULL
                  FROM unnest(:reports::bigint[], :parties::smallint[], :counts::smallint[])
                       AS done (report, party, passed_over)
                 WHERE profile.report_number = done.report
                   AND profile.party = done.party
                """)
                .param("model", model)
                .param("reports", Rows.texts(places, Profile.Place::report))
                .param("parties", Rows.texts(places, Profile.Place::party))
                .param("counts", Rows.texts(places, passedOver::get))
                .update();
    }

    /// Has those compared again that a model has compared.
    void again(int model) {
        sql.of("UPDATE linking.profile SET compared_by = NULL WHERE compared_by = :model")
                .param("model", model)
                .update();
    }

    /// Which of the reports have anything to compare. Until the transaction ends it stays so.
    Set<ReportNumber> stillThere(Collection<ReportNumber> reports) {
        return new LinkedHashSet<>(sql.of("""
                SELECT report_number
                  FROM linking.profile
                 WHERE report_number = ANY(:reports)
                 ORDER BY report_number, party
                   FOR UPDATE
                """)
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> Rows.report(row, "report_number"))
                .list());
    }

    void delete(ReportNumber report) {
        sql.of("DELETE FROM linking.blocking_key WHERE report_number = :report")
                .param("report", report.value())
                .update();
        sql.of("DELETE FROM linking.profile WHERE report_number = :report")
                .param("report", report.value())
                .update();
    }

    /// Drops the keys of reports that are to be made anew.
    void deleteKeys(Collection<ReportNumber> reports) {
        sql.of("DELETE FROM linking.blocking_key WHERE report_number = ANY(:reports)")
                .param("reports", Rows.numbers(reports))
                .update();
    }

    /// Drops the keys of rules that are not used any more.
    void keepOnly(List<BlockingRule> rules) {
        sql.of("DELETE FROM linking.blocking_key WHERE rule <> ALL(:rules::linking.blocking_rule[])")
                .param("rules", Rows.texts(rules, rule -> rule))
                .update();
    }

    /// How many keys of a report were passed over because too many hold them.
    int passedOver(ReportNumber report) {
        return sql.of("SELECT coalesce(sum(passed_over), 0) FROM linking.profile WHERE report_number = :report")
                .param("report", report.value())
                .query(Integer.class)
                .single();
    }
}
