// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.ledgers;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.harborline.journal.Fact;

/// One module's side of the conservation law: nothing that came in may be missing from the states it can be in.
///
/// Counts are read from the module's own tables inside a snapshot opened by the caller.
public interface Ledger {

    /// The law this ledger contributes to, such as `reports` or `deliveries`.
    String law();

    /// Named counts. A law holds when the sum on the left equals the sum on the right.
    List<Count> counts();

    /// Ids of records counted under the given name, for naming what is missing: at most `limit`, those after `after`,
    /// ascending by the bytes
    /// of their text (`COLLATE "C"`).
    SortedSet<String> ids(String name, String after, int limit);

    /// Where records of this law are handed over by the journal, so that those on their way are counted by the journal
    /// itself: as `in-flight`
    /// before the follower reached them and as `parked` after it could not take them up.
    default Optional<Entrance> entrance() {
        return Optional.empty();
    }

    /// The fact by which a record enters, and the follower that takes it up.
    record Entrance(String follower, Class<? extends Fact> fact) {}

    /// One named count.
    ///
    /// @param name what is counted, such as `finished` or `waiting`
    /// @param side which side of the equation
    record Count(String name, Side side, long value) {}

    /// Sides of the equation, and counts that are shown but not part of it.
    enum Side {
        LEFT,
        RIGHT,
        BESIDE
    }
}
