// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harborline.linking.internal.likeness.Field;
import org.harborline.linking.internal.likeness.Fields;
import org.harborline.linking.internal.likeness.Kind;
import org.harborline.linking.internal.likeness.Person;

/// Which columns of a table are compared, and as what.
///
/// @param positions of the fields among the columns
/// @param leftOut columns that are not compared, with the reason
record BenchmarkFields(Fields fields, List<Integer> positions, Map<String, String> leftOut) {

    BenchmarkFields {
        positions = List.copyOf(positions);
    }

    /// @param given kinds that the caller names, by column
    static BenchmarkFields of(BenchmarkFile file, Map<String, Kind> given) {
        for (String column : given.keySet()) {
            if (column.equals(BenchmarkFile.RECORD) || column.equals(BenchmarkFile.ENTITY)) {
                throw new BadBenchmark("Column " + column + " says which record it is or whom it describes, and is not"
                        + " compared; leave it out of --kinds.");
            }
            if (!file.columns().contains(column)) {
                throw new BadBenchmark("There is no column " + column + ", which --kinds names; the columns are "
                        + String.join(", ", file.columns()) + ".");
            }
        }
        var fields = new ArrayList<Field>();
        var positions = new ArrayList<Integer>();
        var leftOut = new LinkedHashMap<String, String>();
        for (int column = 0; column < file.columns().size(); column++) {
            String name = file.columns().get(column);
            List<String> values = file.values(column);
            Kind kind = given.containsKey(name) ? given.get(name) : KindGuess.of(name, values);
            String reason = given.containsKey(name) ? "" : reason(kind, values);
            if (reason.isEmpty()) {
                fields.add(new Field(name, kind));
                positions.add(column);
            } else {
                leftOut.put(name, reason);
            }
        }
        if (fields.size() < 2) {
            throw new BadBenchmark("Only " + fields.size() + " of the columns " + String.join(", ", file.columns())
                    + " can be compared; at least two are needed. Name more with --kinds COLUMN=KIND.");
        }
        return new BenchmarkFields(new Fields(fields), positions, leftOut);
    }

    // what tells nothing about two records
    private static String reason(Kind kind, List<String> values) {
        long different = values.stream().distinct().count();
        if (different == 0) {
            return "empty";
        }
        if (different == 1) {
            return "the same everywhere";
        }
        boolean mark = kind == Kind.CODE || kind == Kind.NUMBER || kind == Kind.TEXT;
        return mark && different == values.size() ? "different everywhere" : "";
    }

    List<Person> people(BenchmarkFile file) {
        return file.rows().stream()
                .map(row -> fields.read(
                        positions.stream().map(row::get).map(List::of).toList()))
                .toList();
    }
}
