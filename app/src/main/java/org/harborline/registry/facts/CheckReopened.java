// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ProviderId;

/// A thing about a company is to be checked again.
@FactType("registry.check-reopened")
public record CheckReopened(ProviderId provider, CheckItem item) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
