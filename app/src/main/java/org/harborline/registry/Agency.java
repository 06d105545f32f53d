// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A law-enforcement agency that may receive packages.
///
/// @param code permanent short name, unique, such as `us-ca-san-diego`
/// @param country ISO 3166-1 alpha-2
/// @param region part of the country where it sits; absent when it has none
/// @param languages BCP 47 tags its officers read, preferred first
/// @param contactsHeld kinds of contact point on file; what is not in it is missing
/// @param sample comes from sample data; never receives a real package
/// @param effectiveFrom first day it exists
/// @param effectiveUntil first day it no longer exists; absent when open
/// @param version raised by every change; a change made on an older version is refused
public record Agency(
        AgencyId id,
        String code,
        String name,
        AgencyKind kind,
        String country,
        @Nullable String region,
        DeliveryChannel channel,
        List<String> languages,
        Set<Capability> capabilities,
        Set<ContactKind> contactsHeld,
        Verification verification,
        boolean sample,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        long version) {

    public Agency {
        languages = List.copyOf(languages);
        capabilities = Set.copyOf(capabilities);
        contactsHeld = Set.copyOf(contactsHeld);
    }

    /// Whether the agency exists on a day.
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || day.isBefore(effectiveUntil));
    }
}
