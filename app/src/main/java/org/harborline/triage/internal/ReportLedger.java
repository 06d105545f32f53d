// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

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
        return List.of(
                new Count(WAITING, Side.RIGHT, count(WAITING)),
                new Count(LEASED, Side.RIGHT, count(LEASED)),
                new Count(DESIGNATED, Side.RIGHT, count(DESIGNATED)),
                new Count(ERASED, Side.RIGHT, count(ERASED)));
    }

    private long count(String state) {
        return sql.of("""
                        SELECT count(*)
                          FROM triage.report AS work
                          LEFT JOIN triage.lease ON lease.report = work.report AND lease.until_at > :now
                         WHERE :state = CASE
                                   WHEN work.erased_at IS NOT NULL THEN 'erased'
                                   WHEN work.designation IS NOT NULL
                                     OR EXISTS (SELECT FROM triage.designation AS decided
                                                 WHERE decided.report = work.report) THEN 'designated'
                                   WHEN lease.report IS NOT NULL THEN 'leased'
                                   ELSE 'waiting'
                               END
                        """)
                .param("state", state)
                .param("now", Columns.time(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Entrance> entrance() {
        return Optional.of(new Entrance("triage", ReportFiled.class));
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        return new TreeSet<>(sql.of("""
                        SELECT work.report::text
                          FROM triage.report AS work
                          LEFT JOIN triage.lease ON lease.report = work.report AND lease.until_at > :now
                         WHERE work.report::text COLLATE "C" > :after
                           AND :state = CASE
                                   WHEN work.erased_at IS NOT NULL THEN 'erased'
                                   WHEN work.designation IS NOT NULL
                                     OR EXISTS (SELECT FROM triage.designation AS decided
                                                 WHERE decided.report = work.report) THEN 'designated'
                                   WHEN lease.report IS NOT NULL THEN 'leased'
                                   ELSE 'waiting'
                               END
                         ORDER BY work.report::text COLLATE "C"
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
