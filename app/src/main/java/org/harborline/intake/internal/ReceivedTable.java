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

    /// The sealed reporters' sheets of the filed ones among the reports.
    Map<ReportNumber, SealedText> sheets(Collection<ReportNumber> numbers) {
        Map<ReportNumber, SealedText> sheets = new HashMap<>();
        sql.of("""
                SELECT report.report_number, received.reporter_sheet
                  FROM intake.report
                  JOIN intake.received ON received.report_number = report.report_number
                 WHERE report.report_number = ANY (:numbers::bigint[])
                   AND report.state = 'FINISHED'
                """)
                .param("numbers", numbers.stream().map(ReportNumber::value).toArray(Long[]::new))
                .query(row -> {
                    sheets.put(
                            new ReportNumber(row.getLong("report_number")),
                            new SealedText(row.getString("reporter_sheet")));
                });
        return sheets;
    }

    /// The sealed reporter's sheet of a filed report.
    Optional<SealedText> sheet(ReportNumber number) {
        return sql.of("""
                SELECT received.reporter_sheet
                  FROM intake.report
                  JOIN intake.received ON received.report_number = report.report_number
                 WHERE report.report_number = :number
                   AND report.state = 'FINISHED'
                """)
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

    /// Keeps an open report as it is until the current transaction ends.
    ///
    /// @return how many items it has; empty when the report is not open
    OptionalInt keepOpen(long number, UUID provider) {
        return sql.of("""
                SELECT item_count
                  FROM intake.report
                 WHERE report_number = :number AND provider_id = :provider AND state = 'OPEN'
                   FOR UPDATE
                """)
                .param("number", number)
                .param("provider", provider)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /// An item that was described before.
    ///
    /// @param dropped how much the gate left out of it
    record Known(int place, int dropped) {}

    /// The item that was described under one of these keys.
    Optional<Known> known(ReportNumber number, Collection<UUID> references) {
        return sql.of("""
                SELECT ordinal, dropped_count
                  FROM intake.item
                 WHERE report_number = :number AND reference_key = ANY (:references)
                """)
                .param("number", number.value())
                .param("references", references.toArray(UUID[]::new))
                .query((row, _) -> new Known(row.getInt("ordinal"), row.getInt("dropped_count")))
                .optional();
    }

    /// What is said about one item.
    ///
    /// @param reference the sender's reference, blinded
    /// @param dropped how much the gate left out of it
    record Described(ReportNumber number, int place, UUID reference, SealedText text, int dropped) {}

    /// Keeps what is said about an item; what is said again about the same item takes the place of what was said.
    void putItem(Described item, Instant now) {
        sql.of("""
                INSERT INTO intake.item (report_number, ordinal, reference_key, received_text, dropped_count, received_at)
                VALUES (:number, :ordinal, :reference, :text, :dropped, :now)
                ON CONFLICT (report_number, ordinal) DO UPDATE
                SET received_text = EXCLUDED.received_text,
                    dropped_count = EXCLUDED.dropped_count,
                    received_at = EXCLUDED.received_at
                """)
                .param("number", item.number().value())
                .param("ordinal", item.place())
                .param("reference", item.reference())
                .param("text", item.text().base64())
                .param("dropped", item.dropped())
                .param("now", Instants.column(now))
                .update();
    }

    /// Counts the items of a report and what the gate left out of it, and puts its clock back.
    ///
    /// @param dropped how much more is left out than before
    void changed(ReportNumber number, int items, int dropped, Instant now) {
        sql.of("""
                UPDATE intake.report
                   SET item_count = :items, dropped_count = dropped_count + :dropped, changed_at = :now
                 WHERE report_number = :number
                """)
                .param("number", number.value())
                .param("items", items)
                .param("dropped", dropped)
                .param("now", Instants.column(now))
                .update();
    }
}
