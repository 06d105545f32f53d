// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The old secret of a sender's endpoint signs nothing any more, before its overlap was over.
@FactType("notices.secret-dropped")
public record SecretDropped(UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}
