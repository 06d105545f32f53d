// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// A new credential with its secret, which is shown once and kept nowhere.
public record IssuedCredential(CredentialId id, String userName, String secret) {

    @Override
    public String toString() {
        return "IssuedCredential(" + id + ")";
    }
}
