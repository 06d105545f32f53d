// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One sign-in on one device. A row, read with every request, so that ending it works at once.
///
/// @param lastSeenAt to the minute
/// @param expiresAt ends then whatever happens
/// @param passwordAt when the password was last given in this session
/// @param secondFactorAt when a second factor was last given in this session
/// @param standing what still stands between the holder and their work
/// @param enrolled whether the account has a second factor
public record Session(
        UUID id,
        HolderId holder,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        Instant passwordAt,
        @Nullable Instant secondFactorAt,
        Standing standing,
        boolean enrolled) {

    /// What is still missing.
    public enum Standing {
        COMPLETE,
        /// The account has a second factor and it was not given yet. Nothing is allowed.
        SECOND_FACTOR_DUE,
        /// The installation needs a second factor and the account has none. Only the own account is allowed.
        ENROLMENT_DUE
    }

    /// Whether the holder proved recently that it is still them: with the second factor where there is one.
    public boolean confirmedWithin(Duration age, Instant now) {
        var proof = enrolled ? secondFactorAt : passwordAt;
        return proof != null && proof.plus(age).isAfter(now);
    }
}
