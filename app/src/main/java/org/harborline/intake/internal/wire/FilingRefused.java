// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import org.harborline.intake.FiledAnswer;

/// A report in one call that cannot be taken as it is.
public final class FilingRefused extends RuntimeException {

    private final DocumentRefused.Layer layer;
    private final transient List<FiledAnswer.Fault> faults;
    private final boolean escalated;

    FilingRefused(DocumentRefused refused, JsonTree tree) {
        super(refused.layer().name(), null, false, false);
        this.layer = refused.layer();
        this.faults = located(refused.findings(), tree);
        this.escalated = refused.escalated();
    }

    /// Findings by their place.
    static List<FiledAnswer.Fault> located(List<Finding> findings, JsonTree tree) {
        return findings.stream()
                .map(finding -> new FiledAnswer.Fault(tree.pointer(finding), sentence(finding)))
                .toList();
    }

    private static String sentence(Finding finding) {
        String place = finding.line() > 0 ? " (line " + finding.line() + ", column " + finding.column() + ")" : "";
        return finding.element() + " " + finding.sentence() + place;
    }

    public DocumentRefused.Layer layer() {
        return layer;
    }

    public List<FiledAnswer.Fault> faults() {
        return faults;
    }

    /// Whether it asked for high priority. Somebody then has to hear that it was not taken.
    public boolean escalated() {
        return escalated;
    }
}
