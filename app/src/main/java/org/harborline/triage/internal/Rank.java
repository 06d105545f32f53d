// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.jspecify.annotations.Nullable;

/// Where a report stands among the others.
///
/// @param confirmed false only for a P1 on the sender's word alone
/// @param reasons why, strictest first
/// @param wouldBe the lower level that the table now gives but that only a person may grant; absent when table and
/// level
/// agree
record Rank(
        Priority level,
        boolean confirmed,
        int tableVersion,
        List<Code> reasons,
        @Nullable Priority wouldBe) {

    Rank {
        reasons = List.copyOf(reasons);
    }

    boolean unconfirmedP1() {
        return level == Priority.P1 && !confirmed;
    }

    /// Whether the journal would say the same of both.
    boolean saysTheSameAs(Rank other) {
        return level == other.level && confirmed == other.confirmed && reasons.equals(other.reasons);
    }
}
