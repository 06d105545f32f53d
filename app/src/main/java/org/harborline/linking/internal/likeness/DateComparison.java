// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;
import java.util.stream.IntStream;

/// A date: day and month exchanged, one digit wrong, one of its three parts another.
final class DateComparison implements Comparison {

    private static final List<Level> LEVELS =
            List.of(Level.SAME, Level.SWAPPED, Level.ONE_EDIT, Level.CLOSE, Level.PART, Level.LOOSE, Level.DIFFERENT);

    @Override
    public List<Level> levels() {
        return LEVELS;
    }

    @Override
    public Level of(Value a, Value b) {
        if (a.sameAs(b)) {
            return Level.SAME;
        }
        List<String> first = BirthDates.parts(a.text());
        List<String> second = BirthDates.parts(b.text());
        if (first.isEmpty() || second.isEmpty()) {
            return incomplete(a.text(), b.text());
        }
        return byParts(first, second, Distances.edits(a.text(), b.text()));
    }

    private static Level byParts(List<String> first, List<String> second, int edits) {
        boolean year = first.get(0).equals(second.get(0));
        if (year && first.get(1).equals(second.get(2)) && first.get(2).equals(second.get(1))) {
            return Level.SWAPPED;
        }
        if (edits == 1) {
            return Level.ONE_EDIT;
        }
        long equal = IntStream.range(0, 3)
                .filter(part -> first.get(part).equals(second.get(part)))
                .count();
        if (equal == 2) {
            return Level.CLOSE;
        }
        return year || edits == 2 ? Level.LOOSE : Level.DIFFERENT;
    }

    // a year only, or digits that are no date
    private static Level incomplete(String a, String b) {
        if (Distances.edits(a, b) == 1 && Math.min(a.length(), b.length()) > 5) {
            return Level.ONE_EDIT;
        }
        boolean held = Math.min(a.length(), b.length()) >= 4 && (a.startsWith(b) || b.startsWith(a));
        return held ? Level.PART : Level.DIFFERENT;
    }
}
