// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known about a report without opening it.
///
/// @param provider the sender
/// @param providerName the sender's display name when it was filed
/// @param renewedUntil until when it was asked to keep it beyond that
/// @param expiresAt when an open report is gone unless it is finished
/// @param preservedUntil until when the sender keeps the material, by the scheme in force when it was finished
/// @param source by which way it came; who sent it, when no company did, stands in the reporter's sheet alone
/// @param dropped how many values the gate left out of the report and its items
public record Report(
        ReportNumber number,
        UUID provider,
        String providerName,
        ReportState state,
        IncidentType incidentType,
        boolean escalated,
        boolean batched,
        Instant incidentAt,
        Instant openedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant preservedUntil,
        int dropped,
        ReportSource source,
        @Nullable Instant renewedUntil,
        @Nullable Instant expiresAt) {

    /// Until when the sender keeps the material, as it stands now.
    public @Nullable Instant keptUntil() {
        return renewedUntil != null ? renewedUntil : preservedUntil;
    }
}
