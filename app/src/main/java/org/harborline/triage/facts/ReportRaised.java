// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// A report that already had a priority became stricter, by a new fact, by a later report it is linked with, or by a
/// person.
///
/// @param reasons what is new
/// @param lifters the linked reports that lifted it; empty when none did
@FactType("triage.report-raised")
public record ReportRaised(
        ReportNumber report, Priority from, Priority to, List<Code> reasons, List<ReportNumber> lifters)
        implements Fact {
    public ReportRaised {
        reasons = List.copyOf(reasons);
        lifters = List.copyOf(lifters);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
