// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import java.time.Instant;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.CredentialId;
import org.harborline.registry.ProviderId;

/// A credential got a successor and ends at an instant.
@FactType("registry.credential-replaced")
public record CredentialReplaced(ProviderId provider, CredentialId credential, CredentialId successor, Instant until)
        implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
