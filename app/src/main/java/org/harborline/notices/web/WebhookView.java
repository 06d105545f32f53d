// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.harborline.notices.Endpoint;
import org.harborline.notices.EndpointMessage;
import org.jspecify.annotations.Nullable;

/// A webhook as its company's machines see it. What is not said is left out.
///
/// @param dead how many messages were given up and wait to be sent again
/// @param secret in the answer that made it, and in no other
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        String host,
        Instant setAt,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        long dead,
        @Nullable String secret) {

    static WebhookView of(Endpoint endpoint, long dead, @Nullable String secret) {
        return new WebhookView(
                endpoint.host(),
                endpoint.setAt(),
                endpoint.oldSecretUntil(),
                endpoint.failingSince(),
                endpoint.disabledAt(),
                dead,
                secret);
    }

    @Override
    public String toString() {
        return "WebhookView(" + host + ")";
    }

    /// One message.
    ///
    /// @param id the `webhook-id` of every try
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            UUID id,
            long report,
            String state,
            Instant at,
            String way,
            @Nullable Instant nextAt,
            List<Try> tries) {

        static Message of(EndpointMessage message) {
            return new Message(
                    message.id(),
                    message.report().value(),
                    message.state().code().value(),
                    message.at(),
                    word(message.way()),
                    message.nextAt(),
                    message.attempts().stream().map(Try::of).toList());
        }
    }

    /// One try.
    ///
    /// @param outcome absent when the server stopped before it knew
    /// @param status what the receiver answered; 0 when it did not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Try(@Nullable Instant at, @Nullable String outcome, int status, boolean taken) {

        static Try of(EndpointMessage.Attempt attempt) {
            var outcome = attempt.outcome();
            return new Try(
                    attempt.at(),
                    outcome == null ? null : word(outcome),
                    attempt.status(),
                    attempt.status() / 100 == 2);
        }
    }

    /// A constant as it is written in JSON.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
