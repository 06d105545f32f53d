// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// A record is kept from erasure until the hold is released.
@FactType("vault.record-held")
public record RecordHeld(RecordRef record, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return record;
    }
}
