// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody acknowledged the page; paging stops.
///
/// @param rounds how many rounds had gone out
@FactType("triage.page-acknowledged")
public record PageAcknowledged(ReportNumber report, int rounds) implements Fact {
    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
