// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.harborline.journal.ledgers.Ledger;
import org.jspecify.annotations.Nullable;

/// One law of conservation at one position: what came in against where it is.
///
/// @param law what is conserved, such as `reports`
/// @param position journal position of the snapshot that all counts were read in
/// @param counts of all modules that take part, and of the journal for what is on its way
/// @param astray ids that are on one side only or twice on one, at most twenty; empty when the law holds
/// @param walkedAt when the ids of both sides were last compared one by one; absent before the first time
public record Conservation(
        String law,
        long position,
        List<Ledger.Count> counts,
        Set<String> astray,
        @Nullable Instant walkedAt) {

    public Conservation {
        counts = List.copyOf(counts);
        astray = Set.copyOf(astray);
    }

    /// Sum of one side.
    public long sum(Ledger.Side side) {
        return counts.stream()
                .filter(count -> count.side() == side)
                .mapToLong(Ledger.Count::value)
                .sum();
    }

    /// Both sides have the same sum. One record lost and another counted twice have it too.
    public boolean isLevel() {
        return sum(Ledger.Side.LEFT) == sum(Ledger.Side.RIGHT);
    }

    /// Both sides have the same sum, and no id was found on one side only.
    public boolean holds() {
        return isLevel() && astray.isEmpty();
    }
}
