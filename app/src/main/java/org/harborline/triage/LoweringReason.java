// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Locale;
import org.harborline.platform.Code;

/// Why a person lowers a priority.
public enum LoweringReason {
    /// What the sender gave as its reason does not say that anybody is in danger now.
    NO_DANGER_STATED,
    /// The danger was real and is over, as confirmed by somebody who can know.
    DANGER_PASSED,
    /// An agency has it in hand.
    AGENCY_HAS_IT,
    /// The sender says that it was sent or escalated by mistake.
    SENT_BY_MISTAKE,
    /// Another report carries the same danger and is worked on.
    SAME_AS_ANOTHER_REPORT,
    /// The fact or link that it rested on turned out wrong.
    FACT_WAS_WRONG;

    /// Permanent code, such as `danger-passed`.
    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
