// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Staff wrote to who reported.
@FactType("intake.message-sent")
public record MessageSent(ReportNumber report, UUID message) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
