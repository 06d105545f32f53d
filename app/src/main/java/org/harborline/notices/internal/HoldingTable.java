// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Which agencies have which reports and may ask about them. Written by the follower alone.
@Component
class HoldingTable {

    private final Sql sql;

    HoldingTable(Sql sql) {
        this.sql = sql;
    }

    /// An agency and a report.
    record Holding(UUID agency, ReportNumber report) {

        private Map<String, Object> row() {
            return Map.of("agency", agency, "report", report.value());
        }
    }

    boolean has(UUID agency, ReportNumber report) {
        return sql.of("SELECT EXISTS (SELECT FROM notices.holding WHERE agency = :agency AND report = :report)")
                .param("agency", agency)
                .param("report", report.value())
                .query(Boolean.class)
                .single();
    }

    void put(Collection<Holding> holdings) {
        int[] _ = sql.batch(
                "INSERT INTO notices.holding (agency, report) VALUES (:agency, :report) ON CONFLICT DO NOTHING",
                holdings.stream().map(Holding::row).toList());
    }

    void remove(Collection<Holding> holdings) {
        int[] _ = sql.batch(
                "DELETE FROM notices.holding WHERE agency = :agency AND report = :report",
                holdings.stream().map(Holding::row).toList());
    }
}
