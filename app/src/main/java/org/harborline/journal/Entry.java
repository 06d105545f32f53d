// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Instant;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// One fact in its place. Positions are dense and start at 1.
///
/// @param type the fact's permanent name
/// @param version version of its shape
/// @param subject the record it is about
/// @param actor who did it
/// @param purpose why, where a purpose was stated
/// @param requestId the request it came with, as answered in `Request-ID`
/// @param cause position of the fact that a follower answered with this one
/// @param recordedAt microseconds, from the installation's clock
/// @param body canonical JSON as stored and hashed
public record Entry(
        long position,
        String type,
        int version,
        RecordRef subject,
        String actor,
        @Nullable String purpose,
        @Nullable String requestId,
        @Nullable Long cause,
        Instant recordedAt,
        String body) {}
