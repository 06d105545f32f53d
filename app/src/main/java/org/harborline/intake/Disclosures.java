// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;

/// Opens, piece by piece, what is hidden on a report's page. Each opening is a fact of its own.
public interface Disclosures {

    /// One section of free text. Needs [org.harborline.platform.Permission#REPORT_REVEAL] and a purpose.
    String revealText(Actor actor, ReportNumber number, Code section, int ordinal);

    /// The sheet that names who reported. Needs [org.harborline.platform.Permission#REPORTER_REVEAL] and a purpose.
    List<SheetLine> revealReporter(Actor actor, ReportNumber number);

    /// One line of the reporter's sheet.
    ///
    /// @param path elements from the outermost in, such as `reportingPerson/email`
    record SheetLine(String path, String value) {

        @Override
        public String toString() {
            return "SheetLine(" + path + ")";
        }
    }
}
