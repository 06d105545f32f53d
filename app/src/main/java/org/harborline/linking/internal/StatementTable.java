// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which reports state something that another can contradict, so that only those are opened that may. What they state
/// stays sealed in them.
@Component
class StatementTable {

    private final Sql sql;

    StatementTable(Sql sql) {
        this.sql = sql;
    }

    void insertAll(Collection<Fresh> fresh) {
        List<Row> rows = fresh.stream()
                .filter(one -> !one.statement().isEmpty())
                .map(one -> Row.of(one.report(), one.statement()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        sql.of("""
                INSERT INTO linking.statement (report_number, born, login_from, login_to)
                SELECT report, born, login_from, login_to
                  FROM unnest(:reports::bigint[], :born::boolean[], :from::timestamptz[], :to::timestamptz[])
                       AS fresh (report, born, login_from, login_to)
                    ON CONFLICT ON CONSTRAINT statement_pk DO NOTHING
                """)
                .param("reports", Rows.texts(rows, Row::report))
                .param("born", Rows.texts(rows, Row::born))
                .param("from", Rows.texts(rows, Row::from))
                .param("to", Rows.texts(rows, Row::to))
                .update();
    }

    Map<ReportNumber, Row> of(Collection<ReportNumber> reports) {
        var found = new HashMap<ReportNumber, Row>();
        if (reports.isEmpty()) {
            return found;
        }
        sql.of("""
                SELECT report_number, born, login_from, login_to
                  FROM linking.statement
                 WHERE report_number = ANY(:reports)
                """).param("reports", Rows.numbers(reports)).query(row -> {
            ReportNumber report = Rows.report(row, "report_number");
            found.put(
                    report,
                    new Row(
                            report,
                            row.getBoolean("born"),
                            Rows.instantOrNull(row, "login_from"),
                            Rows.instantOrNull(row, "login_to")));
        });
        return found;
    }

    void drop(ReportNumber report) {
        sql.of("DELETE FROM linking.statement WHERE report_number = :report")
                .param("report", report.value())
                .update();
    }

    /// That a report states a birth date, and between which times it states sign-ins.
    record Row(
            ReportNumber report,
            boolean born,
            @Nullable Instant from,
            @Nullable Instant to) {

        static Row of(ReportNumber report, Statement statement) {
            List<Statement.Login> logins = statement.logins();
            return new Row(
                    report,
                    statement.born() != null,
                    logins.isEmpty() ? null : logins.getFirst().at(),
                    logins.isEmpty() ? null : logins.getLast().at());
        }

        /// Whether the two can contradict each other.
        boolean mayContradict(Row other) {
            return (born && other.born) || overlap(other);
        }

        private boolean overlap(Row other) {
            return from != null
                    && to != null
                    && other.from != null
                    && other.to != null
                    && !from.isAfter(other.to.plus(Statement.AT_ONCE))
                    && !other.from.isAfter(to.plus(Statement.AT_ONCE));
        }
    }
}
