// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Frequencies counted over descriptions, each with the part of a person that it stands for.
final class CountedFrequencies implements Frequencies {

    // as if so many persons had been seen with usual values: what few persons show is not yet believed
    private static final double USUAL_PERSONS = 50;

    private final List<Map<String, Double>> counts = new ArrayList<>();
    private final double[] persons;

    CountedFrequencies(List<Person> people, double[] parts) {
        int fields = people.getFirst().values().size();
        persons = new double[fields];
        for (int field = 0; field < fields; field++) {
            var count = new HashMap<String, Double>();
            for (int i = 0; i < people.size(); i++) {
                for (Value value : people.get(i).of(field)) {
                    count.merge(value.text(), parts[i], Double::sum);
                    persons[field] += parts[i];
                }
            }
            counts.add(count);
        }
    }

    @Override
    public double share(int field, Value value, double usual) {
        double others = Math.max(0, counts.get(field).getOrDefault(value.text(), 0.0) - 1);
        double share = (others + USUAL_PERSONS * usual) / (Math.max(0, persons[field] - 1) + USUAL_PERSONS);
        // rarer than the number of persons can show is not claimed, unless the whole field is that rare
        return Math.max(share, Math.min(usual, 0.5 / Math.max(1, persons[field])));
    }
}
