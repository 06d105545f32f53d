// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import org.jspecify.annotations.Nullable;

/// Who stands behind a user name and secret that were right.
///
/// @param providerName display name at this moment
/// @param lenient whether its documents are read leniently
/// @param service the one service it files for; absent when it is for the whole company
public record ProviderCredential(
        CredentialId id,
        ProviderId provider,
        String providerName,
        CredentialScope scope,
        boolean lenient,
        @Nullable ServiceId service) {

    /// For the whole company.
    public ProviderCredential(
            CredentialId id, ProviderId provider, String providerName, CredentialScope scope, boolean lenient) {
        this(id, provider, providerName, scope, lenient, null);
    }

    /// May ask for status and schema only.
    public boolean readOnly() {
        return !scope.files();
    }
}
