// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.util.List;

/// Reports in the order of their numbers, and what is known of some pairs among them.
public record LinkingChapter(List<LinkingReport> reports, List<Planted> planted) {

    public LinkingChapter {
        reports = List.copyOf(reports);
        planted = List.copyOf(planted);
    }
}
