// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// A record follows its retention schedule again.
@FactType("vault.hold-released")
public record HoldReleased(RecordRef record, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return record;
    }
}
