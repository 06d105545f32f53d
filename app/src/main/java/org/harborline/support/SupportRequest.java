// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request as the desk lists it, without a word of what was said.
///
/// @param language in which it was asked, as a tag
/// @param household somebody they live with could notice, or they are not sure: nothing goes out
/// @param dueAt by when somebody owes them an answer; absent when nothing is owed
/// @param takenBy holder id of whoever stands by them
/// @param outcome why it was closed
/// @param calls how many calls were tried
/// @param doorClosed they closed the door behind them and cannot come back with their words
public record SupportRequest(
        SupportRequestId id,
        SupportState state,
        SupportTopic topic,
        String language,
        ContactWay way,
        boolean household,
        Instant askedAt,
        @Nullable Instant dueAt,
        @Nullable String takenBy,
        @Nullable ClosingReason outcome,
        int calls,
        boolean doorClosed) {

    /// Whether anything of ours may reach out to them.
    public boolean maybeReached() {
        return way.isOutbound() && !household && state != SupportState.CLOSED;
    }
}
