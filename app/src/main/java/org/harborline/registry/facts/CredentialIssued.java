// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.CredentialId;
import org.harborline.registry.ProviderId;

/// A provider got a credential.
@FactType("registry.credential-issued")
public record CredentialIssued(ProviderId provider, CredentialId credential, boolean readOnly) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
