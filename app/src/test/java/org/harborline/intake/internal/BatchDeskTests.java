// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.harborline.intake.BatchAnswer;
import org.harborline.intake.BatchReceipt;
import org.harborline.intake.SentBatch;
import org.harborline.intake.internal.wire.BatchSheet;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Batches that stopped in the middle, and batches at size.
@SpringBootTest
class BatchDeskTests {

    @Autowired
    BatchDesk desk;

    @Autowired
    BatchChunks chunks;

    @Autowired
    BatchTable table;

    @Autowired
    Sql sql;

    @Autowired
    Clock clock;

    private final UUID provider = UUID.randomUUID();
    private final Actor actor = new Actor(
            UUID.randomUUID().toString(),
            ActorKind.PROVIDER,
            Set.of(Permission.REPORT_FILE, Permission.FILING_READ),
            new RecordRef("provider", provider.toString()),
            Purpose.REPORTING_OBLIGATION);

    @Test
    void goesOnWhereACrashLeftIt() {
        byte[] csv = csv(250);
        UUID id = Ids.next();
        // what is there when the process dies after the first chunk
        table.claim(
                provider,
                OneCallDesk.hash("key-1"),
                new BatchTable.Batch(id, BatchDesk.hash(id, csv), 250, clock.instant(), false));
        BatchSheet sheet = BatchSheet.read(csv);
        var sender = new BatchChunks.Sender(actor, provider, "Example Chat", null);
        Map<String, Integer> references = new HashMap<>();
        sheet.inChunks(BatchDesk.CHUNK, rows -> {
            if (rows.getFirst().number() == 1) {
                chunks.take(sender, id, sheet, rows, Set.of(), references);
            }
        });
        BatchReceipt left = desk.find(actor, id).orElseThrow();
        assertThat(left.complete()).isFalse();
        assertThat(left.results()).hasSize(BatchDesk.CHUNK).allMatch(BatchReceipt.Row::filed);

        var taken = (BatchAnswer.Taken) desk.file(actor, new SentBatch("Example Chat", csv, "key-1", null));

        assertThat(taken.receipt().complete()).isTrue();
        assertThat(taken.receipt().results())
                .hasSize(250)
                .startsWith(left.results().toArray(BatchReceipt.Row[]::new))
                .extracting(BatchReceipt.Row::number)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(filed()).isEqualTo(250);
        assertThat(desk.file(actor, new SentBatch("Example Chat", csv, "key-1", null)))
                .isEqualTo(new BatchAnswer.Taken(taken.receipt(), true));
    }

    private byte[] csv(int rows) {
        String when = clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return ("reference,incidentType,incidentDateTime,reporterEmail\n"
                        + IntStream.range(0, rows)
                                .mapToObj(i -> "r" + i + ",Child Sex Trafficking," + when + ",desk@chat.example\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private long filed() {
        return sql.of("SELECT count(*) FROM intake.report WHERE provider_id = :provider")
                .param("provider", provider)
                .query(Long.class)
                .single();
    }

    @Test
    void forgetsBatchesAfterNinetyDaysAndNoEarlier() {
        UUID old = claimed("old", Duration.ofDays(92));
        UUID young = claimed("young", Duration.ofDays(90));

        desk.forgetOld();

        assertThat(desk.find(actor, old)).isEmpty();
        assertThat(desk.find(actor, young)).isPresent();
    }

    private UUID claimed(String key, Duration ago) {
        UUID id = Ids.next();
        table.claim(
                provider,
                OneCallDesk.hash(key),
                new BatchTable.Batch(id, "0".repeat(64), 1, clock.instant().minus(ago), false));
        return id;
    }

    @Test
    void readsItsQuestionsFromIndexes() {
        fill();
        try {
            assertThat(plan(sql.of("EXPLAIN " + BatchTable.FIND)))
                    .contains("batch_pk")
                    .doesNotContain("Seq Scan");
            assertThat(plan(sql.of("EXPLAIN " + BatchTable.ROWS)))
                    .contains("batch_row_pk")
                    .doesNotContain("Seq Scan");
            assertThat(plan(sql.of("EXPLAIN " + BatchTable.PURGE))).contains("batch_oldest");
            assertThat(plan(sql.of("EXPLAIN " + FilingKeyTable.BY_REFERENCES)))
                    .contains("sender_reference_once")
                    .doesNotContain("Seq Scan");
        } finally {
            int batches = sql.of("DELETE FROM intake.batch WHERE provider_id = :mine")
                    .param("mine", provider)
                    .update();
            int references = sql.of("DELETE FROM intake.sender_reference WHERE provider_id = :mine")
                    .param("mine", provider)
                    .update();
            assertThat(batches).isEqualTo(references);
        }
    }

    private void fill() {
        int batches = sql.of("""
                INSERT INTO intake.batch (batch_id, provider_id, key_hash, content_hash, row_count, received_at)
                SELECT gen_random_uuid(), :mine, md5(n::text) || md5('x' || n), repeat('0', 64), 1,
                       now() + n * interval '1 second'
                  FROM generate_series(1, 20000) AS n
                """).param("mine", provider).update();
        int rows = sql.of("""
                INSERT INTO intake.batch_row (batch_id, row_number, report_number, faults)
                SELECT batch_id, 1, 7, '[]' FROM intake.batch WHERE provider_id = :mine
                """).param("mine", provider).update();
        int references = sql.of("""
                INSERT INTO intake.sender_reference (report_number, provider_id, reference_key, key_version, reference)
                SELECT 7000000 + n, :mine, gen_random_uuid(), 1, 'x' FROM generate_series(1, 20000) AS n
                """).param("mine", provider).update();
        assertThat(batches).isEqualTo(rows).isEqualTo(references);
    }

    private String plan(StatementSpec explained) {
        return String.join(
                "\n",
                explained
                        .param("provider", provider)
                        .param("id", UUID.randomUUID())
                        .param("before", Instants.column(clock.instant()))
                        .param("limit", 10)
                        .param("keys", new UUID[] {UUID.randomUUID()})
                        .query(String.class)
                        .list());
    }
}
