// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody was put on the rota or taken off it.
///
/// @param onDuty false when taken off
@FactType("triage.rota-changed")
public record RotaChanged(UUID contact, boolean onDuty) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("rota-contact", contact);
    }
}
