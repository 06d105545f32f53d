// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// Invented agencies of a sandbox.
public interface SampleAgencies {

    /// Sends a report of the own company on its whole way, as people would: it is read, designated and referred to the
    /// agency that plays the part, which then does what it always does. Needs
    /// [org.harborline.platform.Permission#REPORT_FILE]. A second time changes nothing.
    ///
    /// @throws org.harborline.platform.ProblemException as if there were no such report, outside a sandbox too
    void play(Actor actor, ReportNumber report, Part part);
}
