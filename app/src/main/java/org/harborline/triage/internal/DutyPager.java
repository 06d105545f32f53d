// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import org.harborline.intake.ReportNumber;

/// Enqueues paging in the current transaction.
interface DutyPager {

    /// Pages at once and again until somebody acknowledges. Does nothing when the report is being paged about already.
    void enqueue(ReportNumber report);

    /// Has the next round go out now instead of when it is due.
    void hurry(ReportNumber report);
}
