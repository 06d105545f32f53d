// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Staff said that what came needs no answer.
@FactType("intake.message-settled")
public record MessageSettled(ReportNumber report) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
