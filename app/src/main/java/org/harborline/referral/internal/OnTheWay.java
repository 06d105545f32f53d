// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.HashSet;
import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.triage.Designation;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;

/// What happened to a report after its package was decided or made and before it arrived. Then its agency did not have
/// the package, so nobody told it that this one says something else.
///
/// @param standing of the report when it arrives
record OnTheWay(PackageDelivered arrived, Standing standing) {

    /// What its first package lacks; an agency that had the report before was told. A referral does not say how urgent
    /// its report is, so a rise counts from the decision; a finding is in it up to the moment it was made.
    Set<DueSupplement> supplements() {
        var last = standing.last();
        var due = new HashSet<DueSupplement>();
        if (last.finding() > arrived.madeAt()) {
            due.add(supplement(DueSupplement.Occasion.FINDING, last.finding()));
        }
        boolean rose = standing.urgent() && last.rise() > arrived.chosenAt();
        if (rose && arrived.kind() == PackageKind.REFERRAL) {
            due.add(supplement(DueSupplement.Occasion.DANGER_NOW, last.rise()));
        }
        return due;
    }

    /// What the package prints and nobody stands by any more. It says so itself, whatever its agency was told before it
    /// came.
    Set<DueCorrection> takenBack() {
        var last = standing.last();
        var due = new HashSet<DueCorrection>();
        // whichever it was: the correction prints those that are left
        if (!arrived.findings().isEmpty() && last.withdrawal() > arrived.madeAt()) {
            due.add(correction(DueCorrection.FINDING, last.withdrawal()));
        }
        boolean fell = last.fall() > 0 && !standing.urgent();
        if (arrived.kind() == PackageKind.URGENT_SUPPLEMENT && fell) {
            due.add(correction(DueCorrection.LOWERED, last.fall()));
        }
        return due;
    }

    /// What its first package says of the report as a whole. What stands at the end is compared, not what happened
    /// between: a decision taken back on the way is no news.
    Set<DueCorrection> corrections() {
        var last = standing.last();
        var due = new HashSet<DueCorrection>();
        Designation designation = standing.designation();
        if (designation != null && designation != Designation.ACTIONABLE && restedOnOther(last.designation())) {
            due.add(correction(DueCorrection.designated(designation), last.designation()));
        }
        SafeguardingOutcome safeguarding = standing.safeguarding();
        if (safeguarding != null && printed(safeguarding) != arrived.checked()) {
            due.add(correction(DueCorrection.checked(safeguarding), last.check()));
        }
        return due;
    }

    /// Only an actionable report is referred or follows another; one about danger now goes whatever was decided before.
    private boolean restedOnOther(long designated) {
        return arrived.kind() != PackageKind.URGENT_SUPPLEMENT || designated > arrived.chosenAt();
    }

    private static @Nullable SafeguardingOutcome printed(SafeguardingOutcome outcome) {
        return outcome == SafeguardingOutcome.SIGNS_DO_NOT_HOLD ? null : outcome;
    }

    private DueSupplement supplement(DueSupplement.Occasion occasion, long cause) {
        return new DueSupplement(arrived.report(), arrived.delivery(), occasion, cause);
    }

    private DueCorrection correction(Code reason, long cause) {
        return new DueCorrection(arrived.delivery(), arrived.report(), reason, cause);
    }
}
