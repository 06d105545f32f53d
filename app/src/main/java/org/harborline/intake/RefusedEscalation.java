// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An escalation that did not become a filed report, or not yet. The duty officer asks the provider; content is not
/// kept.
///
/// @param requestId as answered in `Request-ID`, so that the provider finds its side
/// @param report the report that expired or is not finished; absent for a document that was refused
/// @param refusedAt the first time
/// @param times how often documents of this provider were refused for this reason within some minutes; the others
/// have no row of their own
/// @param toldAt when the provider's contact was told by mail; absent while nobody could be
/// @param unfinished how the report stands now; for [Reason#UNFINISHED] only
public record RefusedEscalation(
        UUID id,
        UUID provider,
        String providerName,
        @Nullable String requestId,
        @Nullable ReportNumber report,
        Reason reason,
        Instant refusedAt,
        int times,
        @Nullable Instant toldAt,
        @Nullable Unfinished unfinished) {

    /// Whether nothing is left to ask for: the sender finished or retracted the report.
    public boolean settled() {
        return unfinished != null && unfinished.state() != ReportState.OPEN;
    }

    /// A report that was opened and not finished soon, as it stands now.
    ///
    /// @param expiresAt when it is gone if its sender does nothing more
    /// @param endedAt when its sender finished or retracted it
    public record Unfinished(
            ReportState state, Instant expiresAt, @Nullable Instant endedAt) {}

    /// Why it was not filed.
    public enum Reason {
        /// Too large, too slow, of a type that is not taken, or sent with a credential that may not file.
        NOT_TAKEN,
        /// Not well-formed.
        MALFORMED,
        /// Broke the schema or a rule.
        INVALID,
        /// Its key or reference names another report that was filed before.
        NAMED_BEFORE,
        /// Opened and not finished soon; the sender still can.
        UNFINISHED,
        /// Opened and never finished.
        EXPIRED
    }
}
