// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Somebody who holds the sealed keys and knows how often each value is found in another population. In each cell of
/// what
/// the table shows in clear, the most frequent key is taken for the most frequent value, the second for the second, and
/// so on. Keys of one frequency come in the order of the table, which says nothing.
final class RankAttack {

    private final Map<Cell, Map<UUID, Long>> sealed = new HashMap<>();
    private final Map<Cell, Map<Known, Long>> known = new HashMap<>();

    /// @param role whose it is
    /// @param provider who filed; empty when the attacker does not look at it
    record Cell(String rule, String role, String provider) {}

    /// A value with the space in which it is blinded.
    record Known(String space, String value) {

        @Override
        public String toString() {
            return "Known(" + space + ")";
        }
    }

    /// @param reports in how many the key stands
    record Guess(Cell cell, UUID key, Known value, long reports) {}

    void sealed(Cell cell, UUID key) {
        sealed.computeIfAbsent(cell, _ -> new HashMap<>()).merge(key, 1L, Long::sum);
    }

    void known(Cell cell, Known value) {
        known.computeIfAbsent(cell, _ -> new HashMap<>()).merge(value, 1L, Long::sum);
    }

    /// How many keys of a rule there are.
    long values(String rule) {
        return sealed.entrySet().stream()
                .filter(one -> one.getKey().rule().equals(rule))
                .mapToLong(one -> one.getValue().size())
                .sum();
    }

    /// How often keys of a rule were stored.
    long sightings(String rule) {
        return sealed.entrySet().stream()
                .filter(one -> one.getKey().rule().equals(rule))
                .flatMap(one -> one.getValue().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    List<String> rules() {
        return sealed.keySet().stream().map(Cell::rule).distinct().sorted().toList();
    }

    List<Guess> guesses() {
        var guesses = new ArrayList<Guess>();
        sealed.forEach((cell, keys) -> {
            List<UUID> sought = ranked(keys);
            List<Known> values = ranked(known.getOrDefault(cell, Map.of()));
            for (int i = 0; i < Math.min(sought.size(), values.size()); i++) {
                guesses.add(new Guess(cell, sought.get(i), values.get(i), keys.get(sought.get(i))));
            }
        });
        return guesses;
    }

    private static <T> List<T> ranked(Map<T, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<T, Long>>comparingLong(one -> -one.getValue())
                        .thenComparingInt(one -> one.getKey().hashCode()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
