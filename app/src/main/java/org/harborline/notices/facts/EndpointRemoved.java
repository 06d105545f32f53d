// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A sender's endpoint was taken away. What was on its way to it is cancelled.
@FactType("notices.endpoint-removed")
public record EndpointRemoved(UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}
