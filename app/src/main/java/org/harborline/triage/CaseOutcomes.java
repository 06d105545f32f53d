// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// What later modules learn about the end of a case. Triage comes before them and cannot follow their facts, so they
/// tell it in their own transaction.
public interface CaseOutcomes {

    /// Records how a case ended, so that reasons which rest on this report stop lifting others. No P1 or P2 falls by
    /// it;
    /// it is listed for a person.
    ///
    /// @param outcome absent when the answers no longer say so
    void record(Actor actor, ReportNumber report, @Nullable CaseOutcome outcome);
}
