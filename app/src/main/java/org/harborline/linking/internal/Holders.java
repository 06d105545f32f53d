// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// Who holds one key: the reports with the times of their sightings, or too many to say.
final class Holders {

    private static final UUID STATED = new UUID(0, 0);

    private final Map<ReportNumber, Map<UUID, List<Instant>>> sources = new LinkedHashMap<>();
    private final Map<ReportNumber, UUID> senders = new HashMap<>();
    private boolean spread;

    /// @param finding which holds it; absent when the sender stated it
    /// @param times earliest first
    void add(ReportNumber report, @Nullable UUID finding, List<Instant> times) {
        sources.computeIfAbsent(report, _ -> new HashMap<>()).put(finding == null ? STATED : finding, times);
    }

    /// From whom reports are that hold the key.
    void from(Map<ReportNumber, UUID> providers) {
        senders.putAll(providers);
    }

    /// How many reports hold the key.
    int size() {
        return sources.size();
    }

    /// Which reports hold the key.
    Set<ReportNumber> reports() {
        return sources.keySet();
    }

    /// From which different senders, as far as they are known, the reports are that hold the key.
    Set<UUID> senders() {
        return senders.entrySet().stream()
                .filter(one -> sources.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /// The key is a hub from now on.
    void spread() {
        spread = true;
        sources.clear();
        senders.clear();
    }

    boolean isSpread() {
        return spread;
    }

    /// How each report holds the key.
    Map<ReportNumber, Seen> seen() {
        var seen = new LinkedHashMap<ReportNumber, Seen>();
        sources.forEach((report, by) ->
                by.forEach((source, times) -> seen.merge(report, new Seen(times, source.equals(STATED)), Seen::and)));
        return seen;
    }

    /// The report holds nothing any more.
    void forget(ReportNumber report) {
        sources.remove(report);
    }

    /// The finding holds nothing any more.
    void withdraw(UUID finding) {
        sources.values().forEach(by -> by.remove(finding));
        sources.values().removeIf(Map::isEmpty);
    }

    /// How one report holds a key.
    ///
    /// @param times when it was seen, earliest first
    /// @param stated by the sender, not only found by staff
    record Seen(List<Instant> times, boolean stated) {

        static Seen of(Sighting sighting) {
            return new Seen(sighting.times(), sighting.finding() == null);
        }

        Seen and(Seen other) {
            var all = new ArrayList<Instant>(times);
            all.addAll(other.times);
            return new Seen(all.stream().sorted().distinct().toList(), stated || other.stated);
        }

        /// The least time between a sighting of one and a sighting of the other.
        Duration apart(Seen other) {
            Duration least =
                    Duration.between(times.getFirst(), other.times.getFirst()).abs();
            int i = 0;
            int j = 0;
            while (i < times.size() && j < other.times.size()) {
                Duration between = Duration.between(times.get(i), other.times.get(j));
                least = least.compareTo(between.abs()) <= 0 ? least : between.abs();
                if (between.isNegative()) {
                    j++;
                } else {
                    i++;
                }
            }
            return least;
        }
    }
}
