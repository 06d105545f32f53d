// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;

/// Two reports in an address: `5-3`.
final class Pairs {

    private Pairs() {}

    static String name(ReportPair pair) {
        return pair.newer() + "-" + pair.older();
    }

    static ReportPair read(String both) {
        try {
            String[] ends = both.split("-", 2);
            return of(
                    new ReportNumber(Long.parseLong(ends[0])), new ReportNumber(Long.parseLong(ends[ends.length - 1])));
        } catch (IllegalArgumentException _) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    /// No pair is of one report.
    static ReportPair of(ReportNumber one, ReportNumber other) {
        if (one.equals(other)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return ReportPair.of(one, other);
    }
}
