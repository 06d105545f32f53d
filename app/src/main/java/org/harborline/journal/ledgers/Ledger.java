// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.ledgers;

import java.util.List;
import java.util.Set;

/// One module's side of the conservation law: nothing that came in may be missing from the states it can be in.
///
/// Counts are read from the module's own tables inside a snapshot opened by the caller.
public interface Ledger {

    /// The law this ledger contributes to, such as `reports` or `deliveries`.
    String law();

    /// Named counts. A law holds when the sum on the left equals the sum on the right.
    List<Count> counts();

    /// Ids of records on this ledger's side under the given name, for naming what is missing; at most `limit`,
    /// ascending after `after`.
    Set<String> ids(String name, String after, int limit);

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
