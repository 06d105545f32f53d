// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A second factor of an account.
public record Factor(
        UUID id,
        FactorKind kind,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
