// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.jspecify.annotations.Nullable;

/// An unconfirmed P1 about which people are paged until somebody has it before them, and again when they let go of it.
///
/// @param rounds how often people were paged
/// @param paged how many people the last round could reach; 0 means that nobody on the rota can be reached
/// @param reachedRound the last round of which a mail server or webhook took a page; absent until one does
/// @param nextAt when the next round goes out; absent once acknowledged
/// @param endsAt when the clock to the first human look ends
/// @param acknowledgedBy opaque holder id
/// @param endedAt when the report was found confirmed, lowered or designated; absent while it may be paged about
public record Alarm(
        ReportNumber report,
        int rounds,
        int paged,
        @Nullable Integer reachedRound,
        Instant openedAt,
        @Nullable Instant pagedAt,
        @Nullable Instant nextAt,
        Instant endsAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant endedAt) {}
