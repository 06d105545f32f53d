// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which designated reports are with an agency, or on the way to one, and which with nobody: the mark
/// `referral.standing.unreferred`, kept by the follower.
@Component
class UnreferredTable {

    /// Who returned a report or gave it up has it no more, a correction brings none, and what came through a link that
    /// is cut now is about somebody else for all its agency can know; see [Having].
    private static final String WITH_AN_AGENCY = """
            EXISTS (SELECT
                      FROM referral.delivery
                     WHERE delivery.report = standing.report
                       AND delivery.kind <> 'CORRECTION'
                       AND delivery.state NOT IN ('RETURNED', 'REROUTED', 'DISCARDED')
                       AND (delivery.kind = 'REFERRAL'
                            OR NOT EXISTS (SELECT
                                             FROM referral.delivery AS back
                                            WHERE back.report = delivery.report
                                              AND back.agency_id = delivery.agency_id
                                              AND (back.kind = 'REFERRAL' AND back.return_reason IS NOT NULL
                                                   OR back.return_reason <> 'UNREADABLE'))
                           AND EXISTS (SELECT
                                         FROM (SELECT older AS report
                                                 FROM referral.link
                                                WHERE newer = delivery.report AND withdrawn_for IS NULL
                                                UNION ALL
                                               SELECT newer
                                                 FROM referral.link
                                                WHERE older = delivery.report AND withdrawn_for IS NULL) AS linked
                                         JOIN referral.holding USING (report)
                                        WHERE holding.kind = 'REFERRAL'
                                          AND holding.agency_id = delivery.agency_id)))
            """;

    private static final String STATES = """
            WITH states AS (
                SELECT standing.report,
                       CASE WHEN standing.designation = 'INFORMATIONAL' THEN 'not-for-referral'
                            WHEN standing.unreferred THEN 'not-yet-referred'
                            WHEN
            """ + WITH_AN_AGENCY + """
                                 THEN 'with-delivery'
                            ELSE 'nowhere'
                       END AS state
                  FROM referral.standing
                 WHERE standing.designation IS NOT NULL)
            """;

    /// A page is one piece of an index, also when it is not the first.
    static final String PAGE = """
            SELECT report
              FROM referral.standing
             WHERE unreferred
               AND (coalesce(priority, 9), report) >
                   (coalesce((SELECT coalesce(last.priority, 9)
                                FROM referral.standing AS last
                               WHERE last.report = :after::bigint), 0), coalesce(:after::bigint, 0))
             ORDER BY coalesce(priority, 9), report
             LIMIT :limit
            """;

    /// Asked every minute beside everything that is referred, so it reads an index of its own.
    static final String URGENT = """
            SELECT report
              FROM referral.standing
             WHERE unreferred
               AND (priority = 1 OR escalated)
             ORDER BY coalesce(priority, 9), report
             LIMIT :most
            """;

    private final Sql sql;

    UnreferredTable(Sql sql) {
        this.sql = sql;
    }

    /// Looks anew where these reports are, whatever was known of them.
    ///
    /// @param delivered reports that came to an agency: it may know of others by their links with these
    void mark(Collection<ReportNumber> reports, Collection<ReportNumber> delivered) {
        mark(reports);
        if (!delivered.isEmpty()) {
            mark(linked(delivered));
        }
    }

    /// Reports that a link in effect leads to from one of these.
    private List<ReportNumber> linked(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT older AS report FROM referral.link WHERE newer = ANY (:reports) AND withdrawn_for IS NULL
                UNION
                SELECT newer FROM referral.link WHERE older = ANY (:reports) AND withdrawn_for IS NULL
                """)
                .param("reports", Columns.numbers(reports))
                .query((row, _) -> new ReportNumber(row.getLong("report")))
                .list();
    }

    private void mark(Collection<ReportNumber> reports) {
        int _ = sql.of("""
                UPDATE referral.standing
                   SET unreferred = found.unreferred
                  FROM (SELECT report, coalesce(designation = 'ACTIONABLE', false) AND NOT
                """ + WITH_AN_AGENCY + """
                               AS unreferred
                          FROM referral.standing
                         WHERE report = ANY (:reports)) AS found
                 WHERE standing.report = found.report
                   AND standing.unreferred <> found.unreferred
                """)
                .param("reports", Columns.numbers(reports))
                .update();
    }

    /// Most urgent first, then the oldest, which is the order of their clocks.
    ///
    /// @param after the last one already shown
    List<ReportNumber> page(@Nullable ReportNumber after, int limit) {
        return sql.of(PAGE)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, _) -> new ReportNumber(row.getLong("report")))
                .list();
    }

    /// Those about danger now, by their priority or on their sender's word, most urgent first.
    List<ReportNumber> urgent(int most) {
        return sql.of(URGENT)
                .param("most", most)
                .query((row, _) -> new ReportNumber(row.getLong("report")))
                .list();
    }

    /// How many, at most so many.
    long count(int most) {
        return sql.of("""
                SELECT count(*)
                  FROM (SELECT FROM referral.standing WHERE unreferred LIMIT :most) AS found
                """).param("most", most).query(Long.class).single();
    }

    /// How many designated reports are in each state of the law, read in one pass.
    Map<String, Long> counts() {
        return sql
                .of(STATES + "SELECT state, count(*) AS reports FROM states GROUP BY state")
                .query((row, _) -> Map.entry(row.getString("state"), row.getLong("reports")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Their numbers, ascending by the bytes of their text.
    SortedSet<String> ids(String state, String after, int limit) {
        return new TreeSet<>(sql.of(STATES + """
                        SELECT report::text
                          FROM states
                         WHERE report::text COLLATE "C" > :after
                           AND state = :state
                         ORDER BY report::text COLLATE "C"
                         LIMIT :limit
                        """)
                .param("after", after)
                .param("state", state)
                .param("limit", limit)
                .query(String.class)
                .list());
    }
}
