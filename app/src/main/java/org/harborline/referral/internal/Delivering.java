// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageOverdue;
import org.springframework.stereotype.Component;

/// Puts a made package before its agency and watches for the acknowledgement.
///
/// Delivery to the agency's own pages is the move itself: from its commit on, the agency sees the package. Other ways
/// of
/// delivery will take their
/// turn between the two states.
@Component
class Delivering {

    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final StandingTable standings;
    private final Arrivals arrivals;
    private final Dropping dropping;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Delivering(
            DeliveryTable deliveries,
            ProgressTable progress,
            StandingTable standings,
            Arrivals arrivals,
            Dropping dropping,
            DeliveryJobs jobs,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.standings = standings;
        this.arrivals = arrivals;
        this.dropping = dropping;
        this.jobs = jobs;
        this.recording = recording;
    }

    void deliver(DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        if (delivery.state() != DeliveryState.IN_DELIVERY) {
            return;
        }
        Instant now = recording.now();
        Instant due = AnswerClock.due(now, delivery.kind(), standings.standing(delivery.report()));
        PackageDelivered arrived = arrivals.of(delivery, due);
        recording.run(() -> {
            if (!dropping.drop(delivery) && progress.delivered(id, now, due)) {
                recording.record(Actors.SYSTEM, arrived);
                jobs.watch(id, due);
            }
        });
    }

    void watch(DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        recording.run(() -> {
            if (progress.overdue(id, recording.now())) {
                recording.record(Actors.SYSTEM, new PackageOverdue(id, delivery.report(), delivery.agency()));
            }
        });
    }
}
