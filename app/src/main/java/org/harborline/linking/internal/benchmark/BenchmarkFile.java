// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// A table of descriptions of persons: `record_id`, `entity_id` (the truth, for measuring alone) and other
/// columns.
///
/// @param columns the names of the others
/// @param rows their values, in the same order
record BenchmarkFile(List<String> columns, List<String> entities, List<List<String>> rows) {

    static final String RECORD = "record_id";
    static final String ENTITY = "entity_id";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.TRIM_SPACES)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    BenchmarkFile {
        columns = List.copyOf(columns);
        entities = List.copyOf(entities);
        rows = List.copyOf(rows);
    }

    static BenchmarkFile read(Path file) {
        List<List<String>> lines = lines(file);
        if (lines.size() < 3) {
            throw new BadBenchmark(
                    file + " has no two records: the first line names the columns, each other is a record.");
        }
        List<String> header = header(lines.getFirst());
        int record = position(header, RECORD, "a name of the record that no other has");
        int entity = position(header, ENTITY, "the person whom the record describes, by which the result is measured");
        var entities = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        var seen = new HashSet<String>();
        for (int line = 1; line < lines.size(); line++) {
            List<String> cells = cells(lines.get(line), header.size(), line);
            if (!seen.add(cells.get(record))) {
                throw new BadBenchmark("Column record_id holds " + cells.get(record) + " twice (record " + line
                        + "); give each record a name of its own.");
            }
            if (cells.get(entity).isBlank()) {
                throw new BadBenchmark("Column entity_id is empty in record " + line
                        + "; say of each record whom it describes, or leave the record out.");
            }
            entities.add(cells.get(entity));
            rows.add(without(cells, record, entity));
        }
        return new BenchmarkFile(without(header, record, entity), entities, rows);
    }

    private static List<List<String>> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadBenchmark("There is no file " + file + "; name a table in CSV, in UTF-8.");
        }
        try (Reader reader = withoutMark(file);
                MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(reader)) {
            var all = new ArrayList<List<String>>();
            while (lines.hasNext()) {
                all.add(List.of(lines.next()));
            }
            return all;
        } catch (IOException | JacksonIOException unreadable) {
            throw new BadBenchmark("The file " + file + " cannot be read; save it as a table in CSV, in UTF-8.");
        } catch (JacksonException wrong) {
            throw new BadBenchmark("The file " + file + " is not a table in CSV: line "
                    + (wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr())
                    + " cannot be read; check its quotation marks.");
        }
    }

    /// Some programs write a mark of the order of bytes before the first cell.
    private static Reader withoutMark(Path file) throws IOException {
        var reader = Files.newBufferedReader(file);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static List<String> header(List<String> first) {
        List<String> header = first.stream().map(String::strip).toList();
        for (String name : header) {
            if (header.indexOf(name) != header.lastIndexOf(name)) {
                throw new BadBenchmark("Column " + name + " is there twice; name each column differently.");
            }
        }
        return header;
    }

    private static int position(List<String> header, String column, String what) {
        int position = header.indexOf(column);
        if (position < 0) {
            throw new BadBenchmark("There is no column " + column + "; add it to the first line: " + what
                    + ". The columns are " + String.join(", ", header) + ".");
        }
        return position;
    }

    // empty cells at the end of a line may be left out
    private static List<String> cells(List<String> line, int columns, int record) {
        if (line.size() > columns) {
            throw new BadBenchmark("Record " + record + " has " + line.size() + " cells for " + columns
                    + " columns; put values with a comma into quotation marks.");
        }
        var cells = new ArrayList<>(line);
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private static List<String> without(List<String> cells, int record, int entity) {
        var others = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            if (i != record && i != entity) {
                others.add(cells.get(i));
            }
        }
        return others;
    }

    /// The values of a column that say something.
    List<String> values(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(value -> !value.isBlank())
                .toList();
    }
}
