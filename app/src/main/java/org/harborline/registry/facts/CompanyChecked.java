// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ProviderId;

/// Somebody checked one thing about a company.
@FactType("registry.company-checked")
public record CompanyChecked(ProviderId provider, CheckItem item) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
