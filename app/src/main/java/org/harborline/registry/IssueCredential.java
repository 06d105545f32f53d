// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes a user name and secret for a provider.
///
/// @param service name of the one service it files for; absent when it is for the whole company
/// @param expiresAt from when it is refused by itself; absent when it does not expire
public record IssueCredential(
        ProviderId provider,
        @Nullable String service,
        CredentialScope scope,
        @Nullable Instant expiresAt) {

    /// For the whole company, to read or to file.
    public IssueCredential(ProviderId provider, boolean readOnly, @Nullable Instant expiresAt) {
        this(provider, null, readOnly ? CredentialScope.READ : CredentialScope.FILE, expiresAt);
    }
}
