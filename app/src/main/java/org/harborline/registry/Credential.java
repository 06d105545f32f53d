// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may be shown about a credential: never its secret, which nobody has but the provider.
///
/// @param userName first half of the credential; not secret
/// @param service the one service it files for; absent when it is for the whole company
/// @param issuedBy opaque id of the account that issued it
/// @param life when it ends and when it was used
public record Credential(
        CredentialId id,
        ProviderId provider,
        String userName,
        @Nullable String service,
        CredentialScope scope,
        Instant issuedAt,
        String issuedBy,
        Life life) {

    /// May ask for status and schema only.
    public boolean readOnly() {
        return !scope.files();
    }

    /// Whether it opens at an instant.
    public boolean opensAt(Instant instant) {
        Instant end = life.expiresAt();
        return life.revokedAt() == null && (end == null || instant.isBefore(end));
    }

    /// When it ends, and when it was used.
    ///
    /// @param expiresAt from when it is refused by itself; absent when it does not expire
    /// @param revokedAt since when it is refused
    /// @param lastUsedAt about when it last opened, to the minute; absent when it never did
    /// @param replaces the one it succeeds
    public record Life(
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable CredentialId replaces) {

        /// Of one that was just made.
        public static Life until(@Nullable Instant expiresAt) {
            return new Life(expiresAt, null, null, null);
        }
    }
}
