// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.List;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Sessions ended before their time; why is told by the code.
@FactType("access.sessions-ended")
public record SessionsEnded(HolderId holder, List<UUID> sessions, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
