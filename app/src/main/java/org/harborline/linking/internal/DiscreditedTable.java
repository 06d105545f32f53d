// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Reports on which nothing may rest where the follower stands in the journal.
@Component
class DiscreditedTable {

    private final Sql sql;

    DiscreditedTable(Sql sql) {
        this.sql = sql;
    }

    /// Another outcome of the same kind changes nothing.
    void put(ReportNumber report, Instant at) {
        sql.of("""
                INSERT INTO linking.discredited (report_number, discredited_at)
                VALUES (:report, :at)
                    ON CONFLICT ON CONSTRAINT discredited_pk DO NOTHING
                """).param("report", report.value()).param("at", Rows.time(at)).update();
    }

    void drop(ReportNumber report) {
        sql.of("DELETE FROM linking.discredited WHERE report_number = :report")
                .param("report", report.value())
                .update();
    }

    /// Those of the reports on which nothing may rest.
    Set<ReportNumber> among(Collection<ReportNumber> reports) {
        return new HashSet<>(sql.of("SELECT report_number FROM linking.discredited WHERE report_number = ANY(:reports)")
                .param("reports", Rows.numbers(reports))
                .query((row, _) -> Rows.report(row, "report_number"))
                .list());
    }
}
