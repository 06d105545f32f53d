// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator can set about the warning of unfinished escalations.
///
/// @param unfinishedAfter how long an escalated report may stay open before somebody hears of it; a quarter of an hour
/// is the clock of a P1, and half a day leaves its sender as long again to finish it
@ConfigurationProperties("harborline.intake")
record WarnSettings(@DefaultValue("15m") Duration unfinishedAfter) {

    private static final Duration MOST = Duration.ofHours(12);

    WarnSettings {
        if (!unfinishedAfter.isPositive() || unfinishedAfter.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "harborline.intake.unfinished-after is a time such as 15m and at most 12h");
        }
    }
}
