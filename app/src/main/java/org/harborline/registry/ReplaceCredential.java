// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes a successor for a credential. Both open until the chosen instant, then the successor alone.
///
/// @param credential the one that ends
/// @param until from when it is refused; within [#LONGEST_DAYS] days, and never later than it ended anyway
/// @param expiresAt from when the successor is refused; absent when it does not expire
public record ReplaceCredential(
        CredentialId credential, Instant until, @Nullable Instant expiresAt) {

    /// How long two secrets for one purpose may be out at once.
    public static final int LONGEST_DAYS = 90;
}
