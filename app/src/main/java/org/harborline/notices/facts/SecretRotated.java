// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A sender's endpoint has a new secret.
@FactType("notices.secret-rotated")
public record SecretRotated(UUID provider) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}
