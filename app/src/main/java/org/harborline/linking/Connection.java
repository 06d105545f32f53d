// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import org.harborline.intake.ReportNumber;

/// Why two reports are in one cluster.
///
/// @param path the strongest way: no other way has a weakest link that says more, and none of those is shorter
/// @param ways how many ways there are that have no link in common; so many links hold the two together
/// @param capped the cluster is larger than the part in which this was found: there may be further and stronger ways
public record Connection(ReportNumber from, ReportNumber to, List<Tie> path, int ways, boolean capped) {

    public Connection {
        path = List.copyOf(path);
    }
}
