// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// An analyst decided that two reports do not belong together. [LinkWithdrawn] follows when the link was in effect.
///
/// @param cut the decision
/// @param report the newer report
/// @param other the older report
/// @param reason why, see [org.harborline.linking.CutReason]
@FactType("linking.link-cut")
public record LinkCut(UUID cut, ReportNumber report, ReportNumber other, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}
