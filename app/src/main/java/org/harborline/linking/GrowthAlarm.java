// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A cluster became large or grew fast. A wrong link does most harm in such a one, so whoever may cut links is to look
/// at what made it grow.
///
/// @param report one of the cluster's
/// @param size how many reports it had, or had gained, when the alarm was raised
/// @param limit the limit that it passed
/// @param weakest of the links that made it grow the one that says least; absent when it was gone by then
/// @param look who looked; absent while nobody has
public record GrowthAlarm(
        UUID id,
        ReportNumber report,
        Kind kind,
        int size,
        int limit,
        @Nullable ReportPair weakest,
        Instant raisedAt,
        @Nullable Look look) {

    /// What was passed.
    public enum Kind {
        /// So many reports in all.
        SIZE,
        /// So many reports more within a day.
        SPEED;

        /// Its name in facts.
        public Code code() {
            return Code.of(name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /// That somebody looked.
    ///
    /// @param by who, as an opaque id
    public record Look(String by, Instant at) {}
}
