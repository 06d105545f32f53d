// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// A person opened a sealed record. Who and why stand in the entry.
@FactType("vault.record-opened")
public record RecordOpened(RecordRef record, Code compartment) implements Fact {

    @Override
    public RecordRef subject() {
        return record;
    }
}
