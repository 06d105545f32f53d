// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.BatchColumn;
import org.harborline.intake.FiledAnswer.Fault;
import org.harborline.intake.WireCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// A batch of reports as a table: a header row of known columns, then a row for each report. It is
/// looked through once as a whole, so that nothing is filed of a text that cannot be read to its end,
/// and then read row by row.
public final class BatchSheet {

    public static final int MOST_ROWS = 10_000;

    private static final int SHOWN = 60;
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .build();
    private static final NearestName NEAREST = new NearestName(
            Stream.of(BatchColumn.values()).map(BatchColumn::wireName).collect(Collectors.toSet()));

    private final String text;
    private final List<BatchColumn> columns;
    private int rows;
    private boolean escalated;

    private BatchSheet(String text, List<BatchColumn> columns) {
        this.text = text;
        this.columns = columns;
    }

    /// One report, not yet judged.
    ///
    /// @param number from 1, the header not counted
    public record Row(int number, List<String> cells) {

        @Override
        public String toString() {
            return "Row(" + number + ")";
        }
    }

    /// Looks a batch through.
    ///
    /// @throws BatchRefused when it is no table of known columns in UTF-8, or too long
    public static BatchSheet read(byte[] csv) {
        try {
            String text = decoded(csv);
            List<String> header = header(text);
            List<BatchColumn> columns = columns(header, text);
            var sheet = new BatchSheet(text, columns);
            sheet.lookThrough();
            return sheet;
        } catch (CharacterCodingException _) {
            throw form(csv, "The body is not UTF-8.");
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw form(
                    csv,
                    "The body is no table of comma-separated values"
                            + (at == null ? "." : ": look at line " + at.getLineNr() + ", where quotes do not match."));
        }
    }

    private static BatchRefused form(byte[] csv, String sentence) {
        return new BatchRefused(
                WireCode.INVALID_REQUEST, List.of(new Fault("", sentence)), Escalations.looksEscalated(csv));
    }

    private static String decoded(byte[] csv) throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static MappingIterator<List<String>> lines(String text) {
        return CSV.readerForListOf(String.class).readValues(text);
    }

    private static List<String> header(String text) {
        try (MappingIterator<List<String>> lines = lines(text)) {
            return lines.hasNextValue()
                    ? lines.nextValue().stream().map(String::strip).toList()
                    : List.of();
        }
    }

    private static void skipHeader(MappingIterator<List<String>> lines) {
        if (lines.hasNextValue()) {
            lines.nextValue();
        }
    }

    private static List<BatchColumn> columns(List<String> header, String text) {
        List<Fault> faults = new ArrayList<>();
        List<BatchColumn> columns = new ArrayList<>();
        Set<BatchColumn> seen = EnumSet.noneOf(BatchColumn.class);
        for (String name : header.subList(0, Math.min(header.size(), BatchColumn.values().length + 1))) {
            Optional<BatchColumn> column = BatchColumn.named(name);
            if (column.isEmpty()) {
                faults.add(unknown(name));
            } else if (seen.add(column.get())) {
                columns.add(column.get());
            } else {
                faults.add(new Fault("/columns/" + name, name + " is a column twice"));
            }
        }
        if (!seen.contains(BatchColumn.REFERENCE)) {
            faults.add(new Fault(
                    "/columns/" + BatchColumn.REFERENCE.wireName(),
                    "reference is missing: name each row by a reference of your own"));
        }
        if (!faults.isEmpty()) {
            throw new BatchRefused(WireCode.VALIDATION_FAILED, faults, asksForPriority(header, text));
        }
        return columns;
    }

    private static Fault unknown(String name) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) : name;
        return new Fault(
                "/columns/" + shown.replace("~", "~0").replace("/", "~1"),
                shown + " is no column of a batch"
                        + NEAREST.to(name)
                                .map(meant -> "; did you mean " + meant + "?")
                                .orElse("; /api lists them, and they are separated by commas"));
    }

    /// Whether a cell is filled below a name that may be meant so.
    private static boolean asksForPriority(List<String> header, String text) {
        boolean asks = false;
        try (MappingIterator<List<String>> lines = lines(text)) {
            skipHeader(lines);
            while (!asks && lines.hasNextValue()) {
                List<String> cells = lines.nextValue();
                for (int at = 0; at < Math.min(cells.size(), header.size()); at++) {
                    asks |= Escalations.isLike(header.get(at)) && !cells.get(at).isBlank();
                }
            }
        }
        return asks;
    }

    private void lookThrough() {
        eachRow(row -> {
            rows = row.number();
            escalated |= asksForPriority(row);
        });
        if (rows == 0 || rows > MOST_ROWS) {
            throw new BatchRefused(
                    WireCode.VALIDATION_FAILED,
                    List.of(new Fault("/rows", "A batch has 1 to " + MOST_ROWS + " rows below its header.")),
                    escalated);
        }
    }

    /// Whether a row asks for high priority. Where cells have slipped, anything from that column on may.
    private boolean asksForPriority(Row row) {
        int at = columns.indexOf(BatchColumn.ESCALATION);
        List<String> cells = row.cells();
        if (at < 0 || at >= cells.size()) {
            return false;
        }
        int end = cells.size() == columns.size() ? at + 1 : cells.size();
        return cells.subList(at, end).stream().anyMatch(cell -> !cell.isBlank());
    }

    public int rows() {
        return rows;
    }

    /// Whether some row asks for high priority.
    public boolean escalated() {
        return escalated;
    }

    /// Hands over the rows in their order, so many at a time.
    public void inChunks(int size, Consumer<List<Row>> work) {
        List<Row> chunk = new ArrayList<>(size);
        eachRow(row -> {
            chunk.add(row);
            if (chunk.size() == size) {
                work.accept(List.copyOf(chunk));
                chunk.clear();
            }
        });
        if (!chunk.isEmpty()) {
            work.accept(List.copyOf(chunk));
        }
    }

    private void eachRow(Consumer<Row> work) {
        try (MappingIterator<List<String>> lines = lines(text)) {
            skipHeader(lines);
            for (int number = 1; lines.hasNextValue(); number++) {
                work.accept(new Row(number, List.copyOf(lines.nextValue())));
            }
        }
    }

    /// Judges one row as a report in one call.
    ///
    /// @param number of the report that is about to be filed
    public BatchVerdict judge(Row row, long number, ReportDocuments documents) {
        return BatchVerdict.of(row, columns, asksForPriority(row), json -> documents.acceptFiling(json, number));
    }
}
