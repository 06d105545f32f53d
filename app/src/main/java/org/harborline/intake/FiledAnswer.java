// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;

/// What came of filing a report in one call.
public sealed interface FiledAnswer {

    /// It is filed.
    ///
    /// @param repeated it was filed by an earlier call with the same key
    /// @param notes how it was read, where its sender may not expect it; the same for a repeated call
    record Filed(FiledReceipt receipt, boolean repeated, List<Fault> notes) implements FiledAnswer {

        public Filed {
            notes = List.copyOf(notes);
        }
    }

    /// It cannot be taken.
    ///
    /// @param code what a client does about it
    record Refused(WireCode code, List<Fault> faults) implements FiledAnswer {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// The key named another report before.
    ///
    /// @param filed the report of that key
    /// @param differences pointers to what differs, as RFC 6901 writes them; empty when the earlier one
    /// can be opened no more
    record OtherReport(ReportNumber filed, List<String> differences) implements FiledAnswer {

        public OtherReport {
            differences = List.copyOf(differences);
        }
    }

    /// The sender's own reference names another report.
    record ReferenceTaken(ReportNumber filed) implements FiledAnswer {}

    /// One thing that is wrong, or to know of. Names elements and limits, never values.
    ///
    /// @param pointer to the place, as RFC 6901 writes it; empty for the whole
    record Fault(String pointer, String sentence) {}
}
