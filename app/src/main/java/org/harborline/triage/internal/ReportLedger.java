// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Triage's side of the law of reports: whatever it has taken up waits, is held, is designated or was
/// erased: an erased report leaves a row without content, so that it is still accounted for. What it has not taken
/// up yet is in flight or parked, which the journal counts.
@Component
class ReportLedger implements Ledger {

    private static final String WAITING = "waiting";
    private static final String LEASED = "leased";
    private static final String DESIGNATED = "designated";
    private static final String ERASED = "erased";

    /// Where each report is, in one pass.
    private static final String STATES = """
            WITH states AS (
                SELECT work.report,
                       CASE WHEN work.erased_at IS NOT NULL THEN 'erased'
                            WHEN work.designation IS NOT NULL
                              OR EXISTS (SELECT FROM triage.designation AS decided
                                          WHERE decided.report = work.report) THEN 'designated'
                            WHEN EXISTS (SELECT FROM triage.lease
                                          WHERE lease.report = work.report AND lease.until_at > :now) THEN 'leased'
                            ELSE 'waiting'
                       END AS state
                  FROM triage.report AS work)
            """;

    private final Sql sql;
    private final Clock clock;

    ReportLedger(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String law() {
        return "reports";
    }

    @Override
    public List<Count> counts() {
        return sql.of(STATES + """
                        SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
                               count(*) FILTER (WHERE state = 'leased') AS leased,
                               count(*) FILTER (WHERE state = 'designated') AS designated,
                               count(*) FILTER (WHERE state = 'erased') AS erased
                          FROM states
                        """)
                .param("now", Columns.time(clock.instant()))
                .query((row, _) ->
                        List.of(count(row, WAITING), count(row, LEASED), count(row, DESIGNATED), count(row, ERASED)))
                .single();
    }

    private static Count count(ResultSet row, String state) throws SQLException {
        return new Count(state, Side.RIGHT, row.getLong(state));
    }

    @Override
    public Optional<Entrance> entrance() {
        return Optional.of(new Entrance("triage", ReportFiled.class));
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        return new TreeSet<>(sql.of(STATES + """
                        SELECT report::text
                          FROM states
                         WHERE report::text COLLATE "C" > :after
                           AND state = :state
                         ORDER BY report::text COLLATE "C"
                         LIMIT :limit
                        """)
                .param("after", after)
                .param("state", name)
                .param("now", Columns.time(clock.instant()))
                .param("limit", limit)
                .query(String.class)
                .list());
    }
}
