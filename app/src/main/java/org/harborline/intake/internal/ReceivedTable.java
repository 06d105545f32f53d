// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.springframework.stereotype.Component;

/// Sealed texts of reports and their items.
@Component
class ReceivedTable {

    private final Sql sql;

    ReceivedTable(Sql sql) {
        this.sql = sql;
    }

    /// The sealed text of a filed report.
    record Received(ReportNumber number, UUID provider, SealedText text, int items) {}

    /// Sealed texts of the filed ones among the reports.
    List<Received> find(Collection<ReportNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return sql.of("""
                SELECT report.report_number, report.provider_id, report.item_count, received.received_text
                  FROM intake.report
                  JOIN intake.received ON received.report_number = report.report_number
                 WHERE report.report_number = ANY (:numbers::bigint[])
                   AND report.state = 'FINISHED'
                 ORDER BY report.report_number
                """)
                .param("numbers", numbers.stream().map(ReportNumber::value).toArray(Long[]::new))
                .query((row, _) -> new Received(
                        new ReportNumber(row.getLong("report_number")),
                        row.getObject("provider_id", UUID.class),
                        new SealedText(row.getString("received_text")),
                        row.getInt("item_count")))
                .list();
    }

    Optional<SealedText> sheet(ReportNumber number) {
        return sql.of("SELECT reporter_sheet FROM intake.received WHERE report_number = :number")
                .param("number", number.value())
                .query(String.class)
                .optional()
                .map(SealedText::new);
    }

    /// Sealed items by report, in the order in which they were described.
    Map<ReportNumber, List<SealedText>> items(Collection<ReportNumber> numbers) {
        Map<ReportNumber, List<SealedText>> items = new HashMap<>();
        if (numbers.isEmpty()) {
            return items;
        }
        sql.of("""
                SELECT report_number, received_text
                  FROM intake.item
                 WHERE report_number = ANY (:numbers::bigint[])
                 ORDER BY report_number, ordinal
                """)
                .param("numbers", numbers.stream().map(ReportNumber::value).toArray(Long[]::new))
                .query(row -> {
                    items.computeIfAbsent(new ReportNumber(row.getLong("report_number")), _ -> new ArrayList<>())
                            .add(new SealedText(row.getString("received_text")));
                });
        return items;
    }

    /// Takes the next place among the items of an open report, and puts its clock back.
    ///
    /// @return the place, from 0; empty when the report is not open
    OptionalInt nextItem(long number, UUID provider, Instant now) {
        return sql.of("""
                UPDATE intake.report
                   SET item_count = item_count + 1, changed_at = :now
                 WHERE report_number = :number AND provider_id = :provider AND state = 'OPEN'
                RETURNING item_count - 1
                """)
                .param("number", number)
                .param("provider", provider)
                .param("now", Instants.column(now))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    void insertItem(ReportNumber number, int ordinal, SealedText text, Instant now) {
        sql.of("""
                INSERT INTO intake.item (report_number, ordinal, received_text, received_at)
                VALUES (:number, :ordinal, :text, :now)
                """)
                .param("number", number.value())
                .param("ordinal", ordinal)
                .param("text", text.base64())
                .param("now", Instants.column(now))
                .update();
    }

    /// Drops what was received with a report.
    void delete(long number) {
        sql.of("DELETE FROM intake.received WHERE report_number = :number")
                .param("number", number)
                .update();
        sql.of("DELETE FROM intake.item WHERE report_number = :number")
                .param("number", number)
                .update();
    }
}
