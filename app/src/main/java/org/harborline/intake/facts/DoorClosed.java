// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Who reported ended their access for ever.
@FactType("intake.door-closed")
public record DoorClosed(ReportNumber report) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
