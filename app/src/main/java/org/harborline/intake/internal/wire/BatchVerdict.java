// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.harborline.intake.BatchColumn;
import org.harborline.intake.BatchReceipt.Fault;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedFiling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a row of a batch is worth, judged as the report in one call that it stands for.
public sealed interface BatchVerdict {

    /// It can be filed.
    record Accepted(AcceptedFiling filing) implements BatchVerdict {}

    /// It cannot.
    ///
    /// @param escalated it asks for high priority: somebody has to hear that it was not taken
    record Faulty(List<Fault> faults, boolean escalated) implements BatchVerdict {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// Judges a row.
    ///
    /// @param escalated whether it asks for high priority, as far as its cells tell
    static BatchVerdict of(
            BatchSheet.Row row, List<BatchColumn> columns, boolean escalated, Function<byte[], AcceptedFiling> judge) {
        if (row.cells().size() != columns.size()) {
            return new Faulty(
                    List.of(new Fault(
                            "",
                            "The row has " + row.cells().size() + " cells and the header " + columns.size()
                                    + ": put text with commas, quotes or line breaks into quotes.")),
                    escalated);
        }
        try {
            AcceptedFiling filing =
                    judge.apply(JsonMapper.shared().writeValueAsBytes(Cells.filing(row.cells(), columns)));
            return filing.reference() == null
                    ? new Faulty(
                            List.of(new Fault(
                                    BatchColumn.REFERENCE.wireName(),
                                    "reference is missing: name the row by a reference of your own")),
                            escalated)
                    : new Accepted(filing);
        } catch (FilingRefused refused) {
            return new Faulty(refused.faults().stream().map(Cells::fault).toList(), escalated || refused.escalated());
        }
    }

    /// Brings the cells of a row to their places.
    final class Cells {

        private static final Set<BatchColumn> MARKS = Set.of(BatchColumn.ITEM_VIEWED, BatchColumn.ITEM_PUBLIC);
        private static final String ITEMS = "items";
        /// Holds exactly one kind of place each time it stands.
        private static final String PLACES = "internetDetails";

        private Cells() {}

        private static ObjectNode filing(List<String> cells, List<BatchColumn> columns) {
            ObjectNode filing = JsonNodeFactory.instance.objectNode();
            filing.putObject("report");
            for (int at = 0; at < columns.size(); at++) {
                String cell = cells.get(at).strip();
                if (!cell.isEmpty()) {
                    put(filing, columns.get(at), cell);
                }
            }
            if (filing.path("report").path("victim") instanceof ObjectNode victim && !victim.has("victimPerson")) {
                victim.putObject("victimPerson");
            }
            return filing;
        }

        private static void put(ObjectNode filing, BatchColumn column, String cell) {
            String[] names = column.place().substring(1).split("/", -1);
            ObjectNode within = filing;
            for (int at = 0; at < names.length - 1; at++) {
                within = step(within, names[at], names[at + 1]);
            }
            String last = names[names.length - 1];
            if (MARKS.contains(column) && (cell.equals("true") || cell.equals("false"))) {
                within.put(last, Boolean.parseBoolean(cell));
            } else {
                within.put(last, cell);
            }
        }

        private static ObjectNode step(ObjectNode within, String name, String next) {
            boolean list = name.equals(ITEMS) || name.equals(PLACES);
            if (!list) {
                return within.get(name) instanceof ObjectNode there ? there : within.putObject(name);
            }
            var all = within.withArray(name);
            for (JsonNode one : all) {
                if (name.equals(ITEMS) || one.has(next)) {
                    return (ObjectNode) one;
                }
            }
            return all.addObject();
        }

        private static Fault fault(org.harborline.intake.FiledAnswer.Fault fault) {
            return new Fault(
                    BatchColumn.at(fault.pointer()).map(BatchColumn::wireName).orElse(""),
                    Objects.requireNonNull(fault.sentence()));
        }
    }
}
