// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.UUID;
import org.harborline.platform.RecordRef;

/// A law-enforcement agency in the registry.
public record AgencyId(UUID value) {

    /// How other modules and the journal name it.
    public RecordRef ref() {
        return RecordRef.of("agency", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
