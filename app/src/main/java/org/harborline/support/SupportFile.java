// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request, opened.
///
/// @param called what they want to be called; empty when they said nothing
/// @param address number or mail address; absent when they gave none, and while nothing may go out
/// @param safeTimes when they can speak, in their words
/// @param messages theirs and ours, oldest first; the first is what they asked
/// @param calls oldest first
public record SupportFile(
        SupportRequest request,
        String called,
        @Nullable String address,
        String safeTimes,
        List<Message> messages,
        List<Call> calls) {

    public SupportFile {
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
    }

    /// One message.
    ///
    /// @param byDesk holder id of who wrote it at the desk; absent for theirs
    public record Message(Instant at, @Nullable String byDesk, String text) {

        @Override
        public String toString() {
            return "Message(" + at + ")";
        }
    }

    /// One try to call.
    public record Call(Instant at, String by, CallOutcome outcome) {}

    @Override
    public String toString() {
        return "SupportFile(" + request.id() + ")";
    }
}
