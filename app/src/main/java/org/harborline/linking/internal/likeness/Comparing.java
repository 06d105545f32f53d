// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;
import java.util.stream.IntStream;

/// Compares two descriptions field by field. Where a field has several values, the two that agree best count.
final class Comparing {

    private final Fields fields;
    private final List<Comparison> comparisons;
    private final List<List<Integer>> exchanged;

    Comparing(Fields fields) {
        this.fields = fields;
        this.comparisons =
                fields.all().stream().map(field -> Comparison.of(field.kind())).toList();
        this.exchanged = IntStream.range(0, fields.size())
                .mapToObj(fields::exchangedWith)
                .toList();
    }

    /// Whether a level can be found for a field.
    boolean finds(int field, Level level) {
        return level == Level.ELSEWHERE
                ? !exchanged.get(field).isEmpty()
                : comparisons.get(field).levels().contains(level);
    }

    /// Writes the level of each field, as its number, into an array from a place on.
    void levels(Person a, Person b, byte[] into, int from) {
        for (int field = 0; field < fields.size(); field++) {
            into[from + field] = (byte) level(field, a, b).place();
        }
    }

    Level level(int field, Person a, Person b) {
        Level best = best(comparisons.get(field), a.of(field), b.of(field));
        boolean says = best.compareTo(Level.SOUND) <= 0;
        return !says && !exchanged.get(field).isEmpty() && elsewhere(field, a, b) ? Level.ELSEWHERE : best;
    }

    private static Level best(Comparison comparison, List<Value> some, List<Value> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Level.MISSING;
        }
        Level best = Level.DIFFERENT;
        for (Value one : some) {
            for (Value other : others) {
                Level level = comparison.of(one, other);
                best = level.compareTo(best) < 0 ? level : best;
            }
        }
        return best;
    }

    private boolean elsewhere(int field, Person a, Person b) {
        for (int other : exchanged.get(field)) {
            if (held(a.of(field), b.of(other)) || held(b.of(field), a.of(other))) {
                return true;
            }
        }
        return false;
    }

    private static boolean held(List<Value> some, List<Value> others) {
        for (Value one : some) {
            for (Value other : others) {
                if (nearlySame(one.joined(), other.joined())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean nearlySame(String a, String b) {
        return a.length() > 1 && (a.equals(b) || (a.length() > 3 && b.length() > 3 && Distances.edits(a, b) == 1));
    }
}
