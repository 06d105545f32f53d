// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.UUID;
import org.harborline.platform.RecordRef;

/// A reporting company in the registry.
public record ProviderId(UUID value) {

    /// How other modules and the journal name it.
    public RecordRef ref() {
        return RecordRef.of("provider", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
