// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When senders are told. Told at once, the moment itself would speak: what is read within minutes is urgent, and two
/// reports that are made available in the same second belong together. So all that happened within a step is told at
/// its end.
///
/// @param step null tells at once, as a sandbox does: nothing is at stake there, and engineers wait
record Release(@Nullable Duration step) {

    Instant of(Instant happened) {
        if (step == null) {
            return happened;
        }
        long length = step.toSeconds();
        long done = Math.floorDiv(happened.getEpochSecond(), length);
        return Instant.ofEpochSecond((done + 1) * length);
    }
}
