// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// Invented agencies of a sandbox. People and clients of a company reach them with its own filed reports and
/// [org.harborline.platform.Permission#REPORT_FILE].
public interface SampleAgencies {

    /// Whether this report can be sent to one: never outside a sandbox.
    boolean offered(Actor actor, ReportNumber report);

    /// Sends a report on its whole way, as people would: it is read, designated and referred to the agency that plays
    /// the part, which then does what it always does. A second time changes nothing.
    ///
    /// @throws org.harborline.platform.ProblemException as if there were no such report when none is offered
    void play(Actor actor, ReportNumber report, Part part);
}
