// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.notices.Scorecards.Overview;
import org.harborline.platform.Sql;
import org.harborline.registry.ProviderId;
import org.springframework.stereotype.Component;

/// Sums of how complete reports were, by company, month and service. Written by the follower alone; nothing here reads
/// reports one by one.
@Component
class ScorecardTable {

    static final String MONTHS = """
            SELECT month, service, reports, score
              FROM notices.scorecard
             WHERE provider = :provider AND month BETWEEN :first AND :last
             ORDER BY month DESC, service
            """;

    static final String LINES = """
            SELECT service, line, applied, missing, example
              FROM notices.scorecard_line
             WHERE provider = :provider AND month = :month AND missing > 0
            """;

    /// Of companies that filed enough, each with all its services; nothing where they are too few to hide each other.
    static final String PEERS = """
            SELECT month, percentile_cont(0.5) WITHIN GROUP (ORDER BY average) AS median
              FROM (SELECT month, sum(score)::float8 / sum(reports) AS average
                      FROM notices.scorecard
                     WHERE month BETWEEN :first AND :last AND provider <> :provider
                     GROUP BY month, provider
                    HAVING sum(reports) >= :least) AS company
             GROUP BY month
            HAVING count(*) >= :companies
            """;

    static final String COMPANIES = """
            SELECT provider, sum(reports) AS reports, sum(score) AS score
              FROM notices.scorecard
             WHERE month = :month AND provider > :after
             GROUP BY provider
             ORDER BY provider
             LIMIT :limit
            """;

    private final Sql sql;

    ScorecardTable(Sql sql) {
        this.sql = sql;
    }

    /// One service in one month.
    record Month(YearMonth month, UUID service, long reports, long score) {}

    /// One line of one service in one month.
    record Line(UUID service, int line, long applied, long missing, long example) {}

    void add(CardBatch batch) {
        int[] _ = sql.batch("""
                INSERT INTO notices.scorecard AS card (provider, month, service, reports, score)
                VALUES (:provider, :month, :service, :reports, :score)
                ON CONFLICT (provider, month, service) DO UPDATE
                   SET reports = card.reports + EXCLUDED.reports, score = card.score + EXCLUDED.score
                """, batch.cards());
        int[] _ = sql.batch("""
                INSERT INTO notices.scorecard_line AS card
                       (provider, month, service, line, applied, missing, example)
                VALUES (:provider, :month, :service, :line, :applied, :missing, :example)
                ON CONFLICT (provider, month, service, line) DO UPDATE
                   SET applied = card.applied + EXCLUDED.applied,
                       missing = card.missing + EXCLUDED.missing,
                       example = coalesce(EXCLUDED.example, card.example)
                """, batch.lines());
    }

    List<Month> months(ProviderId provider, YearMonth first, YearMonth last) {
        return sql.of(MONTHS)
                .param("provider", provider.value())
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, _) -> new Month(
                        month(row), row.getObject("service", UUID.class), row.getLong("reports"), row.getLong("score")))
                .list();
    }

    List<Line> lines(ProviderId provider, YearMonth month) {
        return sql.of(LINES)
                .param("provider", provider.value())
                .param("month", month.atDay(1))
                .query((row, _) -> new Line(
                        row.getObject("service", UUID.class),
                        row.getInt("line"),
                        row.getLong("applied"),
                        row.getLong("missing"),
                        row.getLong("example")))
                .list();
    }

    /// Medians of other companies, for the months that have one.
    ///
    /// @param least how many reports a company must have filed in the month
    /// @param companies how many such companies there must be
    Map<YearMonth, Integer> peers(ProviderId own, YearMonth first, YearMonth last, int least, int companies) {
        Map<YearMonth, Integer> medians = new HashMap<>();
        sql.of(PEERS)
                .param("provider", own.value())
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("least", least)
                .param("companies", companies)
                .query(row -> {
                    medians.put(month(row), Math.toIntExact(Math.round(row.getDouble("median"))));
                });
        return medians;
    }

    List<Overview> companies(YearMonth month, UUID after, int limit) {
        return sql.of(COMPANIES)
                .param("month", month.atDay(1))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Overview(
                        new ProviderId(row.getObject("provider", UUID.class)),
                        row.getLong("reports"),
                        ScorecardDesk.average(row.getLong("score"), row.getLong("reports"))))
                .list();
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }
}
