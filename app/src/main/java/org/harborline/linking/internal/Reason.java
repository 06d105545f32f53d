// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.LinkReason;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.jspecify.annotations.Nullable;

/// A stored reason for a link.
///
/// @param newerBlind the newer report's key; absent for an asserted reason
/// @param olderBlind the older report's key; the two differ across roles and key versions
/// @param secondsApart between the two sightings
record Reason(
        ReportPair pair,
        String rule,
        int ruleVersion,
        IdentifierKind kind,
        Tier tier,
        boolean crossRole,
        @Nullable UUID newerBlind,
        @Nullable UUID olderBlind,
        @Nullable Long secondsApart,
        Instant madeAt,
        @Nullable Instant withdrawnAt,
        LinkReason.@Nullable Lost lost) {

    boolean withdrawn() {
        return withdrawnAt != null;
    }

    Reason apart(Duration apart) {
        return new Reason(
                pair,
                rule,
                ruleVersion,
                kind,
                tier,
                crossRole,
                newerBlind,
                olderBlind,
                apart.toSeconds(),
                madeAt,
                withdrawnAt,
                lost);
    }
}
