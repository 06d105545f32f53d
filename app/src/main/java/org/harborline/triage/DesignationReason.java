// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Locale;
import org.harborline.platform.Code;

/// Why a report is designated as it is. Each belongs to one designation.
public enum DesignationReason {
    PAST_INCIDENT(Designation.ACTIONABLE),
    ONGOING_INCIDENT(Designation.ACTIONABLE),
    PLANNED_INCIDENT(Designation.ACTIONABLE),
    LIMITED_INFORMATION(Designation.INFORMATIONAL),
    NO_LOCATION(Designation.INFORMATIONAL),
    SHARED_WITHOUT_MALICE(Designation.INFORMATIONAL);

    private final Designation designation;

    DesignationReason(Designation designation) {
        this.designation = designation;
    }

    /// The designation that it is a reason for.
    public Designation designation() {
        return designation;
    }

    /// Permanent code, such as `ongoing-incident`.
    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
