// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Enters a new agency. It receives nothing until somebody verifies it.
///
/// @param code permanent short name of lower-case letters, digits and hyphens
public record RegisterAgency(
        String code,
        String name,
        AgencyKind kind,
        String country,
        @Nullable String region,
        DeliveryChannel channel,
        List<String> languages,
        Set<Capability> capabilities,
        LocalDate effectiveFrom) {

    public RegisterAgency {
        Texts.requireCode(code);
        Texts.requireName(name);
        Texts.requireCountry(country);
        Texts.requireRegion(region);
        languages = List.copyOf(languages);
        capabilities = Set.copyOf(capabilities);
    }
}
