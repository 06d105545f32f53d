// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.ArrayList;
import java.util.List;

/// A whole name: its words in any order, each compared as a name.
final class FullNameComparison implements Comparison {

    private static final List<Level> LEVELS = List.of(
            Level.SAME,
            Level.SWAPPED,
            Level.VARIANT,
            Level.ONE_EDIT,
            Level.CLOSE,
            Level.PART,
            Level.LOOSE,
            Level.DIFFERENT);

    private final NameComparison names = new NameComparison();

    @Override
    public List<Level> levels() {
        return LEVELS;
    }

    @Override
    public Level of(Value a, Value b) {
        if (a.sameAs(b)) {
            return Level.SAME;
        }
        if (a.joined().equals(b.joined())) {
            return Level.VARIANT;
        }
        int edits = Distances.edits(a, b);
        if (edits == 1) {
            return Level.ONE_EDIT;
        }
        return byWords(a, b, edits == 2);
    }

    private Level byWords(Value a, Value b, boolean close) {
        List<String> few = a.words().size() <= b.words().size() ? a.words() : b.words();
        var left = new ArrayList<>(a.words().size() <= b.words().size() ? b.words() : a.words());
        boolean complete = few.size() == left.size();
        var worst = Level.SAME;
        for (String word : few) {
            Level best = Level.DIFFERENT;
            String taken = "";
            for (String other : left) {
                Level level = names.of(value(word), value(other));
                if (level.compareTo(best) < 0) {
                    best = level;
                    taken = other;
                }
            }
            left.remove(taken);
            worst = best.compareTo(worst) > 0 ? best : worst;
        }
        return together(worst, complete, close, few.size());
    }

    private static Level together(Level worst, boolean complete, boolean close, int words) {
        if (complete && worst.compareTo(Level.ONE_EDIT) <= 0) {
            return worst == Level.SAME ? Level.SWAPPED : Level.VARIANT;
        }
        if (close || (complete && worst == Level.CLOSE)) {
            return Level.CLOSE;
        }
        if (words > 1 && worst.compareTo(Level.PART) <= 0) {
            return Level.PART;
        }
        return worst.compareTo(Level.DIFFERENT) < 0 ? Level.LOOSE : Level.DIFFERENT;
    }

    private static Value value(String word) {
        return Value.of(word);
    }
}
