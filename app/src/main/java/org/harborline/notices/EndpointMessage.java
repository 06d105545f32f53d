// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.outbound.WebhookAnswer;
import org.jspecify.annotations.Nullable;

/// One change of state on its way to a sender's endpoint.
///
/// @param id the `webhook-id` of every try
/// @param at from when the state is told
/// @param nextAt when it is tried next; absent when it is not
/// @param attempts newest first
public record EndpointMessage(
        UUID id,
        ReportNumber report,
        OutwardState state,
        Instant at,
        Way way,
        @Nullable Instant nextAt,
        List<Attempt> attempts) {

    public EndpointMessage {
        attempts = List.copyOf(attempts);
    }

    /// Whether it can be sent again.
    public boolean isReplayable() {
        return way == Way.DELIVERED || way == Way.DEAD;
    }

    /// Where it is.
    public enum Way {
        WAITING,
        DELIVERED,
        /// Given up; kept to be sent again.
        DEAD,
        /// Its endpoint was taken away before.
        CANCELLED
    }

    /// One try.
    ///
    /// @param outcome absent when the server stopped before it knew
    /// @param status what the receiver answered; 0 when it did not
    public record Attempt(Instant at, WebhookAnswer.@Nullable Outcome outcome, int status) {}
}
