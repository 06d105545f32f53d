// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.BatchAnswer;
import org.harborline.intake.BatchFilings;
import org.harborline.intake.BatchReceipt;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.SentBatch;
import org.harborline.intake.internal.wire.BatchRefused;
import org.harborline.intake.internal.wire.BatchSheet;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.springframework.stereotype.Component;

/// Files batches of reports.
///
/// 1. The whole text is looked through; what is no table of reports is refused and nothing of it filed.
/// 2. The key of the call is claimed, in a transaction of its own. If it stops here, the same batch
///    goes on at 3.
/// 3. Chunk by chunk the rows are judged and sealed, then one transaction files those that can be
///    filed, keeps what became of each row, and lets refused escalations be heard. If it stops between
///    two chunks, the same batch sent again skips the rows that were taken up and goes on.
/// 4. The batch is complete. If its answer is lost, the same batch is answered from what was kept.
@Component
class BatchDesk implements BatchFilings {

    static final int CHUNK = 100;

    private static final Duration KEPT = Duration.ofDays(91);
    /// Each with all of its rows.
    private static final int FORGOTTEN_AT_ONCE = 10;

    private final BatchTable table;
    private final BatchChunks chunks;
    private final Refusals refusals;
    private final Writing writing;

    BatchDesk(BatchTable table, BatchChunks chunks, Refusals refusals, Writing writing) {
        this.table = table;
        this.chunks = chunks;
        this.refusals = refusals;
        this.writing = writing;
    }

    @Override
    public BatchAnswer file(Actor actor, SentBatch sent) {
        UUID provider = OneCallDesk.provider(actor, Permission.REPORT_FILE);
        try {
            BatchSheet sheet = BatchSheet.read(sent.csv());
            BatchTable.Batch batch = claim(provider, sent, sheet);
            if (!batch.contentHash().equals(hash(batch.id(), sent.csv()))) {
                heard(actor, provider, sent, sheet.escalated());
                return new BatchAnswer.OtherBatch(batch.id());
            }
            if (!batch.complete()) {
                goOn(actor, provider, sent, sheet, batch);
            }
            return new BatchAnswer.Taken(receipt(provider, batch.id()).orElseThrow(), batch.complete());
        } catch (BatchRefused refused) {
            heard(actor, provider, sent, refused.escalated());
            return new BatchAnswer.Refused(refused.code(), refused.faults());
        }
    }

    /// A refused batch in which something asks for high priority is heard of all the same.
    private void heard(Actor actor, UUID provider, SentBatch sent, boolean escalated) {
        if (escalated) {
            refusals.refused(actor, provider, sent.senderName(), RefusedEscalation.Reason.NOT_TAKEN);
        }
    }

    private BatchTable.Batch claim(UUID provider, SentBatch sent, BatchSheet sheet) {
        UUID id = Ids.next();
        Instant now = writing.clock().instant();
        var batch = new BatchTable.Batch(id, hash(id, sent.csv()), sheet.rows(), now, false);
        return writing.transactions().write(() -> table.claim(provider, OneCallDesk.hash(sent.key()), batch));
    }

    private void goOn(Actor actor, UUID provider, SentBatch sent, BatchSheet sheet, BatchTable.Batch batch) {
        Set<Integer> done =
                table.rows(batch.id()).stream().map(BatchReceipt.Row::row).collect(Collectors.toSet());
        var sender = new BatchChunks.Sender(actor, provider, sent.senderName(), sent.service());
        Map<String, Integer> references = new HashMap<>();
        sheet.inChunks(CHUNK, rows -> chunks.take(sender, batch.id(), sheet, rows, done, references));
        writing.transactions()
                .run(() -> table.complete(batch.id(), writing.clock().instant()));
    }

    @Override
    public boolean isUrgent(Actor actor, SentBatch sent) {
        OneCallDesk.provider(actor, Permission.FILING_READ);
        try {
            return BatchSheet.read(sent.csv()).escalated();
        } catch (BatchRefused refused) {
            return refused.escalated();
        }
    }

    @Override
    public Optional<BatchReceipt> find(Actor actor, UUID id) {
        return receipt(OneCallDesk.provider(actor, Permission.FILING_READ), id);
    }

    private Optional<BatchReceipt> receipt(UUID provider, UUID id) {
        return table.find(provider, id)
                .map(batch -> new BatchReceipt(
                        batch.id(), batch.receivedAt(), batch.rows(), batch.complete(), table.rows(batch.id())));
    }

    /// Forgets batches that are older than they are promised to be kept.
    void forgetOld() {
        Instant before = writing.clock().instant().minus(KEPT);
        int forgotten;
        do {
            forgotten = table.purge(before, FORGOTTEN_AT_ONCE);
        } while (forgotten == FORGOTTEN_AT_ONCE);
    }

    /// Of the batch's id too, so that equal batches of two senders do not look alike.
    static String hash(UUID id, byte[] csv) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(csv));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
