// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.triage.ChildSign;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;

/// What this module keeps of a report's standing elsewhere.
///
/// @param escalated by its sender
record Standing(
        ReportNumber report,
        boolean escalated,
        @Nullable Priority priority,
        @Nullable Designation designation,
        @Nullable SafeguardingOutcome safeguarding) {

    static Standing unknown(ReportNumber report) {
        return new Standing(report, false, null, null, null);
    }

    /// Danger now. The sender's word counts until the rules or a person have said how urgent it is.
    boolean urgent() {
        return priority == null ? escalated : priority == Priority.P1;
    }

    /// Whether a person must check first whether somebody reported is a child or a victim.
    boolean checkMissing(ReceivedReport received) {
        return safeguarding == null && !ChildSign.in(received).isEmpty();
    }

    boolean actionable() {
        return designation == Designation.ACTIONABLE;
    }

    Standing filed(boolean byEscalation) {
        return new Standing(report, byEscalation, priority, designation, safeguarding);
    }

    Standing with(Priority now) {
        return new Standing(report, escalated, now, designation, safeguarding);
    }

    Standing with(Designation now) {
        return new Standing(report, escalated, priority, now, safeguarding);
    }

    Standing with(SafeguardingOutcome now) {
        return new Standing(report, escalated, priority, designation, now);
    }
}
