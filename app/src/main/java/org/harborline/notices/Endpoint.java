// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.Duration;
import java.time.Instant;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;

/// Where a sender wants to hear of its reports.
///
/// @param host of the address; the rest of it may hold a secret and is shown to nobody
/// @param oldSecretUntil while both secrets sign, so that the receiver can change over
/// @param failingSince when the first of the calls failed that all failed since
/// @param disabledAt when it was given up, until it is set again
public record Endpoint(
        ProviderId provider,
        String host,
        Instant setAt,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt) {

    /// How long the old secret signs beside a new one.
    public static final Duration OVERLAP = Duration.ofHours(24);
}
