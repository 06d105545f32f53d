// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Duration;
import java.time.Instant;
import org.harborline.referral.PackageKind;
import org.harborline.triage.Priority;

/// Until when a package is to be acknowledged. Shorter than the agency's own work: it only says that somebody has seen
/// it.
final class AnswerClock {

    private static final Duration URGENT = Duration.ofHours(1);
    private static final Duration P1 = Duration.ofHours(4);
    private static final Duration P2 = Duration.ofHours(24);
    private static final Duration OTHERS = Duration.ofDays(5);

    private AnswerClock() {}

    static Instant due(Instant delivered, PackageKind kind, Standing standing) {
        if (kind == PackageKind.URGENT_SUPPLEMENT) {
            return delivered.plus(URGENT);
        }
        Priority priority = standing.priority();
        if (standing.urgent()) {
            return delivered.plus(P1);
        }
        return delivered.plus(priority == Priority.P2 ? P2 : OTHERS);
    }
}
