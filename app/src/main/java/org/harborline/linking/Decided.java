// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is decided about a pair beside cuts.
public record Decided(
        @Nullable Confirmation confirmation, @Nullable Expiry expiry) {

    /// A person's word that two reports belong together.
    ///
    /// @param by who gave it, by name
    public record Confirmation(UUID id, String by, Instant at) {}

    /// When a link ends.
    ///
    /// @param by who set it, by name
    public record Expiry(UUID id, Instant at, String by) {}
}
