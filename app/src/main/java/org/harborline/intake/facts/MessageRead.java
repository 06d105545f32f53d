// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Staff saw a message of who reported for the first time.
@FactType("intake.message-read")
public record MessageRead(ReportNumber report, UUID message) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
