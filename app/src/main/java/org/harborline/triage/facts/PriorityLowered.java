// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.harborline.triage.Priority;

/// A person lowered a priority. A confirmed P1 is lowered only when a second person agrees, and then that person is the
/// actor.
///
/// @param inSpiteOf the reasons that people had before them; what became known since is not among them
/// @param askedBy opaque holder id of who asked for it
/// @param secondPerson whether a second person agreed
@FactType("triage.priority-lowered")
public record PriorityLowered(
        ReportNumber report,
        Priority from,
        Priority to,
        Code reason,
        List<Code> inSpiteOf,
        Code askedBy,
        boolean secondPerson)
        implements Fact {
    public PriorityLowered {
        inSpiteOf = List.copyOf(inSpiteOf);
    }

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
