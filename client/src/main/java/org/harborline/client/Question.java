// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that you are asked about a report of yours.
///
/// @param id names it
/// @param report the number of the report
/// @param kind such as `time` or `account-holder`
/// @param state `open` and `overdue` wait for your answer
/// @param toldAt since when you see it
/// @param dueAt until when an answer is awaited
/// @param agency who wants to know, where it lets itself be named; empty otherwise
/// @param text what you are asked; empty in lists, and when the report was erased
/// @param basis the reference in law; empty without one
/// @param answer what you answered; empty while you have not
/// @param json all that was said, with what this record does not know
public record Question(
        UUID id,
        long report,
        String kind,
        String state,
        Instant toldAt,
        Instant dueAt,
        String agency,
        String text,
        String basis,
        String answer,
        String json) {

    /// Some questions.
    ///
    /// @param next where the rest is; empty on the last page
    record Page(List<Question> questions, String next) {

        /// Reads an answer.
        ///
        /// @return empty when it is no page
        static Optional<Page> read(String json) {
            try {
                Map<String, @Nullable Object> said = Json.object(Json.read(json));
                if (!said.containsKey("questions")) {
                    return Optional.empty();
                }
                return Optional.of(new Page(
                        Json.list(said.get("questions")).stream()
                                .map(one -> of(Json.object(one), ""))
                                .toList(),
                        Json.string(said.get("next"))));
            } catch (IllegalArgumentException | DateTimeParseException noPage) {
                return Optional.empty();
            }
        }
    }

    /// Reads an answer.
    ///
    /// @return empty when it is no question
    static Optional<Question> read(String json) {
        try {
            return Optional.of(of(Json.object(Json.read(json)), json));
        } catch (IllegalArgumentException | DateTimeParseException noQuestion) {
            return Optional.empty();
        }
    }

    private static Question of(Map<String, @Nullable Object> said, String json) {
        return new Question(
                UUID.fromString(Json.string(said.get("id"))),
                Json.number(said.get("report"), 0),
                Json.string(said.get("kind")),
                Json.string(said.get("state")),
                Instant.parse(Json.string(said.get("toldAt"))),
                Instant.parse(Json.string(said.get("dueAt"))),
                Json.string(said.get("agency")),
                Json.string(said.get("text")),
                Json.string(said.get("basis")),
                Json.string(said.get("answer")),
                json);
    }

    /// Shows nothing of what was written.
    @Override
    public String toString() {
        return "Question[id=" + id + ", state=" + state + "]";
    }
}
