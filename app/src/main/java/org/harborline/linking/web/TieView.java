// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkReason;
import org.harborline.linking.Tie;

/// A link as a cluster tells it.
///
/// @param id of the element that shows it
/// @param reasons that hold
record TieView(Tie tie, String id, ReportNumber newer, ReportNumber older, List<LinkView.ReasonView> reasons) {

    static TieView of(Tie tie) {
        var pair = tie.link().pair();
        return new TieView(
                tie,
                "link-" + pair.newer() + "-" + pair.older(),
                pair.newer(),
                pair.older(),
                tie.link().reasons().stream()
                        .filter(reason -> reason.lost() == null)
                        .map(LinkView.ReasonView::of)
                        .toList());
    }

    /// Whether only one identifier says that the two belong together.
    public boolean restsOnOne() {
        return reasons.size() == 1;
    }

    /// Whether each of its identifiers is in further reports too.
    public boolean common() {
        return reasons.stream().allMatch(reason -> {
            LinkReason.Rarity rarity = reason.reason().rarity();
            return rarity != null && rarity.reports() > 2;
        });
    }

    /// The reports that no other link holds with the rest.
    public String parted() {
        return ReportList.of(tie.parted());
    }
}
