// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.BatchColumn;
import org.harborline.intake.BatchReceipt.Fault;
import org.harborline.intake.BatchReceipt.Row;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.WireCode;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.internal.wire.BatchSheet;
import org.harborline.intake.internal.wire.BatchVerdict;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedFiling;
import org.harborline.platform.Actor;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes up some rows of a batch. A row whose reference names a report already is that report when it
/// says the same, whichever call filed it, and is refused when it does not.
@Component
class BatchChunks {

    private final ReportDocuments documents;
    private final FiledRecords records;
    private final BatchTable table;
    private final Refusals refusals;
    private final Writing writing;
    private final SchemeDesk schemes;

    BatchChunks(
            ReportDocuments documents,
            FiledRecords records,
            BatchTable table,
            Refusals refusals,
            Writing writing,
            SchemeDesk schemes) {
        this.documents = documents;
        this.records = records;
        this.table = table;
        this.refusals = refusals;
        this.writing = writing;
        this.schemes = schemes;
    }

    /// Who sends, under which name, for which service.
    record Sender(
            Actor actor,
            UUID provider,
            String name,
            @Nullable ServiceId service) {}

    /// What is known of the rows of a chunk.
    private static final class Chunk {

        private final Sender sender;
        private final Instant now;
        private final Instant preservedUntil;
        private final Set<Integer> done;
        private final Map<Integer, FiledRecords.Ready> ready = new HashMap<>();
        private final List<Row> results = new ArrayList<>();
        private boolean unheard;

        private Chunk(Sender sender, Instant now, Instant preservedUntil, Set<Integer> done) {
            this.sender = sender;
            this.now = now;
            this.preservedUntil = preservedUntil;
            this.done = done;
        }

        /// A row that was taken up before stays as it is.
        private void refuse(Row row, boolean escalated) {
            if (!done.contains(row.row())) {
                results.add(row);
                unheard |= escalated;
            }
        }
    }

    /// Takes up rows.
    ///
    /// @param done rows that were taken up before
    /// @param references of the rows so far, with the first row of each
    void take(
            Sender sender,
            UUID batch,
            BatchSheet sheet,
            List<BatchSheet.Row> rows,
            Set<Integer> done,
            Map<String, Integer> references) {
        Instant now = writing.clock().instant();
        var chunk = new Chunk(sender, now, schemes.now().preservedFrom(now), done);
        for (BatchSheet.Row row : rows) {
            ReportNumber number = writing.numbers().next();
            switch (sheet.judge(row, number.value(), documents)) {
                case BatchVerdict.Accepted(AcceptedFiling filing) ->
                    accept(chunk, row.number(), number, filing, references);
                case BatchVerdict.Faulty(List<Fault> faults, boolean escalated) ->
                    chunk.refuse(new Row(row.number(), null, WireCode.VALIDATION_FAILED, faults), escalated);
            }
        }
        settleKnown(chunk);
        writing.transactions().run(() -> store(batch, chunk));
    }

    private void accept(
            Chunk chunk, int row, ReportNumber number, AcceptedFiling accepted, Map<String, Integer> references) {
        Integer first = references.putIfAbsent(Objects.requireNonNull(accepted.reference()), row);
        boolean escalated = accepted.report().escalated();
        if (first != null) {
            Fault twice = new Fault(BatchColumn.REFERENCE.wireName(), "reference names row " + first + " too");
            chunk.refuse(new Row(row, null, WireCode.VALIDATION_FAILED, List.of(twice)), escalated);
        } else if (!chunk.done.contains(row)) {
            Sender sender = chunk.sender;
            var filing = new FiledTable.Filing(
                    number,
                    sender.provider(),
                    sender.name(),
                    accepted,
                    escalated ? Requests.current() : null,
                    chunk.now,
                    chunk.preservedUntil,
                    sender.service());
            chunk.ready.put(row, new FiledRecords.Ready(filing, records.seal(sender.actor(), filing)));
        }
    }

    /// Rows whose references name reports already are compared with those, and file nothing.
    private void settleKnown(Chunk chunk) {
        Map<String, ReportNumber> known = records.byReferences(
                chunk.sender.provider(),
                chunk.ready.values().stream().map(FiledRecords.Ready::reference).toList());
        Map<ReportNumber, AcceptedFiling> later = new HashMap<>();
        chunk.ready.values().forEach(one -> {
            ReportNumber earlier = known.get(one.reference());
            if (earlier != null) {
                later.put(earlier, one.filing().accepted());
            }
        });
        Map<ReportNumber, List<String>> differences = records.differences(later);
        for (var each : Map.copyOf(chunk.ready).entrySet()) {
            ReportNumber earlier = known.get(each.getValue().reference());
            if (earlier != null) {
                chunk.ready.remove(each.getKey());
                settle(chunk, each.getKey(), each.getValue(), earlier, differences.get(earlier));
            }
        }
    }

    private static void settle(
            Chunk chunk, int row, FiledRecords.Ready one, ReportNumber earlier, @Nullable List<String> differences) {
        if (differences != null && differences.isEmpty()) {
            chunk.results.add(new Row(row, earlier, null, List.of()));
            return;
        }
        List<Fault> faults = differences == null
                ? List.of(new Fault(BatchColumn.REFERENCE.wireName(), "reference names an earlier report"))
                : differences.stream()
                        .map(pointer -> new Fault(
                                BatchColumn.at(pointer)
                                        .map(BatchColumn::wireName)
                                        .orElse(""),
                                "differs from the report that was filed under this reference"))
                        .distinct()
                        .toList();
        chunk.refuse(
                new Row(row, earlier, WireCode.ALREADY_FINISHED, faults),
                one.filing().accepted().report().escalated());
    }

    private void store(UUID batch, Chunk chunk) {
        Sender sender = chunk.sender;
        List<FiledRecords.Ready> fresh = records.store(sender.provider(), List.copyOf(chunk.ready.values()), chunk.now);
        writing.journal()
                .recordAll(sender.actor(), fresh.stream().map(BatchChunks::fact).toList());
        Map<Integer, FiledRecords.Ready> left = new HashMap<>(chunk.ready);
        left.values().removeAll(fresh);
        chunk.ready.forEach((row, one) -> {
            if (!left.containsKey(row)) {
                chunk.results.add(new Row(row, one.filing().number(), null, List.of()));
            }
        });
        if (!left.isEmpty()) {
            // somebody else filed under the same references in this moment
            chunk.ready.clear();
            chunk.ready.putAll(left);
            settleKnown(chunk);
        }
        table.insert(batch, chunk.results);
        if (chunk.unheard) {
            refusals.refused(sender.actor(), sender.provider(), sender.name(), RefusedEscalation.Reason.INVALID);
        }
    }

    private static ReportFiled fact(FiledRecords.Ready one) {
        FiledTable.Filing filing = one.filing();
        var report = filing.accepted().report();
        return new ReportFiled(
                        filing.number(),
                        filing.provider(),
                        report.incidentType(),
                        report.escalated(),
                        report.batched(),
                        filing.now())
                .of(filing.service(), report.completeness());
    }
}
