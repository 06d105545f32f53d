// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.intake.ReportNumber;

/// Two reports, the newer number first, so that a pair has one name.
public record ReportPair(ReportNumber newer, ReportNumber older) {

    public ReportPair {
        if (newer.compareTo(older) <= 0) {
            throw new IllegalArgumentException("a pair has two reports, the newer first");
        }
    }

    /// The pair of two different reports in any order.
    public static ReportPair of(ReportNumber one, ReportNumber other) {
        return one.compareTo(other) > 0 ? new ReportPair(one, other) : new ReportPair(other, one);
    }

    /// The one that is not the given one.
    public ReportNumber otherThan(ReportNumber report) {
        return report.equals(newer) ? older : newer;
    }
}
