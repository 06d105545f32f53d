// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import java.time.Duration;
import java.time.Instant;
import org.harborline.intake.ReportNumber;
import org.harborline.sandbox.Part;

/// One report and the part that is played with it, for a time.
///
/// @param until when it is given up: what has not come to its end by then waits for somebody or something that may
/// never come, such as a report that was erased
record Play(ReportNumber report, Part part, Instant until) {

    /// Ends fall on whole steps of this, so that whoever asks twice in a row asks for the same play, or for the next.
    private static final Duration STEP = Duration.ofMinutes(10);

    /// A play that is asked for now. It has ten to twenty minutes; most need seconds.
    static Play from(Instant now, ReportNumber report, Part part) {
        long step = now.getEpochSecond() / STEP.toSeconds();
        return new Play(report, part, Instant.ofEpochSecond((step + 2) * STEP.toSeconds()));
    }

    /// The play of whoever asked a step earlier.
    Play before() {
        return new Play(report, part, until.minus(STEP));
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }

    /// The name of its job, which is all that is kept of it.
    String name() {
        return report + "_" + until.getEpochSecond() + "_" + part;
    }

    /// Reads a name back.
    static Play of(String name) {
        String[] parts = name.split("_", 3);
        return new Play(
                new ReportNumber(Long.parseLong(parts[0])),
                Part.valueOf(parts[2]),
                Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }
}
