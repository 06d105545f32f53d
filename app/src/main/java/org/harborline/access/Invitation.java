// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A one-time link by which somebody sets a password. Its secret exists in clear only here, once; stored is a hash.
///
/// @param holder absent for the link that creates the first administrator
/// @param secret last part of the address `/invitation/<secret>`
public record Invitation(@Nullable HolderId holder, String secret, Instant expiresAt) {

    /// Where the link leads, relative to the installation's address.
    public String path() {
        return "/invitation/" + secret;
    }

    @Override
    public String toString() {
        return "Invitation[" + holder + "]";
    }
}
