// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.linking.Judgement;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Review;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Links drawn for review, and what people said of them.
@Component
class ReviewTable {

    private final Sql sql;

    ReviewTable(Sql sql) {
        this.sql = sql;
    }

    boolean drawn(LocalDate week) {
        return sql.of("SELECT EXISTS (SELECT 1 FROM linking.review WHERE week = :week)")
                .param("week", week)
                .query(Boolean.class)
                .single();
    }

    /// Some links in effect of each rule that were made in the time, at random. Read once a week, by a look at all
    /// reasons: no index would serve anything else.
    ///
    /// @param each at most so many of a rule
    List<Drawn> draw(Instant from, Instant until, int each) {
        return sql.of("""
                SELECT newer, older, rule
                  FROM (SELECT fresh.newer, fresh.older, fresh.rule,
                               row_number() OVER (PARTITION BY fresh.rule ORDER BY random()) AS place
                          FROM (SELECT DISTINCT reason.newer, reason.older, reason.rule
                                  FROM linking.reason
                                 WHERE reason.made_at >= :from
                                   AND reason.made_at < :until
                                   AND reason.withdrawn_at IS NULL
                                   AND NOT reason.cross_role) AS fresh
                         WHERE NOT EXISTS (
                               SELECT 1
                                 FROM linking.cut
                                WHERE cut.newer = fresh.newer
                                  AND cut.older = fresh.older
                                  AND cut.undone_at IS NULL)) AS shuffled
                 WHERE place <= :each
                 ORDER BY rule, place
                """)
                .param("from", Rows.time(from))
                .param("until", Rows.time(until))
                .param("each", each)
                .query((row, _) -> new Drawn(Rows.pair(row), row.getString("rule")))
                .list();
    }

    /// Stores what was drawn. A link that was drawn for the same rule before, because it was made anew, is left out.
    ///
    /// @return how many were stored
    int insertAll(List<Review> reviews, Instant at) {
        return sql.of("""
                INSERT INTO linking.review (review_id, newer, older, rule, week, drawn_at)
                SELECT fresh.id, fresh.newer, fresh.older, fresh.rule, fresh.week, :at
                  FROM unnest(:ids::uuid[], :newer::bigint[], :older::bigint[], :rules::text[], :weeks::date[])
                       AS fresh (id, newer, older, rule, week)
                    ON CONFLICT ON CONSTRAINT review_once DO NOTHING
                """)
                .param("ids", Rows.texts(reviews, Review::id))
                .param("newer", Rows.texts(reviews, review -> review.pair().newer()))
                .param("older", Rows.texts(reviews, review -> review.pair().older()))
                .param("rules", Rows.texts(reviews, Review::rule))
                .param("weeks", Rows.texts(reviews, Review::week))
                .param("at", Rows.time(at))
                .update();
    }

    /// Those that wait for a judgement of this person and whose link is still there, oldest first.
    List<Review> waiting(String person, int limit) {
        return sql.of("""
                SELECT review.review_id, review.newer, review.older, review.rule, review.week
                  FROM linking.review
                 WHERE review.judgements < 2
                   AND NOT EXISTS (
                       SELECT 1
                         FROM linking.review_judgement AS own
                        WHERE own.review_id = review.review_id
                          AND own.judged_by = :person)
                   AND EXISTS (
                       SELECT 1
                         FROM linking.reason
                        WHERE reason.newer = review.newer
                          AND reason.older = review.older
                          AND NOT reason.cross_role)
                 ORDER BY review.review_id
                 LIMIT :limit
                """)
                .param("person", person)
                .param("limit", limit)
                .query((row, _) -> review(row))
                .list();
    }

    /// Counts one more judgement, unless there are two or one is this person's. Whoever comes second waits here for the
    /// first.
    ///
    /// @return what is judged; empty when nothing was counted
    Optional<Review> take(UUID review, String person) {
        return sql.of("""
                UPDATE linking.review
                   SET judgements = judgements + 1
                 WHERE review_id = :review
                   AND judgements < 2
                   AND NOT EXISTS (
                       SELECT 1
                         FROM linking.review_judgement AS own
                        WHERE own.review_id = :review
                          AND own.judged_by = :person)
                RETURNING review_id, newer, older, rule, week
                """)
                .param("review", review)
                .param("person", person)
                .query((row, _) -> review(row))
                .optional();
    }

    boolean exists(UUID review) {
        return sql.of("SELECT EXISTS (SELECT 1 FROM linking.review WHERE review_id = :review)")
                .param("review", review)
                .query(Boolean.class)
                .single();
    }

    void judge(UUID review, Judgement judgement, String person, Instant at) {
        sql.of("""
                INSERT INTO linking.review_judgement (review_id, judged_by, judgement, judged_at)
                VALUES (:review, :person, :judgement, :at)
                """)
                .param("review", review)
                .param("person", person)
                .param("judgement", judgement.name())
                .param("at", Rows.time(at))
                .update();
    }

    /// By rule, the most telling first.
    List<Review.Precision> precision() {
        return sql
                .of("""
                SELECT review.rule, count(*) AS drawn, count(*) FILTER (WHERE review.judgements = 2) AS judged,
                       count(*) FILTER (WHERE said.rights = 2) AS rights, count(*) FILTER (WHERE said.wrongs = 2) AS wrongs
                  FROM linking.review
                 CROSS JOIN LATERAL (
                       SELECT count(*) FILTER (WHERE judgement = 'RIGHT') AS rights,
                              count(*) FILTER (WHERE judgement = 'WRONG') AS wrongs
                         FROM linking.review_judgement AS one
                        WHERE one.review_id = review.review_id) AS said
                 GROUP BY review.rule
                """)
                .query((row, _) -> new Review.Precision(
                        Code.of(row.getString("rule")),
                        row.getLong("drawn"),
                        row.getLong("judged"),
                        row.getLong("rights"),
                        row.getLong("wrongs")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt((Review.Precision one) ->
                                MatchRule.rank(one.rule().value()))
                        .thenComparing(one -> one.rule().value()))
                .toList();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("review_id", UUID.class),
                Rows.pair(row),
                Code.of(row.getString("rule")),
                row.getObject("week", LocalDate.class));
    }

    /// A link and the rule for which it was drawn.
    record Drawn(ReportPair pair, String rule) {}
}
