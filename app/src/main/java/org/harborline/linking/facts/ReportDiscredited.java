// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// The case of a report ended so that no link may rest on what the report states.
///
/// @param outcome how it ended, such as `no-crime`
@FactType("linking.report-discredited")
public record ReportDiscredited(ReportNumber report, Code outcome) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
