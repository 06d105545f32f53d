// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import java.util.Map;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;

/// What holds a cluster together.
///
/// @param ties its links, those that hold it together alone first, and of each sort the one that says least first
/// @param cuts in force at any of its reports, newest first
/// @param reports what is known of its reports without opening them
public record ClusterShape(Cluster cluster, List<Tie> ties, List<Cut> cuts, Map<ReportNumber, Report> reports) {

    public ClusterShape {
        ties = List.copyOf(ties);
        cuts = List.copyOf(cuts);
        reports = Map.copyOf(reports);
    }
}
