// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// The sender of a report was asked to keep its material longer.
///
/// @param agency whose officer asked; absent when it was somebody of the clearinghouse
@FactType("intake.preservation-renewed")
public record PreservationRenewed(
        ReportNumber report,
        UUID provider,
        UUID renewal,
        @Nullable UUID agency,
        Instant until) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
