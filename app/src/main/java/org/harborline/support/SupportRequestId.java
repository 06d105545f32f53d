// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.util.UUID;
import org.harborline.platform.RecordRef;

/// One request for support.
public record SupportRequestId(UUID value) {

    /// Kind of these records wherever one is named.
    public static final String KIND = "support-request";

    public RecordRef asRecord() {
        return RecordRef.of(KIND, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
