// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Somebody answered the coded questions of the first look. What is in neither list is unknown, which is not no.
@FactType("triage.first-look-recorded")
public record FirstLookRecorded(ReportNumber report, List<Code> yes, List<Code> no) implements Fact {
    public FirstLookRecorded {
        yes = List.copyOf(yes);
        no = List.copyOf(no);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
