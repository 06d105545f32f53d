// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Connection;
import org.harborline.linking.Tie;
import org.jspecify.annotations.Nullable;

/// The way from one report to another as its page shows it.
///
/// @param weakest where to look first; absent when no link of the way says less than the others
record PathView(
        Connection connection, List<Step> steps, @Nullable TieView weakest) {

    static PathView of(Connection connection) {
        var steps = new ArrayList<Step>();
        ReportNumber here = connection.from();
        for (Tie tie : connection.path()) {
            ReportNumber next = tie.link().pair().otherThan(here);
            steps.add(new Step(
                    here,
                    next,
                    TieView.of(tie),
                    tie.weakest() || connection.path().size() == 1));
            here = next;
        }
        return new PathView(
                connection,
                steps,
                steps.stream().filter(Step::weakest).findFirst().map(Step::tie).orElse(null));
    }

    /// One link of the way.
    record Step(ReportNumber from, ReportNumber to, TieView tie, boolean weakest) {}
}
