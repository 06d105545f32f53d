// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.FailingWork;
import org.springframework.stereotype.Component;

/// How the module's work goes: how much there is in each state, what is late, and what keeps failing.
@Component
class Workload {

    /// A package is made and delivered within a minute when all is well.
    private static final Duration LATE = Duration.ofMinutes(10);

    private final DeliveryTable deliveries;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Workload(DeliveryTable deliveries, DeliveryJobs jobs, Recording recording) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.recording = recording;
    }

    Map<DeliveryState, Long> counts(int limit) {
        return deliveries.counts(limit);
    }

    long late(int limit) {
        return deliveries.late(recording.now().minus(LATE), limit);
    }

    List<FailingWork> failing() {
        return jobs.failing();
    }
}
