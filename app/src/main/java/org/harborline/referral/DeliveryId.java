// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.UUID;
import org.harborline.platform.RecordRef;

/// One package on its way to one agency.
public record DeliveryId(UUID value) {

    /// How other modules and the journal name it.
    public RecordRef ref() {
        return RecordRef.of("delivery", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
