// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.LinkReason;

/// Finds what reports of one batch and those they may be linked to contradict each other in. Pure, and the same
/// whichever of two reports came first.
final class Contradicting {

    private final Map<ReportNumber, Statement> statements;

    /// @param statements of reports that state anything; what is not in here contradicts nothing
    Contradicting(Map<ReportNumber, Statement> statements) {
        this.statements = new HashMap<>(statements);
    }

    /// For sets of reports that state nothing of the kind.
    static Contradicting none() {
        return new Contradicting(Map.of());
    }

    Set<ContradictionKind> between(ReportNumber one, ReportNumber other) {
        Statement first = statements.get(one);
        Statement second = statements.get(other);
        return first == null || second == null ? Set.of() : first.against(second);
    }

    /// Whether any two of the reports contradict each other. When none do, each belongs with each, and a few links hold
    /// all of them together.
    boolean amid(Collection<ReportNumber> reports) {
        List<ReportNumber> speaking =
                reports.stream().filter(statements::containsKey).toList();
        for (int i = 0; i < speaking.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!between(speaking.get(i), speaking.get(j)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What reasons between two reports come to.
    ///
    /// @param found takes what was found
    /// @return the reasons, of which those that are withheld say so
    List<Reason> weigh(Collection<Reason> made, boolean changesHands, Set<ContradictionTable.Row> found) {
        var weighed = new ArrayList<Reason>();
        for (Reason reason : made) {
            Set<ContradictionKind> kinds =
                    between(reason.pair().newer(), reason.pair().older());
            kinds.forEach(kind -> found.add(new ContradictionTable.Row(reason.pair(), kind, reason.madeAt())));
            boolean withheld = changesHands && !kinds.isEmpty();
            weighed.add(withheld ? reason.withdrawn(LinkReason.Lost.CONTRADICTED) : reason);
        }
        return weighed;
    }
}
