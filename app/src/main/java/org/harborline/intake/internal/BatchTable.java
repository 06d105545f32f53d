// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.BatchReceipt.Fault;
import org.harborline.intake.BatchReceipt.Row;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.WireCode;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Batches that were sent, and what became of their rows.
@Component
class BatchTable {

    static final String FIND = """
            SELECT batch_id, content_hash, row_count, received_at, completed_at
              FROM intake.batch
             WHERE provider_id = :provider
               AND batch_id = :id
            """;

    static final String ROWS = """
            SELECT row_number, report_number, code, faults
              FROM intake.batch_row
             WHERE batch_id = :id
             ORDER BY row_number
            """;

    static final String PURGE = """
            DELETE FROM intake.batch
             WHERE batch_id IN (SELECT batch_id
                                  FROM intake.batch
                                 WHERE received_at < :before
                                 ORDER BY received_at
                                 LIMIT :limit)
            """;

    private final Sql sql;
    private final JsonMapper json;

    BatchTable(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// A batch without its rows.
    ///
    /// @param contentHash of its id and what was sent
    record Batch(UUID id, String contentHash, int rows, Instant receivedAt, boolean complete) {}

    /// Names a batch by the key of its call.
    ///
    /// @return the batch of that key: this one, or the one that it named before
    Batch claim(UUID provider, String keyHash, Batch batch) {
        int _ = sql.of("""
                INSERT INTO intake.batch (batch_id, provider_id, key_hash, content_hash, row_count, received_at)
                VALUES (:id, :provider, :key, :content, :rows, :now)
                ON CONFLICT (provider_id, key_hash) DO NOTHING
                """)
                .param("id", batch.id())
                .param("provider", provider)
                .param("key", keyHash)
                .param("content", batch.contentHash())
                .param("rows", batch.rows())
                .param("now", Instants.column(batch.receivedAt()))
                .update();
        return sql.of("""
                SELECT batch_id, content_hash, row_count, received_at, completed_at
                  FROM intake.batch
                 WHERE provider_id = :provider
                   AND key_hash = :key
                """)
                .param("provider", provider)
                .param("key", keyHash)
                .query((row, _) -> batch(row))
                .single();
    }

    Optional<Batch> find(UUID provider, UUID id) {
        return sql.of(FIND)
                .param("provider", provider)
                .param("id", id)
                .query((row, _) -> batch(row))
                .optional();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("batch_id", UUID.class),
                row.getString("content_hash"),
                row.getInt("row_count"),
                Instants.read(row, "received_at"),
                row.getObject("completed_at") != null);
    }

    /// What became of the rows so far.
    List<Row> rows(UUID id) {
        return sql.of(ROWS).param("id", id).query((row, _) -> row(row)).list();
    }

    private Row row(ResultSet row) throws SQLException {
        Long number = row.getObject("report_number", Long.class);
        String code = row.getString("code");
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : json.readTree(row.getString("faults"))) {
            faults.add(new Fault(
                    fault.path("column").asString(""), fault.path("sentence").asString("")));
        }
        return new Row(
                row.getInt("row_number"),
                number == null ? null : new ReportNumber(number),
                code == null ? null : WireCode.valueOf(code),
                faults);
    }

    /// Keeps what became of rows, with one statement; of two calls with the same batch the first is
    /// kept.
    void insert(UUID id, List<Row> rows) {
        int _ = sql.of("""
                INSERT INTO intake.batch_row (batch_id, row_number, report_number, code, faults)
                SELECT :id, result.row_number, result.report_number, result.code, result.faults
                  FROM unnest(:rows::integer[], :numbers::bigint[], :codes::text[], :faults::jsonb[])
                       AS result (row_number, report_number, code, faults)
                 ORDER BY result.row_number
                ON CONFLICT (batch_id, row_number) DO NOTHING
                """)
                .param("id", id)
                .param("rows", rows.stream().map(Row::row).toArray(Integer[]::new))
                .param("numbers", rows.stream().map(BatchTable::number).toArray(Long[]::new))
                .param("codes", rows.stream().map(BatchTable::code).toArray(String[]::new))
                .param("faults", rows.stream().map(this::faults).toArray(String[]::new))
                .update();
    }

    private static @Nullable Long number(Row row) {
        ReportNumber number = row.number();
        return number == null ? null : number.value();
    }

    private static @Nullable String code(Row row) {
        WireCode code = row.code();
        return code == null ? null : code.name();
    }

    private String faults(Row row) {
        return json.writeValueAsString(row.faults().stream()
                .map(fault -> Map.of("column", fault.column(), "sentence", fault.sentence()))
                .toList());
    }

    void complete(UUID id, Instant now) {
        int _ = sql.of("UPDATE intake.batch SET completed_at = :now WHERE batch_id = :id AND completed_at IS NULL")
                .param("id", id)
                .param("now", Instants.column(now))
                .update();
    }

    /// Forgets batches with their rows, at most so many.
    int purge(Instant before, int limit) {
        return sql.of(PURGE)
                .param("before", Instants.column(before))
                .param("limit", limit)
                .update();
    }
}
