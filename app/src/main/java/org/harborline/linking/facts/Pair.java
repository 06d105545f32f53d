// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.RecordRef;

/// Names the record "link between two reports". A report may gain many links from one cause, and a follower keeps one
/// fact per cause, type and subject, so the subject is the link and not the report.
final class Pair {

    private Pair() {}

    static RecordRef link(ReportNumber report, ReportNumber other) {
        return new RecordRef("link", report + "-" + other);
    }

    static RecordRef alert(ReportNumber report, ReportNumber other) {
        return new RecordRef("cross-role-hit", report + "-" + other);
    }
}
