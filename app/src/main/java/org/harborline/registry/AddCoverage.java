// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Enters that an agency covers an area. The entry is unverified until somebody confirms it.
///
/// @param effectiveUntil first day it no longer applies; absent when open
public record AddCoverage(
        AgencyId agency,
        Area area,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil) {}
