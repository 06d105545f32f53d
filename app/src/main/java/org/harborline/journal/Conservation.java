// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.util.List;
import java.util.Set;
import org.harborline.journal.ledgers.Ledger;

/// One law of conservation at one position: what came in against where it is.
///
/// @param law what is conserved, such as `reports`
/// @param position journal position of the snapshot that all counts were read in
/// @param counts of all modules that take part, and of the journal for what is on its way
/// @param astray ids that are on one side only, at most twenty; empty when the law holds
public record Conservation(String law, long position, List<Ledger.Count> counts, Set<String> astray) {

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

    /// Both sides are equal.
    public boolean holds() {
        return sum(Ledger.Side.LEFT) == sum(Ledger.Side.RIGHT);
    }
}
