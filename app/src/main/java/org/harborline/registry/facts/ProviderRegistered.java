// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// A provider was entered.
@FactType("registry.provider-registered")
public record ProviderRegistered(ProviderId provider, boolean sample) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
