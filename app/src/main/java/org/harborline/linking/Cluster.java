// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import org.harborline.intake.ReportNumber;

/// The reports that links in effect lead to from one report. A view: it is computed when asked and stored nowhere.
///
/// @param reports ascending, the asked one included
/// @param links between them
/// @param capped there are more; a group this large needs a person to look at what holds it together
public record Cluster(ReportNumber start, List<ReportNumber> reports, List<Link> links, boolean capped) {

    public Cluster {
        reports = List.copyOf(reports);
        links = List.copyOf(links);
    }
}
