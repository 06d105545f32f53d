// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// The decision table was asked and the answer is new: the first one for a report, or one with another level or other
/// reasons than before.
///
/// @param confirmed false only for a P1 that rests on the sender's word alone and that no person has confirmed
/// @param tableVersion version of the table that gave the answer; replay uses the same
/// @param reasons every rule that matched, strictest first
@FactType("triage.report-prioritised")
public record ReportPrioritised(
        ReportNumber report, Priority priority, boolean confirmed, int tableVersion, List<Code> reasons)
        implements Fact {
    public ReportPrioritised {
        reasons = List.copyOf(reasons);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
