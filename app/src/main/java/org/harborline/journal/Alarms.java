// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What keeps reports from going on though facts are ordered, or says that one is lost.
///
/// @param halfBuilt followers that take up nothing, because a rebuild of their tables has not come to its end
/// @param waiting age of the first fact that a follower has not taken up, for each that is not at the end
/// @param brokenLaws laws of conservation that two successive looks found broken, with the ids on one side only
public record Alarms(
        List<String> halfBuilt, SortedMap<String, Duration> waiting, SortedMap<String, List<String>> brokenLaws) {

    /// A fact is taken up within moments, under load within seconds. One that waits longer than this means that its
    /// follower stands still, or is so slow that somebody must know.
    private static final Duration STANDING = Duration.ofMinutes(1);

    /// Nothing is wrong.
    public static final Alarms NONE = new Alarms(List.of(), new TreeMap<>(), new TreeMap<>());

    public Alarms {
        halfBuilt = List.copyOf(halfBuilt);
        waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
        brokenLaws = Collections.unmodifiableSortedMap(new TreeMap<>(brokenLaws));
    }

    /// Followers that stand still, with the age of the fact that waits for them.
    public SortedMap<String, Duration> standing() {
        var standing = new TreeMap<String, Duration>();
        waiting.entrySet().stream()
                .filter(one -> one.getValue().compareTo(STANDING) > 0)
                .forEach(one -> standing.put(one.getKey(), one.getValue()));
        return standing;
    }

    /// The longest that any fact waits for a follower.
    public Duration longest() {
        return waiting.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
