// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// An account cannot sign in any more.
@FactType("access.account-disabled")
public record AccountDisabled(HolderId holder) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
