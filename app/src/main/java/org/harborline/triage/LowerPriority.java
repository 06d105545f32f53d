// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;

/// Lowers a priority with a coded reason.
///
/// @param seen the reasons that stood before the person who lowers; only these are lowered in spite of
public record LowerPriority(ReportNumber report, Priority to, LoweringReason reason, Set<Code> seen) {
    public LowerPriority {
        seen = Set.copyOf(seen);
    }
}
