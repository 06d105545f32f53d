// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Somebody read one hidden section of a report.
///
/// @param section code of the element
/// @param ordinal counts sections with the same code from 0
@FactType("intake.text-revealed")
public record TextRevealed(ReportNumber report, Code section, int ordinal) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
