// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often values were counted over descriptions, each with the part of a person that it stands for.
///
/// @param counts for each field, by value: how many persons have it
/// @param persons for each field, how many values were counted
public record ValueCounts(List<Map<String, Double>> counts, List<Double> persons) implements Frequencies {

    // as if so many persons had been seen with usual values: what few persons show is not yet believed
    private static final double USUAL_PERSONS = 50;

    public ValueCounts {
        counts = counts.stream().map(Map::copyOf).toList();
        persons = List.copyOf(persons);
    }

    static ValueCounts of(List<Person> people, double[] parts) {
        int fields = people.getFirst().values().size();
        var counts = new ArrayList<Map<String, Double>>();
        var persons = new ArrayList<Double>();
        for (int field = 0; field < fields; field++) {
            var count = new HashMap<String, Double>();
            double all = 0;
            for (int i = 0; i < people.size(); i++) {
                for (Value value : people.get(i).of(field)) {
                    count.merge(value.text(), parts[i], Double::sum);
                    all += parts[i];
                }
            }
            counts.add(count);
            persons.add(all);
        }
        return new ValueCounts(counts, persons);
    }

    /// Without the values that fewer persons have, so that nothing of one person stays in what is kept.
    public ValueCounts common(double least) {
        return new ValueCounts(counts.stream().map(of -> common(of, least)).toList(), persons);
    }

    private static Map<String, Double> common(Map<String, Double> counts, double least) {
        var common = new HashMap<>(counts);
        common.values().removeIf(count -> count < least);
        return common;
    }

    @Override
    public double share(int field, Value value, double usual) {
        double counted = persons.get(field);
        double others = Math.max(0, counts.get(field).getOrDefault(value.text(), 0.0) - 1);
        double share = (others + USUAL_PERSONS * usual) / (Math.max(0, counted - 1) + USUAL_PERSONS);
        // rarer than the number of persons can show is not claimed, unless the whole field is that rare
        return Math.max(share, Math.min(usual, 0.5 / Math.max(1, counted)));
    }

    @Override
    public String toString() {
        return "ValueCounts[" + counts.stream().mapToInt(Map::size).sum() + " values]";
    }
}
