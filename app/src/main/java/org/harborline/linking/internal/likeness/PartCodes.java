// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// For each possible part of a blocking key and each description a number that stands for what is in the part; the
/// first value of a field counts.
final class PartCodes {

    private static final int NONE = -1;

    private final List<BlockingPart> parts = new ArrayList<>();
    private final List<Integer> fields = new ArrayList<>();
    private final List<Boolean> areas = new ArrayList<>();
    private final List<int[]> codes = new ArrayList<>();
    private final Map<BlockingPart, Integer> numbers = new HashMap<>();

    PartCodes(Fields fields, List<Person> people) {
        for (int field = 0; field < fields.size(); field++) {
            for (BlockingPart.Form form : BlockingPart.forms(fields.kind(field))) {
                var part = new BlockingPart(fields.all().get(field).name(), form);
                numbers.put(part, parts.size());
                parts.add(part);
                this.fields.add(field);
                areas.add(Relation.NEIGHBOURS.shares(fields.kind(field)));
                codes.add(codes(part, field, people));
            }
        }
    }

    private static int[] codes(BlockingPart part, int field, List<Person> people) {
        var known = new HashMap<String, Integer>();
        int[] codes = new int[people.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = people.get(i).of(field).stream()
                    .limit(1)
                    .flatMap(part::of)
                    .findFirst()
                    .map(code -> known.computeIfAbsent(code, _ -> known.size()))
                    .orElse(NONE);
        }
        return codes;
    }

    int size() {
        return parts.size();
    }

    BlockingPart part(int number) {
        return parts.get(number);
    }

    int number(BlockingPart part) {
        return numbers.getOrDefault(part, NONE);
    }

    int field(int number) {
        return fields.get(number);
    }

    /// Whether a part says where somebody lives, no nearer than the town.
    boolean area(int number) {
        return areas.get(number);
    }

    boolean shared(int[] numbers, int a, int b) {
        for (int number : numbers) {
            int[] of = codes.get(number);
            if (of[a] == NONE || of[a] != of[b]) {
                return false;
            }
        }
        return true;
    }

    /// For all persons together, how many others share the composite with them.
    ///
    /// @param weights what part of a person each description is; those of nought are passed over
    double others(int[] numbers, double[] weights) {
        var buckets = new HashMap<Long, double[]>();
        for (int i = 0; i < weights.length; i++) {
            long composite = weights[i] > 0 ? composite(numbers, i) : NONE;
            if (composite != NONE) {
                buckets.computeIfAbsent(composite, _ -> new double[1])[0] += weights[i];
            }
        }
        double others = 0;
        for (double[] bucket : buckets.values()) {
            others += bucket[0] * Math.max(0, bucket[0] - 1);
        }
        return others;
    }

    private long composite(int[] numbers, int person) {
        long composite = 0;
        for (int number : numbers) {
            int code = codes.get(number)[person];
            if (code == NONE) {
                return NONE;
            }
            composite = composite * codes.getFirst().length + code;
        }
        return composite;
    }
}
