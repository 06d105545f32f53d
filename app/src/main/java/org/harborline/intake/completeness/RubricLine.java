// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.harborline.intake.IncidentType;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// One line of the rubric: something that a sender can state, and what it adds.
///
/// @param bit its place in a set of lines; permanent, in all versions
/// @param after the line that makes this one possible; absent for most
/// @param batched whether it applies to batched reports too, which may hold very little
/// @param types the incident types that it applies to
/// @param fields elements below `report`, any of which satisfies it when it says something, the most
/// direct first; an attribute begins with @
/// @param adds what it adds and for whom, by language
public record RubricLine(
        Code id,
        int bit,
        RubricPart part,
        int weight,
        @Nullable Code after,
        boolean batched,
        Set<IncidentType> types,
        List<String> fields,
        Map<String, String> adds) {

    public RubricLine {
        if (bit < 0 || bit >= Long.SIZE - 1 || weight < 1 || fields.isEmpty() || types.isEmpty()) {
            throw new IllegalArgumentException("line " + id + " of the rubric says nothing");
        }
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
        adds = Map.copyOf(adds);
    }

    /// The field that carries it most directly.
    public String field() {
        return fields.getFirst();
    }

    /// What it adds and for whom.
    public String adds(Locale language) {
        return adds.getOrDefault(
                language.getLanguage(), Objects.requireNonNull(adds.get(Locale.ENGLISH.getLanguage())));
    }

    /// Whether it is in a set of lines.
    public boolean in(long lines) {
        return (lines & set()) != 0;
    }

    /// The set of it alone.
    public long set() {
        return 1L << bit;
    }
}
