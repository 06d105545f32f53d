// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.linking.FindingKind;
import org.harborline.platform.RecordRef;

/// An analyst recorded something from outside beside a report. The words are sealed and stay in linking; other modules
/// ask linking for them.
@FactType("linking.finding-recorded")
public record FindingRecorded(UUID finding, ReportNumber report, FindingKind kind) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
