// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who asked to join and has not opened the link yet.
///
/// @param mailedAt when the mail left; absent when it did not
/// @param expiresAt when the application is forgotten
public record Applicant(
        UUID id,
        String company,
        String country,
        Instant askedAt,
        @Nullable Instant mailedAt,
        Instant expiresAt) {}
