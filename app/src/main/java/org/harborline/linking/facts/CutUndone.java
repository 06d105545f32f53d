// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// An analyst took back a cut. [LinkRestored] follows when the link still has an identifier to rest on.
///
/// @param cut the decision that was taken back
/// @param report the newer report
/// @param other the older report
@FactType("linking.cut-undone")
public record CutUndone(UUID cut, ReportNumber report, ReportNumber other) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}
