// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// Who stands behind a user name and secret that were right.
///
/// @param providerName display name at this moment
/// @param lenient whether its documents are read leniently
public record ProviderCredential(
        CredentialId id, ProviderId provider, String providerName, CredentialScope scope, boolean lenient) {

    /// May ask for status and schema only.
    public boolean readOnly() {
        return scope == CredentialScope.READ;
    }
}
