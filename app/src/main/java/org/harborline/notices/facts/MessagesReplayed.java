// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Messages to a sender's endpoint are sent again.
@FactType("notices.messages-replayed")
public record MessagesReplayed(UUID provider, int count) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}
