// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkWithdrawn;
import org.springframework.stereotype.Component;

/// Takes back what rests on a withdrawn finding: its keys, and the links that nothing else holds.
@Component
class Withdrawing {

    private final LinkTables tables;

    Withdrawing(LinkTables tables) {
        this.tables = tables;
    }

    void take(Entry entry, FindingWithdrawn withdrawn, Consequences consequences) {
        Set<UUID> keys = tables.sightings().withdraw(withdrawn.report(), withdrawn.finding());
        Set<ReportPair> lost = tables.reasons().withdraw(withdrawn.report(), keys, entry.recordedAt()).stream()
                .filter(reason -> !reason.crossRole())
                .map(Reason::pair)
                .collect(Collectors.toSet());
        lost.removeAll(tables.reasons().resting(lost));
        lost.removeAll(tables.cuts().among(lost));
        lost.forEach(pair ->
                consequences.record(entry, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.FINDING)));
    }
}
