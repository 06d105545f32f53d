// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a list.
///
/// @param dueAt the clock that runs now: first look, then referral
/// @param place inside the level, small first
/// @param links how many reports it is linked with
/// @param lease absent when nobody holds it
public record WorkItem(
        ReportStanding standing,
        Instant dueAt,
        long place,
        int links,
        @Nullable Lease lease) {

    /// Where a page that ends with this line ended.
    public WorkPosition position() {
        return new WorkPosition(standing.priority(), place, standing.report());
    }
}
