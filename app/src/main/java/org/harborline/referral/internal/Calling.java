// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.harborline.referral.DeliveryId;
import org.springframework.stereotype.Component;

/// Opens a call with the correction it is about, in one transaction.
@Component
class Calling {

    private final CallTable calls;
    private final CallJobs jobs;
    private final Recording recording;

    Calling(CallTable calls, CallJobs jobs, Recording recording) {
        this.calls = calls;
        this.jobs = jobs;
        this.recording = recording;
    }

    /// Runs the work and, when it wrote a correction that is to be heard at any hour, calls about it.
    void after(Supplier<Optional<DeliveryId>> work, boolean atAnyHour) {
        recording.run(() -> work.get().filter(_ -> atAnyHour).ifPresent(id -> {
            calls.open(id, recording.now());
            jobs.call(id);
        }));
    }
}
