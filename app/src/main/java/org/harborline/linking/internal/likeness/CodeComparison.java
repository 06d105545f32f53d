// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// A number or a mark: what counts is each digit, and whether neighbours are exchanged.
final class CodeComparison implements Comparison {

    private static final List<Level> LEVELS =
            List.of(Level.SAME, Level.ONE_EDIT, Level.CLOSE, Level.PART, Level.DIFFERENT);

    @Override
    public List<Level> levels() {
        return LEVELS;
    }

    @Override
    public Level of(Value a, Value b) {
        if (a.sameAs(b)) {
            return Level.SAME;
        }
        int shorter = Math.min(a.joined().length(), b.joined().length());
        int edits = Distances.edits(a, b);
        if (edits == 1 && shorter > 1) {
            return Level.ONE_EDIT;
        }
        if (edits == 2 && shorter > 3) {
            return Level.CLOSE;
        }
        return shorter > 1 && (holds(a.joined(), b.joined()) || holds(b.joined(), a.joined()))
                ? Level.PART
                : Level.DIFFERENT;
    }

    private static boolean holds(String whole, String part) {
        return whole.startsWith(part) || whole.endsWith(part);
    }
}
