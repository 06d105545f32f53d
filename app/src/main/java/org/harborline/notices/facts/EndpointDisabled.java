// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Nothing reached a sender's endpoint for days; nothing is sent to it until it is set again.
@FactType("notices.endpoint-disabled")
public record EndpointDisabled(UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}
