// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.CredentialId;
import org.harborline.registry.ProviderId;

/// A credential is refused from now on.
@FactType("registry.credential-revoked")
public record CredentialRevoked(ProviderId provider, CredentialId credential) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
