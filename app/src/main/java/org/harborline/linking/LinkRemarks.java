// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.Collection;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// What later modules have to say about a report wherever a link to it is shown.
public interface LinkRemarks {

    /// Message keys of one sentence each; reports about which there is nothing to say are absent.
    Map<ReportNumber, String> remarks(Actor actor, Collection<ReportNumber> reports);
}
