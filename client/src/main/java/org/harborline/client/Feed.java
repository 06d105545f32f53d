// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some of the reports that you filed, in the order of filing.
///
/// @param reports the receipts with the states of now
/// @param cursor how far this goes; keep it, and go on behind it when you come again. Also there when nothing is new
/// @param more whether there is more behind it at once
public record Feed(List<Receipt> reports, String cursor, boolean more) {

    /// Copies the list.
    public Feed {
        reports = List.copyOf(reports);
    }

    /// Reads an answer.
    ///
    /// @return empty when it is no part of a feed
    static Optional<Feed> read(String json) {
        try {
            Map<String, @Nullable Object> said = Json.object(Json.read(json));
            String cursor = Json.string(said.get("cursor"));
            List<?> listed = Json.list(said.get("reports"));
            List<Receipt> reports = listed.stream()
                    .flatMap(one -> Receipt.of(Json.object(one), false, "").stream())
                    .toList();
            // one that cannot be read would be missed for good, because the cursor lies behind it
            return cursor.isEmpty() || reports.size() < listed.size()
                    ? Optional.empty()
                    : Optional.of(new Feed(
                            reports, cursor, !Json.string(said.get("next")).isEmpty()));
        } catch (IllegalArgumentException | DateTimeParseException noFeed) {
            return Optional.empty();
        }
    }
}
