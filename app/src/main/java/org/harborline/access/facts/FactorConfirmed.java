// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.UUID;
import org.harborline.access.FactorKind;
import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A second factor was given for a session.
@FactType("access.factor-confirmed")
public record FactorConfirmed(HolderId holder, UUID session, FactorKind factor) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
