// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harborline.linking.internal.likeness.PairDecisions.Decided;
import org.harborline.linking.internal.likeness.Pairs;

/// Compares accepted pairs with the truth.
final class Measure {

    private final List<String> entities;
    private final Map<String, Integer> sizes = new HashMap<>();

    /// @param entities for each record whom it describes
    Measure(List<String> entities) {
        this.entities = entities;
        entities.forEach(entity -> sizes.merge(entity, 1, Integer::sum));
    }

    /// Precision, recall and what is between them; one where there was nothing to find and nothing was found.
    record Figures(double precision, double recall, double f1) {

        static Figures of(double precision, double recall) {
            return new Figures(
                    precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
        }
    }

    long truePairs() {
        return sizes.values().stream().mapToLong(size -> pairs(size)).sum();
    }

    long allPairs() {
        return pairs(entities.size());
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    long right(List<Decided> accepted) {
        return accepted.stream().filter(this::right).count();
    }

    private boolean right(Decided pair) {
        return same(pair.a(), pair.b());
    }

    private boolean same(int a, int b) {
        return entities.get(a).equals(entities.get(b));
    }

    Figures pairwise(List<Decided> accepted) {
        long right = right(accepted);
        return Figures.of(share(right, accepted.size()), share(right, truePairs()));
    }

    /// The mean over records: of those accepted with a record, itself included, how many describe the same
    /// person, and of those who do, how many are accepted with it.
    Figures bCubed(List<Decided> accepted) {
        int[] with = new int[entities.size()];
        int[] right = new int[entities.size()];
        for (Decided pair : accepted) {
            int same = right(pair) ? 1 : 0;
            with[pair.a()]++;
            with[pair.b()]++;
            right[pair.a()] += same;
            right[pair.b()] += same;
        }
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < with.length; i++) {
            precision += (right[i] + 1.0) / (with[i] + 1);
            recall += (right[i] + 1.0) / sizes.getOrDefault(entities.get(i), 1);
        }
        return Figures.of(precision / with.length, recall / with.length);
    }

    double completeness(Pairs blocked) {
        long found = 0;
        for (int pair = 0; pair < blocked.size(); pair++) {
            found += same(blocked.left(pair), blocked.right(pair)) ? 1 : 0;
        }
        return share(found, truePairs());
    }

    double reduction(Pairs blocked) {
        return 1 - blocked.size() / (double) allPairs();
    }

    /// Records that hang together over accepted pairs, the largest such set that describes more than one person;
    /// nought when there is none.
    int largestFalseComponent(List<Decided> accepted) {
        int[] root = new int[entities.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        accepted.forEach(pair -> root[find(root, pair.a())] = find(root, pair.b()));
        var components = new HashMap<Integer, List<String>>();
        for (int i = 0; i < root.length; i++) {
            components.computeIfAbsent(find(root, i), _ -> new ArrayList<>()).add(entities.get(i));
        }
        return components.values().stream()
                .filter(described -> described.stream().distinct().count() > 1)
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static int find(int[] root, int record) {
        int at = record;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }
}
