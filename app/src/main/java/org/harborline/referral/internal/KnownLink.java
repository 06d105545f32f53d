// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;

/// A link as this module knows it.
record KnownLink(ReportNumber newer, ReportNumber older, Code rule, int ruleVersion, boolean inEffect) {

    boolean joins(ReportNumber one, ReportNumber other) {
        return (newer.equals(one) && older.equals(other)) || (newer.equals(other) && older.equals(one));
    }

    ReportNumber otherThan(ReportNumber report) {
        return report.equals(newer) ? older : newer;
    }

    KnownLink with(boolean effect) {
        return new KnownLink(newer, older, rule, ruleVersion, effect);
    }
}
