// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An agency covers an area from one day until another.
///
/// @param effectiveFrom first day it applies
/// @param effectiveUntil first day it no longer applies; absent when open
/// @param verification who vouched for this entry, apart from the agency itself
/// @param sample comes from sample data
/// @param version for [Organisations#endCoverage]; raised by every change
public record CoverageArea(
        CoverageId id,
        AgencyId agency,
        Area area,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Verification verification,
        boolean sample,
        long version) {

    /// Whether the entry applies on a day.
    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || day.isBefore(effectiveUntil));
    }
}
