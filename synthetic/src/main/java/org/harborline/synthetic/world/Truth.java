// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who is who in a set of synthetic reports: which reports should be linked and by what, and which must not.
public final class Truth {

    private final Map<Long, Set<Long>> peopleByReport = new LinkedHashMap<>();
    private final Map<Clue, SortedSet<Long>> reportsByClue = new LinkedHashMap<>();
    private final Set<Link> referrals = new LinkedHashSet<>();

    private Truth(Collection<SyntheticReport> reports) {
        for (SyntheticReport report : reports) {
            peopleByReport.put(report.number(), report.people());
            report.clues()
                    .forEach(clue -> reportsByClue
                            .computeIfAbsent(clue, c -> new TreeSet<>())
                            .add(report.number()));
        }
        for (SyntheticReport report : reports) {
            report.priorReports().stream()
                    .filter(peopleByReport::containsKey)
                    .forEach(prior -> referrals.add(new Link(prior, report.number(), IdentifierKind.PRIOR_REPORT)));
        }
    }

    /// The truth about these reports and no others.
    public static Truth of(Collection<SyntheticReport> reports) {
        return new Truth(reports);
    }

    /// The people a report names, by their number in the world.
    public Set<Long> peopleIn(long report) {
        return peopleByReport.getOrDefault(report, Set.of());
    }

    /// Whether two reports name a common person.
    public boolean samePerson(long one, long other) {
        return !Collections.disjoint(peopleIn(one), peopleIn(other));
    }

    /// Every pair that should be linked, once for each identifier that shows it.
    public Set<Link> expectedLinks() {
        var links = new LinkedHashSet<>(referrals);
        reportsByClue.forEach((clue, reports) -> {
            if (clue.meaning() == Meaning.IDENTIFIES) {
                links.addAll(pairs(clue.kind(), List.copyOf(reports)));
            }
        });
        return links;
    }

    /// Identifiers that several reports carry and that must not join them. Other, true reasons to join two of these
    /// reports may still exist: ask [#samePerson].
    public List<Trap> traps() {
        var traps = new ArrayList<Trap>();
        reportsByClue.forEach((clue, reports) -> {
            if (clue.meaning() != Meaning.IDENTIFIES && reports.size() > 1) {
                traps.add(new Trap(clue, Collections.unmodifiableSortedSet(reports)));
            }
        });
        return traps;
    }

    private static List<Link> pairs(IdentifierKind kind, List<Long> reports) {
        var pairs = new ArrayList<Link>();
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                pairs.add(new Link(reports.get(i), reports.get(j), kind));
            }
        }
        return pairs;
    }
}
