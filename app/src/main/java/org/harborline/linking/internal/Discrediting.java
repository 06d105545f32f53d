// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportCredited;
import org.harborline.linking.facts.ReportDiscredited;
import org.springframework.stereotype.Component;

/// Stops reasons that are derived from a report whose case ended as no crime, false or the like, and gives them
/// back when that is taken back. Reasons are made as if nothing had ended and stopped afterwards, so that it is
/// the same whichever came first; for the same cause the report still counts for how common its identifiers
/// are.
@Component
class Discrediting {

    private final LinkTables tables;
    private final DiscreditedTable discredited;

    Discrediting(LinkTables tables, DiscreditedTable discredited) {
        this.tables = tables;
        this.discredited = discredited;
    }

    /// Stops those of the reasons just made that may not hold.
    ///
    /// @return the reports on which nothing may rest
    Set<ReportNumber> stop(Collection<Reason> made) {
        Set<ReportNumber> ends = made.stream()
                .flatMap(
                        reason -> Stream.of(reason.pair().newer(), reason.pair().older()))
                .collect(Collectors.toSet());
        Set<ReportNumber> found = ends.isEmpty() ? Set.of() : discredited.among(ends);
        if (!found.isEmpty()) {
            List<Reason> _ = tables.reasons().discredit(found);
        }
        return found;
    }

    void take(Entry entry, ReportDiscredited fact, Consequences consequences) {
        discredited.put(fact.report(), entry.recordedAt());
        Set<ReportPair> lost = tables.reasons().discredit(Set.of(fact.report())).stream()
                .filter(reason -> !reason.crossRole())
                .map(Reason::pair)
                .collect(Collectors.toSet());
        lost.removeAll(tables.reasons().resting(lost));
        lost.removeAll(tables.cuts().among(lost));
        lost.forEach(pair ->
                consequences.record(entry, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.OUTCOME)));
    }

    /// What is in effect again is told as a new link: some of it may have been made meanwhile and never been
    /// told.
    void take(Entry entry, ReportCredited fact, Consequences consequences) {
        discredited.drop(fact.report());
        Set<ReportPair> settled = settled(fact.report());
        strongest(tables.reasons().credit(fact.report()))
                .filter(reason -> reason.crossRole() || !settled.contains(reason.pair()))
                .forEach(reason -> consequences.record(entry, reason.told()));
    }

    void forget(ReportNumber erased) {
        discredited.drop(erased);
    }

    /// Pairs that are linked by something else, or cut.
    private Set<ReportPair> settled(ReportNumber report) {
        Set<ReportPair> pairs = tables.reasons().ofReports(List.of(report)).stream()
                .map(Reason::pair)
                .collect(Collectors.toSet());
        Set<ReportPair> settled = new HashSet<>(tables.reasons().resting(pairs));
        settled.addAll(tables.cuts().among(pairs));
        return settled;
    }

    private static Stream<Reason> strongest(List<Reason> reasons) {
        Map<String, Reason> first = new LinkedHashMap<>();
        reasons.stream()
                .sorted(Comparator.comparing((Reason reason) -> reason.pair().newer())
                        .thenComparing(reason -> reason.pair().older())
                        .thenComparingInt(reason -> MatchRule.rank(reason.rule())))
                .forEach(reason -> first.putIfAbsent(reason.pair() + " " + reason.crossRole(), reason));
        return first.values().stream();
    }
}
