// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Link;
import org.harborline.linking.ReportPair;
import org.jspecify.annotations.Nullable;

/// Finds the links whose end takes a cluster apart, by one walk through it (Tarjan 1974): a link is one when nothing
/// reached behind it leads back to before it. What is behind it was then reached in one go.
final class Bridges {

    private final Map<ReportNumber, List<Link>> at;
    private final Map<ReportNumber, Integer> places = new HashMap<>();
    private final List<ReportNumber> reached = new ArrayList<>();
    private final Map<ReportPair, List<ReportNumber>> behind = new HashMap<>();

    private Bridges(Map<ReportNumber, List<Link>> at) {
        this.at = at;
    }

    /// The reports that each bridge alone holds with the rest, the fewer of the two sides.
    static Map<ReportPair, List<ReportNumber>> of(Map<ReportNumber, List<Link>> at, ReportNumber start) {
        var walk = new Bridges(at);
        walk.visit(start, null);
        walk.behind.replaceAll((_, side) -> walk.fewer(side));
        return walk.behind;
    }

    /// @return the earliest place that leads out of what is reached from here
    private int visit(ReportNumber report, @Nullable ReportPair from) {
        int own = reached.size();
        places.put(report, own);
        reached.add(report);
        int earliest = own;
        for (Link link : at.getOrDefault(report, List.of())) {
            if (link.pair().equals(from)) {
                continue;
            }
            ReportNumber other = link.pair().otherThan(report);
            Integer seen = places.get(other);
            int leads = seen != null ? seen : visit(other, link.pair());
            if (seen == null && leads > own) {
                behind.put(link.pair(), List.copyOf(reached.subList(places.getOrDefault(other, 0), reached.size())));
            }
            earliest = Math.min(earliest, leads);
        }
        return earliest;
    }

    private List<ReportNumber> fewer(List<ReportNumber> side) {
        if (side.size() * 2 <= reached.size()) {
            return side.stream().sorted().toList();
        }
        var inside = new HashSet<>(side);
        return reached.stream()
                .filter(report -> !inside.contains(report))
                .sorted()
                .toList();
    }
}
