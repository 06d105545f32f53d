// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;

/// A given name or a surname: short names, initials, misspellings, several words.
final class NameComparison implements Comparison {

    private static final List<Level> LEVELS = List.of(
            Level.SAME,
            Level.VARIANT,
            Level.ONE_EDIT,
            Level.CLOSE,
            Level.PART,
            Level.SOUND,
            Level.LOOSE,
            Level.DIFFERENT);

    @Override
    public List<Level> levels() {
        return LEVELS;
    }

    @Override
    public Level of(Value a, Value b) {
        if (a.sameAs(b)) {
            return Level.SAME;
        }
        if (a.joined().equals(b.joined()) || ShortNames.alike(a.joined(), b.joined())) {
            return Level.VARIANT;
        }
        return byLetters(a, b, Math.min(a.joined().length(), b.joined().length()));
    }

    private static Level byLetters(Value a, Value b, int shorter) {
        int edits = Distances.edits(a, b);
        if (edits == 1 && shorter > 2) {
            return Level.ONE_EDIT;
        }
        if (edits == 2 && shorter > 4) {
            return Level.CLOSE;
        }
        if (partly(a, b)) {
            return Level.PART;
        }
        if (shorter > 2 && soundAlike(a, b)) {
            return Level.SOUND;
        }
        return Distances.similar(a, b, 0.85) ? Level.LOOSE : Level.DIFFERENT;
    }

    private static boolean soundAlike(Value a, Value b) {
        return !a.sounds().isEmpty() && a.sounds().equals(b.sounds());
    }

    // two letters begin too many names; one is an initial
    private static boolean partly(Value a, Value b) {
        boolean first = a.joined().length() <= b.joined().length();
        Value shorter = first ? a : b;
        Value longer = first ? b : a;
        int letters = shorter.joined().length();
        return letters != 2
                && (longer.joined().startsWith(shorter.joined())
                        || (letters > 2 && longer.words().contains(shorter.joined())));
    }
}
