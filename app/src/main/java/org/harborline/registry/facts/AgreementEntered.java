// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// An agreement with a company was entered.
@FactType("registry.agreement-entered")
public record AgreementEntered(ProviderId provider, UUID agreement) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
