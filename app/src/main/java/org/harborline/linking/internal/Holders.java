// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.harborline.intake.ReportNumber;

/// Who holds one key: the reports with the time of their sighting, or too many to say.
final class Holders {

    private final Map<ReportNumber, Instant> seen = new LinkedHashMap<>();
    private boolean spread;

    void add(ReportNumber report, Instant seenAt) {
        seen.putIfAbsent(report, seenAt);
    }

    /// The key is a hub from now on.
    void spread() {
        spread = true;
        seen.clear();
    }

    boolean isSpread() {
        return spread;
    }

    Map<ReportNumber, Instant> seen() {
        return seen;
    }

    /// The report holds nothing any more.
    void forget(ReportNumber report) {
        seen.remove(report);
    }
}
