// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import org.jspecify.annotations.Nullable;

/// Which agencies to list. Absent parts do not narrow.
///
/// @param country ISO 3166-1 alpha-2
/// @param text part of the name, any case
public record AgencyFilter(
        @Nullable String country,
        @Nullable AgencyKind kind,
        @Nullable String text) {

    /// All of them.
    public static AgencyFilter all() {
        return new AgencyFilter(null, null, null);
    }
}
