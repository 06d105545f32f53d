// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.Map;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;

/// What a cut left on either side.
///
/// @param newer the cluster of the newer report
/// @param older the cluster of the older report
/// @param reports what is known of both sides without opening them
public record Split(Cut cut, Cluster newer, Cluster older, Map<ReportNumber, Report> reports) {

    public Split {
        reports = Map.copyOf(reports);
    }

    /// Whether other links hold the two reports together.
    public boolean together() {
        return newer.reports().contains(cut.pair().older())
                || older.reports().contains(cut.pair().newer());
    }

    /// Whether nothing else holds the two reports together. Where neither side is shown whole it cannot be said: then
    /// they are neither known to be together nor to be apart.
    public boolean apart() {
        return !together() && !(newer.capped() && older.capped());
    }
}
