// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import java.time.Instant;
import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// A company showed that its client works.
@FactType("registry.conformance-accepted")
public record ConformanceAccepted(ProviderId provider, UUID run, Instant passedAt) implements Fact {

    @Override
    public RecordRef subject() {
        return provider.ref();
    }
}
