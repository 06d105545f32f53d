// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;

/// What a rule made of one stated identifier. The stated value stays what it was; this stands beside it.
///
/// @param canonical for display
/// @param keys strongest first; none when the value is void, unreadable or of a kind that never links
/// @param notes why keys are missing or weaker than usual, as codes
record Normalised(String canonical, List<MatchKey> keys, List<Code> notes) {

    static final Code VOID = Code.of("void-value");
    static final Code UNREADABLE = Code.of("unreadable");
    static final Code CUT = Code.of("not-kept-whole");

    Normalised {
        keys = List.copyOf(keys);
        notes = List.copyOf(notes);
    }

    static Normalised of(String canonical, MatchKey... keys) {
        return new Normalised(canonical, List.of(keys), List.of());
    }

    static Normalised without(String canonical, Code note) {
        return new Normalised(canonical, List.of(), List.of(note));
    }

    /// The same, with no key stronger than the given strength.
    Normalised weakened(Strength limit, Code note) {
        List<Code> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Normalised(canonical, weakened(limit).keys(), more);
    }

    /// The same, with no key stronger than the given strength and without a word why.
    Normalised weakened(Strength limit) {
        return new Normalised(
                canonical, keys.stream().map(key -> key.weakened(limit)).toList(), notes);
    }

    /// The same, with strong keys only.
    Normalised strongOnly() {
        return new Normalised(
                canonical,
                keys.stream().filter(key -> key.strength() == Strength.STRONG).toList(),
                notes);
    }

    @Override
    public String toString() {
        return "Normalised(" + keys.size() + " keys, " + notes + ")";
    }
}
