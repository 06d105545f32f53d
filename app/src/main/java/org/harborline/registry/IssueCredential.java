// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes a user name and secret for a provider.
///
/// @param readOnly may ask for status and schema only
/// @param expiresAt from when it is refused by itself; absent when it does not expire
public record IssueCredential(
        ProviderId provider, boolean readOnly, @Nullable Instant expiresAt) {}
