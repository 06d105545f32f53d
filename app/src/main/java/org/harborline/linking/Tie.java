// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import org.harborline.intake.ReportNumber;

/// A link in effect and what it carries among others.
///
/// @param weakest it says less than others of those it is shown with, and none of them says less
/// @param parted the reports that no other link holds with the rest, the fewer of the two sides; empty when others do
public record Tie(Link link, boolean weakest, List<ReportNumber> parted) {

    public Tie {
        parted = List.copyOf(parted);
    }

    /// Whether cutting this link alone takes the cluster apart.
    public boolean holdsAlone() {
        return !parted.isEmpty();
    }
}
