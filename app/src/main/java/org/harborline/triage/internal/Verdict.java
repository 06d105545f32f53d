// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.Comparator;
import java.util.List;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;

/// What a version of the priority table says about one vector: every rule that matched, strictest first.
///
/// @param tableVersion which version said so
record Verdict(int tableVersion, List<Match> matches) {

    /// Permanent reason of the level that a report has when no rule matches.
    static final Code NO_RULE = Code.of("no-rule-matched");

    Verdict {
        matches = matches.isEmpty()
                ? List.of(new Match(Priority.P3, NO_RULE))
                : matches.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Match::level)
                                .thenComparing(match -> match.reason().value()))
                        .toList();
    }

    /// The strictest of the levels.
    Priority level() {
        return matches.getFirst().level();
    }

    /// A rule that matched.
    record Match(Priority level, Code reason) {}
}
