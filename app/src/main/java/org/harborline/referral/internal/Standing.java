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
/// @param confirmed false for a highest priority that rests on the sender's word alone
record Standing(
        ReportNumber report,
        boolean escalated,
        @Nullable Priority priority,
        boolean confirmed,
        @Nullable Designation designation,
        @Nullable SafeguardingOutcome safeguarding,
        Last last) {

    /// Journal positions at which something last happened to the report, 0 for never. A package that was on its way
    /// then
    /// reached its agency without it.
    ///
    /// @param rise it became one about danger now
    /// @param fall it was one about danger now no more
    /// @param withdrawal a finding about it was taken back
    record Last(long rise, long fall, long designation, long check, long finding, long withdrawal) {
        static final Last NEVER = new Last(0, 0, 0, 0, 0, 0);
    }

    static Standing unknown(ReportNumber report) {
        return new Standing(report, false, null, false, null, null, Last.NEVER);
    }

    /// Danger now. The sender's word counts until the rules or a person have said how urgent it is.
    boolean urgent() {
        return priority == null ? escalated : priority == Priority.P1;
    }

    /// Whether nothing but the sender's word speaks for danger now.
    boolean urgentBySender() {
        return urgent() && !confirmed;
    }

    /// Whether a person must check first whether somebody reported is a child or a victim.
    boolean checkMissing(ReceivedReport received) {
        return safeguarding == null && !ChildSign.in(received).isEmpty();
    }

    boolean actionable() {
        return designation == Designation.ACTIONABLE;
    }

    Standing filed(boolean byEscalation) {
        return new Standing(report, byEscalation, priority, confirmed, designation, safeguarding, last);
    }

    Standing with(Priority now, boolean confirmedNow, long position) {
        var changed = new Standing(report, escalated, now, confirmedNow, designation, safeguarding, last);
        if (urgent() == changed.urgent()) {
            return changed;
        }
        long rise = changed.urgent() ? position : last.rise;
        long fall = changed.urgent() ? last.fall : position;
        return changed.with(new Last(rise, fall, last.designation, last.check, last.finding, last.withdrawal));
    }

    Standing with(Designation now, long position) {
        return new Standing(report, escalated, priority, confirmed, now, safeguarding, last)
                .with(new Last(last.rise, last.fall, position, last.check, last.finding, last.withdrawal));
    }

    Standing with(SafeguardingOutcome now, long position) {
        return new Standing(report, escalated, priority, confirmed, designation, now, last)
                .with(new Last(last.rise, last.fall, last.designation, position, last.finding, last.withdrawal));
    }

    Standing found(long position) {
        return with(new Last(last.rise, last.fall, last.designation, last.check, position, last.withdrawal));
    }

    Standing withdrawn(long position) {
        return with(new Last(last.rise, last.fall, last.designation, last.check, last.finding, position));
    }

    private Standing with(Last now) {
        return new Standing(report, escalated, priority, confirmed, designation, safeguarding, now);
    }
}
