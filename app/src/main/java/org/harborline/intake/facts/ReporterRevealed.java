// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody opened the sheet that names who reported.
@FactType("intake.reporter-revealed")
public record ReporterRevealed(ReportNumber report) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
