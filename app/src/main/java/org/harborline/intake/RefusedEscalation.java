// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An escalation that did not become a filed report. The duty officer asks the provider; content is not kept.
///
/// @param requestId as answered in `Request-ID`, so that the provider finds its side
/// @param report the report that expired; absent for a document that was refused
/// @param refusedAt the first time
/// @param times how often documents of this provider were refused for this reason within some minutes; the others
/// have no row of their own
/// @param toldAt when the provider's contact was told by mail; absent while nobody could be
public record RefusedEscalation(
        UUID id,
        UUID provider,
        String providerName,
        @Nullable String requestId,
        @Nullable ReportNumber report,
        Reason reason,
        Instant refusedAt,
        int times,
        @Nullable Instant toldAt) {

    /// Why it was not filed.
    public enum Reason {
        /// Too large, too slow, of a type that is not taken, or sent with a credential that may not file.
        NOT_TAKEN,
        /// Not well-formed.
        MALFORMED,
        /// Broke the schema or a rule.
        INVALID,
        /// Opened and never finished.
        EXPIRED
    }
}
