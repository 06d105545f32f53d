// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// An erasure from the first person's wish to the certificate. Holds nothing of what was erased.
///
/// @param answeredAt when a second person agreed or declined; an agreed erasure happened at this instant
/// @param confirmers modules that must confirm
/// @param confirmed modules that have confirmed
/// @param certifiedAt absent until all have
/// @param backupsExpireOn the day from which no backup holds a key of the record any more
public record Erasure(
        UUID id,
        RecordRef record,
        ErasureReason reason,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        List<String> confirmers,
        List<String> confirmed,
        @Nullable Instant certifiedAt,
        @Nullable LocalDate backupsExpireOn) {

    public Erasure {
        confirmers = List.copyOf(confirmers);
        confirmed = List.copyOf(confirmed);
    }

    /// Where it stands.
    public enum State {
        /// Waits for a second person.
        ASKED,
        DECLINED,
        /// The keys are destroyed.
        ERASED
    }
}
