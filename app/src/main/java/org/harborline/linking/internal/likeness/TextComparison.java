// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// A few words: spaces that come and go, misspellings, words left out.
final class TextComparison implements Comparison {

    private static final List<Level> LEVELS =
            List.of(Level.SAME, Level.VARIANT, Level.ONE_EDIT, Level.CLOSE, Level.PART, Level.LOOSE, Level.DIFFERENT);

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
        return byLetters(a, b, Math.min(a.joined().length(), b.joined().length()));
    }

    private static Level byLetters(Value a, Value b, int shorter) {
        int edits = Distances.edits(a, b);
        if (edits == 1 && shorter > 1) {
            return Level.ONE_EDIT;
        }
        if (close(edits, shorter)) {
            return Level.CLOSE;
        }
        if (shorter > 3 && (holds(a, b) || holds(b, a))) {
            return Level.PART;
        }
        return Distances.similar(a, b, 0.88) ? Level.LOOSE : Level.DIFFERENT;
    }

    private static boolean close(int edits, int shorter) {
        return (shorter >= 5 && edits == 2) || (shorter >= 9 && edits == 3);
    }

    private static boolean holds(Value whole, Value part) {
        return whole.joined().startsWith(part.joined()) || whole.words().containsAll(part.words());
    }
}
