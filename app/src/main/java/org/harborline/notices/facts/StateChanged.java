// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.notices.OutwardState;
import org.harborline.platform.RecordRef;

/// A report came into another state for its sender. That it was received is not told: its sender had the receipt.
///
/// @param at from when the sender is told
@FactType("notices.state-changed")
public record StateChanged(ReportNumber report, UUID provider, OutwardState state, Instant at) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
