// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pairs of descriptions by their positions, each once, the smaller position first.
public final class Pairs {

    /// A key that so many share tells nothing; each of its pairs has to meet by another key.
    private static final int LARGEST_BUCKET = 1_000;

    private final long[] pairs;

    private Pairs(long[] pairs) {
        this.pairs = pairs;
    }

    /// Those who share one of the keys.
    public static Pairs sharing(Collection<BlockingKey> keys, List<Person> people, Fields fields) {
        var found = new Collected();
        for (BlockingKey key : keys) {
            Map<String, List<Integer>> buckets = new HashMap<>();
            for (int i = 0; i < people.size(); i++) {
                for (String code : key.of(people.get(i), fields)) {
                    buckets.computeIfAbsent(code, _ -> new ArrayList<>(2)).add(i);
                }
            }
            buckets.values().forEach(found::allOf);
        }
        return new Pairs(found.distinct());
    }

    static Pairs of(long[] pairs) {
        return new Pairs(pairs);
    }

    static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    public int size() {
        return pairs.length;
    }

    public int left(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    public int right(int pair) {
        return (int) pairs[pair];
    }

    private static final class Collected {

        private long[] found = new long[1024];
        private int size;

        void allOf(List<Integer> bucket) {
            if (bucket.size() > LARGEST_BUCKET) {
                return;
            }
            for (int i = 0; i < bucket.size(); i++) {
                for (int j = i + 1; j < bucket.size(); j++) {
                    add(pair(bucket.get(i), bucket.get(j)));
                }
            }
        }

        private void add(long pair) {
            if (size == found.length) {
                // the same pairs come by many keys
                found = distinct();
                size = found.length;
                found = Arrays.copyOf(found, Math.max(1024, size * 2));
            }
            found[size++] = pair;
        }

        long[] distinct() {
            Arrays.sort(found, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[kept++] = found[i];
                }
            }
            size = kept;
            return Arrays.copyOf(found, kept);
        }
    }
}
