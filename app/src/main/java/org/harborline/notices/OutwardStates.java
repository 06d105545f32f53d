// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.util.Collection;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// What senders are told of their reports. A state comes from the first fact that makes it true and is never taken
/// back: a return, a cut link or a second look change nothing here. Two say that something is to be looked at:
/// `question`
/// stands while a question waits, and like `corrected` is told anew each time.
public interface OutwardStates {

    /// Where reports stand for their senders, with one statement. A sender gets those of its own reports, staff with
    /// [org.harborline.platform.Permission#REPORT_READ] of all; others are absent, and so is what was never filed.
    Map<ReportNumber, OutwardStanding> of(Actor actor, Collection<ReportNumber> reports);
}
