// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the clearinghouse says of a report that it has filed.
///
/// @param number names the report for ever
/// @param state such as `received`, `read` or `made-available`
/// @param filedAt when it was filed
/// @param preservedUntil until when what you keep is to be preserved
/// @param legalEffect what the receipt means in law
/// @param items how many items it describes
/// @param leftOut how many values of kinds that are never kept were left out
/// @param relation the earlier report that it supplements or corrects; absent for most
/// @param repeated whether an earlier try had filed it, whose answer was lost
/// @param json the whole answer, with what this record does not know; empty in lists
public record Receipt(
        long number,
        String state,
        Instant filedAt,
        Instant preservedUntil,
        String legalEffect,
        int items,
        int leftOut,
        @Nullable Relation relation,
        boolean repeated,
        String json) {

    /// What one report is to an earlier one.
    ///
    /// @param kind `supplement` or `correction`
    /// @param of the number of the earlier report
    public record Relation(String kind, long of) {}

    /// Reads an answer.
    ///
    /// @return empty when it is no receipt
    static Optional<Receipt> read(String json, boolean repeated) {
        try {
            return of(Json.object(Json.read(json)), repeated, json);
        } catch (IllegalArgumentException | DateTimeParseException noReceipt) {
            return Optional.empty();
        }
    }

    /// Reads what was said of one report.
    ///
    /// @return empty when it has no number
    /// @throws IllegalArgumentException when it is no receipt otherwise
    /// @throws DateTimeParseException like the one above
    static Optional<Receipt> of(Map<String, @Nullable Object> said, boolean repeated, String json) {
        long number = Json.number(said.get("number"), 0);
        Map<String, @Nullable Object> relation = Json.object(said.get("relation"));
        return number < 1
                ? Optional.empty()
                : Optional.of(new Receipt(
                        number,
                        Json.string(said.get("state")),
                        Instant.parse(Json.string(said.get("filedAt"))),
                        Instant.parse(Json.string(said.get("preservedUntil"))),
                        Json.string(said.get("legalEffect")),
                        (int) Json.number(said.get("items"), 0),
                        (int) Json.number(said.get("leftOut"), 0),
                        relation.isEmpty()
                                ? null
                                : new Relation(Json.string(relation.get("kind")), Json.number(relation.get("of"), 0)),
                        repeated,
                        json));
    }
}
