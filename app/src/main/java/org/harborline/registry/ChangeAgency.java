// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes an agency. Changing its name or channel withdraws its verification: what was confirmed is no longer what is
/// written there.
///
/// @param version the one that was shown
public record ChangeAgency(
        AgencyId id,
        long version,
        String name,
        DeliveryChannel channel,
        List<String> languages,
        Set<Capability> capabilities,
        @Nullable LocalDate effectiveUntil) {

    public ChangeAgency {
        Texts.requireName(name);
        languages = List.copyOf(languages);
        capabilities = Set.copyOf(capabilities);
    }
}
