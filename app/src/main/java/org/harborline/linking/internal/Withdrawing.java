// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Consequences;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.internal.SightingTable.Hold;
import org.springframework.stereotype.Component;

/// Takes back what rests on a withdrawn finding: its keys, and the links that nothing else holds. What the report holds
/// by something else too rests on the times that are left.
@Component
class Withdrawing {

    private final LinkTables tables;

    Withdrawing(LinkTables tables) {
        this.tables = tables;
    }

    void take(Entry entry, FindingWithdrawn withdrawn, Consequences consequences) {
        Set<UUID> keys = tables.sightings().withdraw(withdrawn.report(), withdrawn.finding());
        List<Reason> gone = weigh(tables.reasons().brought(withdrawn.report(), keys));
        tables.reasons().withdraw(gone, entry.recordedAt());
        Set<ReportPair> lost = gone.stream()
                .filter(reason -> !reason.crossRole() && !reason.withdrawn())
                .map(Reason::pair)
                .collect(Collectors.toSet());
        lost.removeAll(tables.reasons().resting(lost));
        lost.removeAll(tables.cuts().among(lost));
        lost.forEach(pair ->
                consequences.record(entry, new LinkWithdrawn(pair.newer(), pair.older(), LinkWithdrawn.FINDING)));
    }

    /// Compares what both sides hold by now.
    ///
    /// @return reasons that do not hold
    private List<Reason> weigh(List<Reason> reasons) {
        Map<Hold, Holders.Seen> seen = tables.sightings()
                .seen(reasons.stream()
                        .flatMap(reason -> Stream.of(newer(reason), older(reason)))
                        .toList());
        var gone = new ArrayList<Reason>();
        var moved = new ArrayList<Reason>();
        for (Reason reason : reasons) {
            Optional<Duration> apart = Optional.ofNullable(seen.get(newer(reason)))
                    .flatMap(newer ->
                            Optional.ofNullable(seen.get(older(reason))).map(newer::apart))
                    .filter(one -> !MatchRule.changesHandsWithin(reason.rule(), one));
            if (apart.isEmpty()) {
                gone.add(reason);
            } else if (!reason.apart(apart.get()).equals(reason)) {
                moved.add(reason.apart(apart.get()));
            }
        }
        tables.reasons().moveApart(moved);
        return gone;
    }

    private static Hold newer(Reason reason) {
        return new Hold(reason.pair().newer(), Objects.requireNonNull(reason.newerBlind()));
    }

    private static Hold older(Reason reason) {
        return new Hold(reason.pair().older(), Objects.requireNonNull(reason.olderBlind()));
    }
}
