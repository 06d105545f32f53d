// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// A name of an account or a mailbox: the same with another platform, one letter off, another number at its end.
final class HandleComparison implements Comparison {

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
        return byNames(name(a.text()), name(b.text()), Distances.edits(a.text(), b.text()));
    }

    private static Level byNames(String first, String second, int edits) {
        if (first.equals(second) && first.length() > 3) {
            return Level.VARIANT;
        }
        if (edits == 1) {
            return Level.ONE_EDIT;
        }
        if (edits == 2 || (Distances.edits(first, second) == 1 && first.length() > 4)) {
            return Level.CLOSE;
        }
        String word = withoutNumber(first);
        if (word.length() > 4 && word.equals(withoutNumber(second))) {
            return Level.PART;
        }
        return Distances.similar(first, second, 0.92) ? Level.LOOSE : Level.DIFFERENT;
    }

    static String name(String address) {
        int at = address.indexOf('@');
        return at > 0 ? address.substring(0, at) : address;
    }

    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }
}
