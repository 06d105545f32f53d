// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// An unconfirmed P1 about which people are paged.
///
/// @param rounds how often people were paged
/// @param paged how many people the last round reached; 0 means that the rota is empty
/// @param nextAt when the next round goes out; absent once acknowledged
/// @param endsAt when the clock to the first human look ends
/// @param acknowledgedBy opaque holder id
public record Alarm(
        ReportNumber report,
        int rounds,
        int paged,
        Instant openedAt,
        @Nullable Instant pagedAt,
        @Nullable Instant nextAt,
        Instant endsAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {}
