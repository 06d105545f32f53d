// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

/// What came of one call.
///
/// @param status what the receiver answered; 0 when it did not
public record WebhookAnswer(Outcome outcome, int status) {

    /// Whether the receiver has the message.
    public boolean isTaken() {
        return outcome == Outcome.ANSWERED && status / 100 == 2;
    }

    String explained() {
        return switch (outcome) {
            case ANSWERED -> "the receiver answered " + status;
            case NOT_LISTED -> "the host is not listed in harborline.outbound.hosts";
            case NOT_SAFE -> "a webhook needs https";
            case NOT_OUTSIDE -> "the address does not lead outside";
            case TOO_SLOW -> "the receiver did not answer in time";
            case UNREACHABLE -> "the receiver cannot be reached";
        };
    }

    /// Kinds of end.
    public enum Outcome {
        ANSWERED,
        TOO_SLOW,
        UNREACHABLE,
        NOT_LISTED,
        NOT_SAFE,
        NOT_OUTSIDE
    }
}
