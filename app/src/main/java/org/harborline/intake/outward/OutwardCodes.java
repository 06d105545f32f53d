// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.outward;

import java.util.Collection;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;

/// Knows how far reports are, as codes that senders may learn: `received`, `read`, `made-available`,
/// `question`,
/// `corrected`. The module that follows what happens to reports contributes one bean; a report that is
/// not in its
/// answer
/// is received, and no more is known.
public interface OutwardCodes {

    Code RECEIVED = Code.of("received");

    /// Reports of the actor's own company among these, with one statement.
    Map<ReportNumber, Code> of(Actor actor, Collection<ReportNumber> reports);
}
