// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of a referral, in the codes that clearinghouses publish. Only the status is needed; an unanswered
/// question stays unanswered.
///
/// @param childIdentified for [Status#ARREST] and [Status#CLOSED]: a child was identified
/// @param additionalVictims for [Status#ARREST]: how many more victims were identified
/// @param closedReason for [Status#CLOSED]
/// @param selfProduction for [Status#CLOSED]
/// @param notUseful only when the information was not useful
public record Feedback(
        Status status,
        @Nullable Boolean childIdentified,
        @Nullable Integer additionalVictims,
        @Nullable ClosedReason closedReason,
        @Nullable Boolean selfProduction,
        @Nullable Boolean useful,
        @Nullable NotUseful notUseful) {

    /// More than this is a slip of the hand.
    private static final int MOST_VICTIMS = 100_000;

    public Feedback {
        Objects.requireNonNull(status);
        boolean closed = status == Status.CLOSED;
        boolean arrest = status == Status.ARREST;
        require(closed || (closedReason == null && selfProduction == null));
        require(arrest || additionalVictims == null);
        require(arrest || closed || childIdentified == null);
        require(additionalVictims == null || (additionalVictims >= 0 && additionalVictims <= MOST_VICTIMS));
        require(notUseful == null || Boolean.FALSE.equals(useful));
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("an answer that does not belong to this status");
        }
    }

    /// Status of the case.
    public enum Status {
        CONVICTION,
        ARREST,
        ONGOING,
        REFERRED,
        CLOSED
    }

    /// Why a case was closed.
    public enum ClosedReason {
        CANNOT_LOCATE,
        NO_INFORMATION_FROM_PROVIDER,
        NO_CRIME,
        NO_PROSECUTORIAL_MERIT,
        ADULT,
        AGE_UNDETERMINED,
        FALSE_REPORT,
        UNFOUNDED,
        WRONG_PERSON,
        DECEASED,
        OTHER
    }

    /// Why the information was not useful.
    public enum NotUseful {
        STALE,
        LIMITED,
        OTHER
    }
}
