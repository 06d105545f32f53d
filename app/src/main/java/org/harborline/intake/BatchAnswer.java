// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import java.util.UUID;

/// What came of sending a batch.
public sealed interface BatchAnswer {

    /// Its rows were taken up, each by itself.
    ///
    /// @param repeated an earlier call with the same key had done so
    record Taken(BatchReceipt receipt, boolean repeated) implements BatchAnswer {}

    /// It cannot be read as a table of reports; nothing of it was filed.
    record Refused(WireCode code, List<FiledAnswer.Fault> faults) implements BatchAnswer {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// The key named another batch before; nothing of this one was filed.
    record OtherBatch(UUID earlier) implements BatchAnswer {}
}
