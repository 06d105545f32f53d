// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Name and password were right and a session was opened. A second factor may still be due.
@FactType("access.signed-in")
public record SignedIn(HolderId holder, UUID session) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
