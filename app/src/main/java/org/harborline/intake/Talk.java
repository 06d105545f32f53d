// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as staff see it.
///
/// @param reports the first and the newest that came through this door, the first one first
/// @param reportsInAll how many came
/// @param closedAt when who reported ended it
/// @param waitingSince when a message came that nobody answered
/// @param messages a page of them, oldest first
/// @param earlier whether there are messages before them
/// @param next the first message after them; absent when there is none
public record Talk(
        DoorEntry entry,
        String language,
        List<ReportNumber> reports,
        long reportsInAll,
        @Nullable Instant closedAt,
        @Nullable Instant waitingSince,
        List<Message> messages,
        boolean earlier,
        @Nullable UUID next) {

    public Talk {
        reports = List.copyOf(reports);
        messages = List.copyOf(messages);
    }

    /// Which page of a conversation: before a message, or from one on. With neither it is the newest one,
    /// unless there is something unread before it.
    public record Place(@Nullable UUID before, @Nullable UUID from) {}

    /// One message.
    ///
    /// @param sentBy opaque holder id of staff; absent for who reported
    /// @param text absent when it may not be shown, or is erased
    public record Message(
            UUID id,
            @Nullable String sentBy,
            boolean danger,
            Instant sentAt,
            @Nullable Instant readAt,
            @Nullable String text) {

        public boolean fromStaff() {
            return sentBy != null;
        }

        @Override
        public String toString() {
            return "Message(" + id + ")";
        }
    }

    /// A conversation that waits for staff.
    public record Waiting(ReportNumber report, DoorEntry entry, String language, Instant since) {}
}
