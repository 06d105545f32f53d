// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.HashSet;
import java.util.Set;
import org.harborline.intake.ReportNumber;

/// Answers to the coded questions of a first look. It replaces earlier answers; what is in neither set is unknown.
public record RecordFirstLook(ReportNumber report, Set<FirstLookFact> yes, Set<FirstLookFact> no) {

    public RecordFirstLook {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
        var both = new HashSet<>(yes);
        both.retainAll(no);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("a question is answered once");
        }
    }
}
