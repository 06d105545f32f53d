// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A version of the priority table became the one in force for facts recorded from now on. Reports prioritised before
/// keep their answer.
@FactType("triage.priority-table-activated")
public record PriorityTableActivated(int version) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("priority-table", version);
    }
}
