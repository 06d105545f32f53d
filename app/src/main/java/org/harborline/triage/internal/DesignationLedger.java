// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// The law of designations, on the side of those who decide: every report that somebody designated and that is not
/// erased. What came of each is counted where referrals are made.
@Component
class DesignationLedger implements Ledger {

    private static final String DESIGNATED = """
            SELECT DISTINCT designation.report
              FROM triage.designation
             WHERE NOT EXISTS (SELECT FROM triage.report
                                WHERE report.report = designation.report AND report.erased_at IS NOT NULL)
            """;

    private final Sql sql;

    DesignationLedger(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String law() {
        return "designations";
    }

    @Override
    public List<Count> counts() {
        return List.of(new Count(
                "decided",
                Side.LEFT,
                sql.of("WITH designated AS (" + DESIGNATED + ") SELECT count(*) FROM designated")
                        .query(Long.class)
                        .single()));
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        return new TreeSet<>(sql.of("WITH designated AS (" + DESIGNATED + """
                        )
                        SELECT report::text
                          FROM designated
                         WHERE report::text COLLATE "C" > :after
                         ORDER BY report::text COLLATE "C"
                         LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list());
    }
}
