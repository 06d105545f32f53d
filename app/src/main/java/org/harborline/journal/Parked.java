// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Instant;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// A fact that a follower could not take up.
///
/// @param reason kind of failure and place in the code; never a value
/// @param behind position of the first parked fact of the same subject, which it waits for; absent for that one
public record Parked(
        String follower,
        long position,
        String type,
        RecordRef subject,
        String reason,
        @Nullable Long behind,
        Instant parkedAt) {}
