// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// All credentials of a company were revoked at one stroke.
///
/// @param count how many opened until then
@FactType("registry.credentials-stopped")
public record CredentialsStopped(ProviderId provider, int count) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
