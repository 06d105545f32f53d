// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;

/// Who holds one key: the reports with the times of their sightings, or too many to say.
final class Holders {

    private final Map<ReportNumber, Seen> seen = new LinkedHashMap<>();
    private boolean spread;

    void add(ReportNumber report, Seen more) {
        seen.merge(report, more, Seen::and);
    }

    /// The key is a hub from now on.
    void spread() {
        spread = true;
        seen.clear();
    }

    boolean isSpread() {
        return spread;
    }

    Map<ReportNumber, Seen> seen() {
        return seen;
    }

    /// The report holds nothing any more.
    void forget(ReportNumber report) {
        seen.remove(report);
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
            Duration least = Duration.between(times.getFirst(), other.times.getFirst()).abs();
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
