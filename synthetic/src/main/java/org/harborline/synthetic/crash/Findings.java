// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the judge found wrong, as sentences; nothing when the law is kept.
///
/// @param complaints one for each kind of breach, with some of the reports concerned
record Findings(List<String> complaints) {

    private static final int NAMED = 10;

    Findings {
        complaints = List.copyOf(complaints);
    }

    /// Names the reports of each breach.
    static Findings of(Map<String, List<Long>> breaches) {
        var complaints = new ArrayList<String>();
        breaches.forEach((breach, reports) -> {
            if (!reports.isEmpty()) {
                complaints.add(reports.size() + " reports " + breach + ", such as "
                        + reports.stream().limit(NAMED).toList());
            }
        });
        return new Findings(complaints);
    }

    Findings and(Findings others) {
        var all = new ArrayList<>(complaints);
        all.addAll(others.complaints);
        return new Findings(all);
    }

    boolean none() {
        return complaints.isEmpty();
    }
}
