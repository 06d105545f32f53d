// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;

/// Where reports of the public become reports like all others.
public interface OpenReports {

    /// Seals, before a transaction opens.
    Prepared prepare(Actor actor, AcceptedReport accepted, ReportSource source, List<Code> answers);

    /// A sealed report that is not stored yet.
    interface Prepared {

        ReportNumber number();

        /// Stores and files it, in the current transaction.
        void file();
    }
}
