// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// New recovery codes were made; earlier ones stopped working.
@FactType("access.recovery-codes-made")
public record RecoveryCodesMade(HolderId holder, int count) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
