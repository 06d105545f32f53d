// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may be shown about a credential: never its secret, which nobody has but the provider.
///
/// @param userName first half of the credential; not secret
/// @param issuedBy opaque id of the account that issued it
/// @param expiresAt from when it is refused by itself; absent when it does not expire
/// @param revokedAt since when it is refused
public record Credential(
        CredentialId id,
        ProviderId provider,
        String userName,
        boolean readOnly,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}
