// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A link as this module knows it.
///
/// @param withdrawn by what; absent while it is in effect
record KnownLink(
        ReportNumber newer,
        ReportNumber older,
        Code rule,
        int ruleVersion,
        @Nullable Withdrawal withdrawn) {

    /// Why a link no longer holds and at which journal position that was said.
    record Withdrawal(Code reason, long position) {}

    boolean inEffect() {
        return withdrawn == null;
    }

    boolean joins(ReportNumber one, ReportNumber other) {
        return (newer.equals(one) && older.equals(other)) || (newer.equals(other) && older.equals(one));
    }

    boolean touches(ReportNumber report) {
        return newer.equals(report) || older.equals(report);
    }

    ReportNumber otherThan(ReportNumber report) {
        return report.equals(newer) ? older : newer;
    }

    KnownLink with(@Nullable Withdrawal by) {
        return new KnownLink(newer, older, rule, ruleVersion, by);
    }
}
