// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody looked at a cluster that had grown.
@FactType("linking.growth-looked-at")
public record GrowthLookedAt(UUID alarm, ReportNumber report) implements Fact {

    @Override
    public RecordRef subject() {
        return report.asRecord();
    }
}
