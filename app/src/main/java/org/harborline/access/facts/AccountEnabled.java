// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A disabled account can sign in again.
@FactType("access.account-enabled")
public record AccountEnabled(HolderId holder) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
