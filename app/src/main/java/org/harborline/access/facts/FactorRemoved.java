// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The holder removed a second factor.
@FactType("access.factor-removed")
public record FactorRemoved(HolderId holder, UUID factor) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
