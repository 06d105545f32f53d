// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.platform.Actor;
import org.harborline.vault.Vault;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Removes what linking keeps of an erased report: its links with the keys they rest on, its match keys, its findings
/// and their data keys, the keys of its descriptions of persons and what was suggested by them. Cuts stay; they say
/// only which reports somebody kept apart.
@Component
class Erasing {

    private static final Actor SELF = Actor.system("linking");

    private final LinkTables tables;
    private final FindingTable findings;
    private final Discrediting discrediting;
    private final Vault vault;
    private final Profiling profiling;
    private final RenewalTable renewals;

    Erasing(
            LinkTables tables,
            FindingTable findings,
            Discrediting discrediting,
            Vault vault,
            Profiling profiling,
            RenewalTable renewals) {
        this.tables = tables;
        this.findings = findings;
        this.discrediting = discrediting;
        this.vault = vault;
        this.profiling = profiling;
        this.renewals = renewals;
    }

    static ReportNumber report(RecordErased erased) {
        return new ReportNumber(Long.parseLong(erased.record().id()));
    }

    void take(Entry entry, RecordErased erased, Consequences consequences) {
        ReportNumber report = report(erased);
        lost(report)
                .forEach(pair -> consequences.record(
                        entry, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.ERASED)));
        tables.reasons().delete(report);
        discrediting.forget(report);
        tables.contradictions().drop(report);
        tables.statements().drop(report);
        tables.hubs().keep(report);
        Set<UUID> keys = tables.sightings().delete(report);
        if (!renewals.isUnderway()) {
            tables.hubs().dropUnheld(keys);
        }
        tables.companions().drop(keys);
        profiling.forget(report);
        List<UUID> dropped = findings.delete(report);
        vault.destroy(SELF, dropped.stream().map(FindingWords::record).toList());
        consequences.record(entry, ErasureConfirmed.of(erased, "linking"));
    }

    /// Pairs whose link was in effect.
    private Set<ReportPair> lost(ReportNumber report) {
        Set<ReportPair> pairs = tables.reasons().ofReports(List.of(report)).stream()
                .filter(reason -> reason.withdrawnAt() == null && !reason.crossRole())
                .map(Reason::pair)
                .collect(Collectors.toSet());
        pairs.removeAll(tables.cuts().among(pairs));
        return pairs;
    }
}
