// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.UUID;

/// A user name and secret issued to a provider. Safe to log and journal: it opens nothing.
public record CredentialId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
