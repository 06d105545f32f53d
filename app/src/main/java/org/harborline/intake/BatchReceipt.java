// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of each row of a batch.
///
/// @param rows how many it has
/// @param complete whether every row was taken up; otherwise the same batch, sent again, goes on
/// @param results by row, as far as they were taken up
public record BatchReceipt(UUID id, Instant receivedAt, int rows, boolean complete, List<Row> results) {

    public BatchReceipt {
        results = List.copyOf(results);
    }

    /// One row.
    ///
    /// @param row from 1, the header not counted
    /// @param number of its report; of the other one when its reference names another
    /// @param code why it was not filed; absent when it was
    /// @param faults what is wrong with it
    public record Row(
            int row,
            @Nullable ReportNumber number,
            @Nullable WireCode code,
            List<Fault> faults) {

        public Row {
            faults = List.copyOf(faults);
        }

        /// Whether its report is filed, by this batch or before.
        public boolean filed() {
            return code == null;
        }
    }

    /// One thing that is wrong. Names columns and limits, never values.
    ///
    /// @param column empty for the whole row
    public record Fault(String column, String sentence) {}
}
