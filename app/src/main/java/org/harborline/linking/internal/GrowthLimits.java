// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// From when on the growth of a cluster is for a person to look at.
///
/// @param size a cluster of so many reports, and again of twice, four times, eight times as many
/// @param daily a cluster that gains more reports than this within a day
@Component
record GrowthLimits(
        @Value("${harborline.linking.cluster-size-alarm:50}")
        int size,

        @Value("${harborline.linking.cluster-growth-alarm:20}")
        int daily) {

    static final Duration DAY = Duration.ofDays(1);

    /// No larger cluster is counted through.
    static final int MOST = 10_000;

    GrowthLimits {
        if (size < 3 || daily < 3) {
            throw new IllegalArgumentException(
                    "harborline.linking.cluster-size-alarm and cluster-growth-alarm are 3 or more");
        }
    }

    /// The highest limit that a size reaches: the first or one of its doublings; 0 when it reaches none.
    int passed(int reports) {
        int limit = size;
        while (limit <= reports / 2) {
            limit *= 2;
        }
        return reports < size ? 0 : limit;
    }
}
