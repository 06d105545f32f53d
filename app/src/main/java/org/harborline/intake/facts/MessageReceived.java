// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Who reported wrote to staff.
@FactType("intake.message-received")
public record MessageReceived(ReportNumber report, UUID message, boolean danger) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
