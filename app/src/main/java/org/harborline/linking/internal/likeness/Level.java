// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

/// How far two values of a field agree, the best first. Each kind uses some of them.
public enum Level {
    SAME(0.80),
    /// Its parts changed places: day and month, two names.
    SWAPPED(0.02),
    /// Another way to write the same: a short name, words written together.
    VARIANT(0.04),
    ONE_EDIT(0.10),
    CLOSE(0.04),
    /// The one holds the other, or an initial of it.
    PART(0.02),
    SOUND(0.02),
    LOOSE(0.02),
    /// It stands in another field of the same group.
    ELSEWHERE(0.02),
    DIFFERENT(0.06),
    /// One of the two does not say; this counts neither for nor against.
    MISSING(0);

    private final double usual;

    Level(double usual) {
        this.usual = usual;
    }

    /// How often it is found with one person, before anything is learnt.
    double usual() {
        return usual;
    }

    /// Where it stands in arrays of one run; never stored.
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
