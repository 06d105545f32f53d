// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;

/// An identifier in so many reports that it links nothing.
///
/// @param key opaque, for paging
/// @param report the report that crossed the limit
/// @param rarity how common it is now
public record Hub(
        UUID key,
        Code rule,
        int ruleVersion,
        IdentifierKind kind,
        ReportNumber report,
        int limit,
        Instant crossedAt,
        LinkReason.Rarity rarity) {}
