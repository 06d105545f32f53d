// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import org.harborline.intake.completeness.Completeness;
import org.jspecify.annotations.Nullable;

/// What a sender is told of a report it filed, the same whenever it asks.
///
/// @param preservedUntil until when the sender keeps the material
/// @param items how many items were described
/// @param dropped how many values the gate left out
/// @param relation how it belongs to an earlier report; absent when it stands for itself
/// @param relatedTo the earlier report
/// @param completeness how complete it was when it was accepted
public record FiledReceipt(
        ReportNumber number,
        Instant filedAt,
        Instant preservedUntil,
        int items,
        int dropped,
        @Nullable RelationKind relation,
        @Nullable ReportNumber relatedTo,
        @Nullable Completeness completeness) {}
