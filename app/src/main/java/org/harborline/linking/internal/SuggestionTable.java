// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Suggestion;
import org.harborline.linking.internal.likeness.Score;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Suggested links.
@Component
class SuggestionTable {

    static final String OPEN = """
            SELECT suggestion.*, 'OPEN' AS state
              FROM linking.suggestion
             WHERE NOT suggestion.settled
               AND (suggestion.probability, suggestion.newer, suggestion.older) < (:probability, :newer, :older)
               AND NOT EXISTS (
                   SELECT FROM linking.reason
                    WHERE reason.newer = suggestion.newer
                      AND reason.older = suggestion.older
                      AND reason.withdrawn_at IS NULL
                      AND NOT reason.cross_role)
               AND NOT EXISTS (
                   SELECT FROM linking.cut
                    WHERE cut.newer = suggestion.newer
                      AND cut.older = suggestion.older
                      AND cut.undone_at IS NULL)
               AND NOT EXISTS (
                   SELECT FROM linking.word
                    WHERE word.newer = suggestion.newer
                      AND word.older = suggestion.older
                      AND word.says = 'REJECTED'
                      AND word.undone_at IS NULL)
               AND NOT EXISTS (
                   SELECT FROM linking.discredited
                    WHERE discredited.report_number IN (suggestion.newer, suggestion.older))
             ORDER BY suggestion.probability DESC, suggestion.newer DESC, suggestion.older DESC
             LIMIT :limit
            """;

    private final Sql sql;

    SuggestionTable(Sql sql) {
        this.sql = sql;
    }

    /// A suggestion as it was found.
    record Found(Profile.Place newer, Profile.Place older, Score score) {

        ReportPair pair() {
            return new ReportPair(newer.report(), older.report());
        }
    }

    /// Stores what a model found. One that is there already is brought up to date.
    ///
    /// @return the pairs that are new
    List<ReportPair> store(List<Found> all, int model, Instant at) {
        if (all.isEmpty()) {
            return List.of();
        }
        return scores(sql.of("""
                INSERT INTO linking.suggestion
                       (newer, older, newer_party, older_party, probability, model, start, taken, fields, levels,
                        weights, rarities, suggested_at)
                SELECT newer, older, newer_party, older_party, probability, :model, start, taken, fields::text[],
                       levels::text[], weights::float8[], rarities::float8[], :at
                  FROM unnest(:newer::bigint[], :older::bigint[], :newerParties::smallint[], :olderParties::smallint[],
                              :probabilities::float8[], :starts::float8[], :taken::float8[], :fields::text[],
                              :levels::text[], :weights::text[], :rarities::text[])
                       AS one (newer, older, newer_party, older_party, probability, start, taken, fields, levels,
                               weights, rarities)
                    ON CONFLICT ON CONSTRAINT suggestion_pk DO UPDATE
                       SET newer_party = excluded.newer_party, older_party = excluded.older_party,
                           probability = excluded.probability, model = excluded.model, start = excluded.start,
                           taken = excluded.taken, fields = excluded.fields, levels = excluded.levels,
                           weights = excluded.weights, rarities = excluded.rarities
                RETURNING newer, older, suggested_at = :at AS fresh
                """), all)
                .param("model", model)
                .param("at", Rows.time(at))
                .param("newer", Rows.texts(all, one -> one.newer().report()))
                .param("older", Rows.texts(all, one -> one.older().report()))
                .param("newerParties", Rows.texts(all, one -> one.newer().party()))
                .param("olderParties", Rows.texts(all, one -> one.older().party()))
                .query((row, _) -> row.getBoolean("fresh") ? Optional.of(Rows.pair(row)) : Optional.<ReportPair>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static JdbcClient.StatementSpec scores(JdbcClient.StatementSpec statement, List<Found> all) {
        return statement
                .param("probabilities", Rows.texts(all, one -> one.score().probability()))
                .param("starts", Rows.texts(all, one -> one.score().start()))
                .param("taken", Rows.texts(all, one -> one.score().taken()))
                .param("fields", Rows.texts(all, one -> parts(one, Score.Part::field)))
                .param(
                        "levels",
                        Rows.texts(all, one -> parts(one, part -> part.level().name())))
                .param("weights", Rows.texts(all, one -> parts(one, Score.Part::weight)))
                .param("rarities", Rows.texts(all, one -> parts(one, Score.Part::rarity)));
    }

    private static String parts(Found found, Function<Score.Part, Object> of) {
        return found.score().parts().stream().map(of).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /// Drops what is not likely any more. What somebody decided about stays as it was then.
    void drop(Collection<ReportPair> pairs) {
        List<ReportPair> all = List.copyOf(pairs);
        sql.of("""
                DELETE FROM linking.suggestion
                 USING unnest(:newer::bigint[], :older::bigint[]) AS gone (newer, older)
                 WHERE suggestion.newer = gone.newer
                   AND suggestion.older = gone.older
                   AND NOT suggestion.settled
                """)
                .param("newer", Rows.texts(all, ReportPair::newer))
                .param("older", Rows.texts(all, ReportPair::older))
                .update();
    }

    /// Drops what another model found of the reports.
    void dropOthers(Collection<ReportNumber> reports, int model) {
        sql.of("""
                DELETE FROM linking.suggestion
                 WHERE (newer = ANY(:reports) OR older = ANY(:reports))
                   AND model <> :model
                   AND NOT settled
                """)
                .param("reports", Rows.numbers(reports))
                .param("model", model)
                .update();
    }

    void delete(ReportNumber report) {
        sql.of("DELETE FROM linking.suggestion WHERE newer = :report OR older = :report")
                .param("report", report.value())
                .update();
    }

    /// Sets aside what is linked, cut or rejected by now, so that lists need not step over it.
    void settle() {
        sql.of("""
                UPDATE linking.suggestion
                   SET settled = true
                 WHERE NOT settled
                   AND (EXISTS (SELECT FROM linking.reason
                                 WHERE reason.newer = suggestion.newer
                                   AND reason.older = suggestion.older
                                   AND reason.withdrawn_at IS NULL
                                   AND NOT reason.cross_role)
                        OR EXISTS (SELECT FROM linking.cut
                                    WHERE cut.newer = suggestion.newer
                                      AND cut.older = suggestion.older
                                      AND cut.undone_at IS NULL)
                        OR EXISTS (SELECT FROM linking.word
                                    WHERE word.newer = suggestion.newer
                                      AND word.older = suggestion.older
                                      AND word.says = 'REJECTED'
                                      AND word.undone_at IS NULL))
                """).update();
    }

    /// Sets one aside, or offers it again.
    void settle(ReportPair pair, boolean settled) {
        sql.of("UPDATE linking.suggestion SET settled = :settled WHERE newer = :newer AND older = :older")
                .param("settled", settled)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .update();
    }

    List<Suggestion> open(Suggestion.@Nullable Place after, int limit) {
        return sql.of(OPEN)
                .param("probability", after == null ? 2.0 : after.probability())
                .param("newer", after == null ? 0 : after.pair().newer().value())
                .param("older", after == null ? 0 : after.pair().older().value())
                .param("limit", limit)
                .query((row, _) -> suggestion(row))
                .list();
    }

    /// All of a report, the likeliest first.
    List<Suggestion> ofReport(ReportNumber report) {
        return sql.of("""
                SELECT suggestion.*,
                       CASE WHEN EXISTS (SELECT FROM linking.word
                                          WHERE word.newer = suggestion.newer
                                            AND word.older = suggestion.older
                                            AND word.says = 'REJECTED'
                                            AND word.undone_at IS NULL) THEN 'REJECTED'
                            WHEN EXISTS (SELECT FROM linking.cut
                                          WHERE cut.newer = suggestion.newer
                                            AND cut.older = suggestion.older
                                            AND cut.undone_at IS NULL) THEN 'CUT'
                            WHEN EXISTS (SELECT FROM linking.reason
                                          WHERE reason.newer = suggestion.newer
                                            AND reason.older = suggestion.older
                                            AND reason.withdrawn_at IS NULL
                                            AND NOT reason.cross_role) THEN 'LINKED'
                            ELSE 'OPEN' END AS state
                  FROM linking.suggestion
                 WHERE suggestion.newer = :report OR suggestion.older = :report
                 ORDER BY suggestion.probability DESC, suggestion.newer DESC, suggestion.older DESC
                """)
                .param("report", report.value())
                .query((row, _) -> suggestion(row))
                .list();
    }

    /// Whom the two descriptions are of.
    List<Profile.Place> places(ReportPair pair) {
        return sql.of("""
                SELECT newer, older, newer_party, older_party
                  FROM linking.suggestion
                 WHERE newer = :newer
                   AND older = :older
                """)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .query((row, _) -> List.of(
                        new Profile.Place(Rows.report(row, "newer"), row.getInt("newer_party")),
                        new Profile.Place(Rows.report(row, "older"), row.getInt("older_party"))))
                .optional()
                .orElse(List.of());
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] levels = (String[]) row.getArray("levels").getArray();
        Double[] weights = (Double[]) row.getArray("weights").getArray();
        Double[] rarities = (Double[]) row.getArray("rarities").getArray();
        var parts = new ArrayList<Suggestion.Part>();
        for (int i = 0; i < fields.length; i++) {
            String level = levels[i].toLowerCase(Locale.ROOT).replace('_', '-');
            parts.add(new Suggestion.Part(Code.of(fields[i]), Code.of(level), weights[i], rarities[i]));
        }
        return new Suggestion(
                Rows.pair(row),
                row.getDouble("probability"),
                row.getInt("model"),
                row.getDouble("start"),
                parts,
                row.getDouble("taken"),
                Rows.instant(row, "suggested_at"),
                Suggestion.State.valueOf(row.getString("state")));
    }
}
