// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// What holds clusters together, and where they come apart. Everything is computed when asked, from links in effect.
/// All of it needs [org.harborline.platform.Permission#REPORT_READ].
public interface Clusters {

    /// The cluster of a report with its links, weakest first.
    ClusterShape shapeOf(Actor actor, ReportNumber report);

    /// How two reports come to be in one cluster. Not found when they are not.
    Connection connection(Actor actor, ReportNumber from, ReportNumber to);

    /// What the cut of a pair left on either side. Not found when no cut is in force.
    Split splitBy(Actor actor, ReportPair pair);

    /// When what is in the cluster of a report happened.
    Timeline timelineOf(Actor actor, ReportNumber report);
}
