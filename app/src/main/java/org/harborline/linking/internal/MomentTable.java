// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// When keys were seen, as the sender stated it and as staff found it, each by itself.
@Component
class MomentTable {

    private final Sql sql;

    MomentTable(Sql sql) {
        this.sql = sql;
    }

    /// How reports hold the keys that reasons rest on; what they do not hold any more is absent.
    List<Seen> seen(List<SightingTable.Hold> holds) {
        return sql.of("""
                SELECT sighting.blind, sighting.report_number, sighting.finding_id IS NULL AS stated,
                       sighting.seen_at || sighting.seen_also AS times
                  FROM (SELECT DISTINCT blind, report
                          FROM unnest(:blinds::uuid[], :reports::bigint[]) AS one (blind, report)) AS hold
                  JOIN linking.sighting ON sighting.blind = hold.blind AND sighting.report_number = hold.report
                 WHERE sighting.strength = 'STRONG'
                """)
                .param("blinds", Rows.texts(holds, SightingTable.Hold::blind))
                .param("reports", Rows.texts(holds, SightingTable.Hold::report))
                .query((row, _) -> new Seen(
                        new SightingTable.Hold(Rows.report(row, "report_number"), row.getObject("blind", UUID.class)),
                        row.getBoolean("stated"),
                        Rows.instants(row, "times")))
                .list();
    }

    /// The times of one source.
    ///
    /// @param stated by the sender; otherwise it is a finding of staff
    record Seen(SightingTable.Hold hold, boolean stated, List<Instant> times) {}
}
