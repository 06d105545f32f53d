// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Filed reports of companies by their place in the journal, `intake.feed`. Numbers are given when a report is opened,
/// places when it is filed; the follower writes them in their order, so nothing ever comes before what was read.
@Component
class FeedTable {

    private final Sql sql;

    FeedTable(Sql sql) {
        this.sql = sql;
    }

    /// A filed report.
    record Place(UUID provider, long position, ReportNumber report) {}

    /// Writes places behind which nothing of the same company stands yet. Inside a transaction of the follower.
    ///
    /// @return those before something that may have been read: they were not written
    List<Place> insert(List<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        // one at a time, also where nodes retry parked facts at once: what commits later stands later
        sql.of("SELECT pg_advisory_xact_lock(hashtextextended('intake.feed', 0))")
                .query(_ -> {});
        Set<Long> written = Set.copyOf(sql.of("""
                INSERT INTO intake.feed (provider_id, position, report_number)
                SELECT filed.provider_id, filed.position, filed.report_number
                  FROM unnest(:providers::uuid[], :positions::bigint[], :reports::bigint[])
                       AS filed (provider_id, position, report_number)
                 WHERE NOT EXISTS (SELECT 1
                                     FROM intake.feed AS later
                                    WHERE later.provider_id = filed.provider_id
                                      AND later.position > filed.position)
                RETURNING position
                """)
                .param("providers", places.stream().map(Place::provider).toArray(UUID[]::new))
                .param("positions", places.stream().map(Place::position).toArray(Long[]::new))
                .param(
                        "reports",
                        places.stream().map(one -> one.report().value()).toArray(Long[]::new))
                .query(Long.class)
                .list());
        return places.stream().filter(one -> !written.contains(one.position())).toList();
    }
}
