// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.Instant;
import java.util.List;
import org.harborline.intake.ReportNumber;

/// What the sender of a report is told of it now.
///
/// @param steps what it was told, oldest first, never empty; the last is the state
public record OutwardStanding(ReportNumber report, List<Step> steps) {

    public OutwardStanding {
        steps = List.copyOf(steps);
    }

    public OutwardState state() {
        return steps.getLast().state();
    }

    public Instant since() {
        return steps.getLast().at();
    }

    /// One state and from when it is told. Not when it happened: that would show more than the state.
    public record Step(OutwardState state, Instant at) {}
}
