// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.UUID;
import org.harborline.access.FactorKind;
import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A second factor was added.
@FactType("access.factor-enrolled")
public record FactorEnrolled(HolderId holder, UUID factor, FactorKind kind) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}
