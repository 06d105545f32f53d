// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A suggestion with the values that were compared, side by side.
///
/// @param revealed whether values are shown as they were stated, or masked
/// @param rejection absent unless it is in force
public record SuggestionSheet(
        Suggestion suggestion,
        List<Row> rows,
        boolean revealed,
        @Nullable Rejection rejection) {

    public SuggestionSheet {
        rows = List.copyOf(rows);
    }

    /// One field.
    ///
    /// @param newer what the newer report states, in its order
    public record Row(Suggestion.Part part, List<String> newer, List<String> older) {

        public Row {
            newer = List.copyOf(newer);
            older = List.copyOf(older);
        }

        @Override
        public String toString() {
            return "Row[" + part + "]";
        }
    }

    /// A person's word that two reports are not of one person.
    ///
    /// @param by the name of who said so
    public record Rejection(UUID id, String by, Instant at) {}
}
