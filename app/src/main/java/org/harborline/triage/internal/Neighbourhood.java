// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;

/// The reports of one batch with the reports they are linked with, read from the tables as they are needed. Changes
/// stay
/// here until the batch is written.
final class Neighbourhood {

    private final StandingTable table;
    private final Map<ReportNumber, Optional<Standing>> standings = new HashMap<>();
    private final Map<ReportNumber, Set<ReportNumber>> neighbours = new HashMap<>();
    private final Set<ReportNumber> changed = new TreeSet<>();
    private final Set<Link> added = new HashSet<>();
    private final Set<Link> removed = new HashSet<>();

    Neighbourhood(StandingTable table) {
        this.table = table;
    }

    /// Reads reports with all they are linked with, two statements for however many.
    void load(Collection<ReportNumber> reports) {
        List<ReportNumber> missing = reports.stream()
                .filter(report -> !neighbours.containsKey(report))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(report -> neighbours.put(report, new TreeSet<>()));
        table.neighbours(missing).forEach(link -> of(link.report()).add(link.other()));
        List<ReportNumber> unread = missing.stream()
                .flatMap(report -> Stream.concat(Stream.of(report), of(report).stream()))
                .filter(report -> !standings.containsKey(report))
                .distinct()
                .toList();
        Map<ReportNumber, Standing> found = table.find(unread);
        unread.forEach(report -> standings.put(report, Optional.ofNullable(found.get(report))));
    }

    /// Reads all that reports are linked with as [#load] does, where they are linked with any.
    void loadAround(Collection<ReportNumber> reports) {
        load(reports);
        load(reports.stream().flatMap(report -> of(report).stream()).distinct().toList());
    }

    Optional<Standing> find(ReportNumber report) {
        load(List.of(report));
        return standings.getOrDefault(report, Optional.empty());
    }

    /// Reports in triage that a report is linked with.
    List<Standing> linkedWith(ReportNumber report) {
        load(List.of(report));
        return of(report).stream()
                .map(other -> standings.getOrDefault(other, Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    void add(Standing standing) {
        standings.put(standing.filed.report(), Optional.of(standing));
        neighbours.computeIfAbsent(standing.filed.report(), _ -> new TreeSet<>());
        changed(standing);
    }

    void changed(Standing standing) {
        changed.add(standing.filed.report());
    }

    void link(ReportNumber one, ReportNumber other) {
        for (var link : Link.both(one, other)) {
            load(List.of(link.report()));
            of(link.report()).add(link.other());
            added.add(link);
            removed.remove(link);
        }
    }

    void unlink(ReportNumber one, ReportNumber other) {
        for (var link : Link.both(one, other)) {
            load(List.of(link.report()));
            of(link.report()).remove(link.other());
            removed.add(link);
            added.remove(link);
        }
    }

    /// Changed reports in ascending order, so that concurrent writers never wait for each other in a ring.
    List<Standing> toWrite() {
        return changed.stream()
                .map(report -> standings.getOrDefault(report, Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    Set<Link> added() {
        return added;
    }

    Set<Link> removed() {
        return removed;
    }

    /// Numbers in reasons that rest on a linked report.
    static List<ReportNumber> lifters(Collection<Code> reasons) {
        return reasons.stream()
                .map(Code::value)
                .filter(reason -> reason.startsWith(Questions.LINKED_WITH_P1 + ":"))
                .map(reason -> new ReportNumber(Long.parseLong(reason.substring(reason.indexOf(':') + 1))))
                .toList();
    }

    private Set<ReportNumber> of(ReportNumber report) {
        return Objects.requireNonNull(neighbours.get(report));
    }

    /// One direction of a link.
    record Link(ReportNumber report, ReportNumber other) {
        static List<Link> both(ReportNumber one, ReportNumber other) {
            return List.of(new Link(one, other), new Link(other, one));
        }
    }
}
