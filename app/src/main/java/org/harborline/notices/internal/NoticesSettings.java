// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator can set about what senders are told.
///
/// @param releaseEvery what happened to reports is told at full steps of this time, counted from 1 January 1970 in UTC;
/// the longer it is, the less a sender can read from when it is told
@ConfigurationProperties("harborline.notices")
record NoticesSettings(@DefaultValue("1h") Duration releaseEvery) {

    private static final Duration MOST = Duration.ofDays(7);

    NoticesSettings {
        if (releaseEvery.toSeconds() < 1 || releaseEvery.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("harborline.notices.release-every is a time from 1s to 7d");
        }
    }
}
