// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import org.harborline.intake.ReportNumber;
import org.harborline.sandbox.Part;

/// One report and the part that is played with it.
record Play(ReportNumber report, Part part) {

    /// The name of its job.
    String name() {
        return report + "_" + part;
    }

    static Play of(String name) {
        int end = name.indexOf('_');
        return new Play(
                new ReportNumber(Long.parseLong(name.substring(0, end))), Part.valueOf(name.substring(end + 1)));
    }
}
