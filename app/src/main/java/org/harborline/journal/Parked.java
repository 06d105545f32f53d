// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Instant;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// A fact that a follower could not take up.
///
/// @param reason kind of failure and place in the code; never a value
/// @param behind position of the earlier fact of the same subject that it waits for; absent for the one that failed
public record Parked(
        String follower,
        long position,
        String type,
        RecordRef subject,
        String reason,
        @Nullable Long behind,
        Instant parkedAt) {}
