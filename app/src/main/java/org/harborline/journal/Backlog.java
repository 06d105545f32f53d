// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How much of what was recorded has not been taken up yet.
///
/// @param unordered committed facts that have no position yet
/// @param oldestUnordered age of the oldest of them; zero when there is none
/// @param position newest position
/// @param cursors position of each follower
/// @param halfBuilt followers that take up nothing, because a rebuild of their tables has not come to its end
/// @param parked facts that followers could not take up
public record Backlog(
        long unordered,
        Duration oldestUnordered,
        long position,
        Map<String, Long> cursors,
        List<String> halfBuilt,
        long parked) {

    public Backlog {
        cursors = Map.copyOf(cursors);
        halfBuilt = List.copyOf(halfBuilt);
    }

    /// Facts are ordered within milliseconds. One that waits longer than this means that no sequencer works.
    private static final Duration LATE = Duration.ofSeconds(30);

    /// Whether a fact of this age, committed and not ordered, is an alarm.
    public static boolean isLate(Duration age) {
        return age.compareTo(LATE) > 0;
    }

    /// Whether the oldest unordered fact is an alarm.
    public boolean isLate() {
        return isLate(oldestUnordered);
    }

    /// Nothing waits anywhere.
    public boolean isEmpty() {
        return unordered == 0 && cursors.values().stream().allMatch(cursor -> cursor >= position);
    }
}
