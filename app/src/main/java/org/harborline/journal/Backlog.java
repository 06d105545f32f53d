// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Duration;
import java.util.Map;

/// How much of what was recorded has not been taken up yet.
///
/// @param unordered committed facts that have no position yet
/// @param oldestUnordered age of the oldest of them; zero when there is none
/// @param position newest position
/// @param cursors position of each follower
/// @param parked facts that followers could not take up
/// @param alarms what somebody must see to
public record Backlog(
        long unordered,
        Duration oldestUnordered,
        long position,
        Map<String, Long> cursors,
        long parked,
        Alarms alarms) {

    public Backlog {
        cursors = Map.copyOf(cursors);
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
