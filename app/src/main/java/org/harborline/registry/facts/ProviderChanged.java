// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// Name or services of a provider were changed.
@FactType("registry.provider-changed")
public record ProviderChanged(ProviderId provider, long version) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
