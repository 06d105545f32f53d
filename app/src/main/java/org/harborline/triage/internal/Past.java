// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Recorded;
import org.harborline.triage.facts.ReportPrioritised;
import org.jspecify.annotations.Nullable;

/// What triage decided when facts were taken up for the first time.
///
/// @param recorded absent when they are taken up now
record Past(@Nullable Recorded recorded) {

    /// Everything is decided now.
    static final Past NONE = new Past(null);

    boolean isKnown() {
        return recorded != null;
    }

    /// The rank that a report got with an entry; empty when it kept its own.
    Optional<Rank> rank(Entry cause, ReportNumber report) {
        if (recorded == null) {
            return Optional.empty();
        }
        return recorded.of(cause, ReportPrioritised.class).stream()
                .filter(told -> told.report().equals(report))
                .findFirst()
                .map(told -> new Rank(told.priority(), told.confirmed(), told.tableVersion(), told.reasons(), null));
    }
}
