// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// A company that asked to join opened its link, and exists from now on.
@FactType("registry.application-confirmed")
public record ApplicationConfirmed(ProviderId provider) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
