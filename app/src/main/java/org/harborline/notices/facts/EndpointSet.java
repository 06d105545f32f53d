// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A sender said where it wants to hear of its reports, for the first time or anew.
@FactType("notices.endpoint-set")
public record EndpointSet(UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}
