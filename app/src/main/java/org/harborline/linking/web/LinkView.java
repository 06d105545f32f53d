// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;

/// A link as one report's page tells it.
///
/// @param other the report at the other end
record LinkView(ReportNumber other, Link link, List<ReasonView> reasons) {

    static LinkView of(ReportNumber report, Link link) {
        return new LinkView(
                link.pair().otherThan(report),
                link,
                link.reasons().stream().map(ReasonView::of).toList());
    }

    /// One reason in words.
    ///
    /// @param ruleKey message key of the sentence
    record ReasonView(LinkReason reason, String ruleKey) {

        static ReasonView of(LinkReason reason) {
            return new ReasonView(reason, "linking.rule." + reason.rule());
        }
    }
}
