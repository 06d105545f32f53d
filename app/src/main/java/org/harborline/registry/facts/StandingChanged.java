// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;

/// A company stands elsewhere with us.
@FactType("registry.standing-changed")
public record StandingChanged(ProviderId provider, Standing from, Standing to) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
