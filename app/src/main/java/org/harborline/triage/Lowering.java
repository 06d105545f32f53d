// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A lowering that was done, or asked for.
///
/// @param inSpiteOf the reasons that stood before the person who asked
/// @param askedBy opaque holder id
/// @param answeredBy opaque holder id of the second person; absent while none answered or none was needed
public record Lowering(
        UUID id,
        ReportNumber report,
        Priority from,
        Priority to,
        LoweringReason reason,
        Set<Code> inSpiteOf,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    public Lowering {
        inSpiteOf = Set.copyOf(inSpiteOf);
    }

    /// How far it is.
    public enum State {
        /// Done at once; no second person was needed.
        DONE,
        /// Waits for a second person.
        WAITING,
        /// A second person agreed, and it was lowered.
        AGREED,
        /// A second person declined, and it stayed.
        DECLINED
    }
}
