// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Somebody looked at an identifier that stands in two roles, and said what it is.
///
/// @param report the newer report
/// @param other the older report
/// @param remark see [org.harborline.linking.AlertRemark]
@FactType("linking.alert-looked-at")
public record AlertLookedAt(ReportNumber report, ReportNumber other, Code remark) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.alert(report, other);
    }
}
