// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.UUID;

/// One entry saying that an agency covers an area for a time.
public record CoverageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
