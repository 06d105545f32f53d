// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
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

    void insert(List<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        int _ = sql.of("""
                INSERT INTO intake.feed (provider_id, position, report_number)
                SELECT * FROM unnest(:providers::uuid[], :positions::bigint[], :reports::bigint[])
                """)
                .param("providers", places.stream().map(Place::provider).toArray(UUID[]::new))
                .param("positions", places.stream().map(Place::position).toArray(Long[]::new))
                .param(
                        "reports",
                        places.stream().map(one -> one.report().value()).toArray(Long[]::new))
                .update();
    }
}
