// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.PackageDocument;
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
    private final RecipientTable recipients;
    private final StandingTable standings;
    private final PackageSealing sealing;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Delivering(
            DeliveryTable deliveries,
            ProgressTable progress,
            RecipientTable recipients,
            StandingTable standings,
            PackageSealing sealing,
            DeliveryJobs jobs,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.recipients = recipients;
        this.standings = standings;
        this.sealing = sealing;
        this.jobs = jobs;
        this.recording = recording;
    }

    void deliver(DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        if (delivery.state() != DeliveryState.IN_DELIVERY) {
            return;
        }
        PackageDocument document = document(delivery);
        long chosenAt = recipients.choice(id).position();
        Instant now = recording.now();
        Instant due = AnswerClock.due(now, delivery.kind(), standings.standing(delivery.report()));
        recording.run(() -> {
            if (progress.delivered(id, now, due)) {
                recording.record(
                        Actors.SYSTEM,
                        new PackageDelivered(
                                id,
                                delivery.report(),
                                delivery.agency(),
                                delivery.kind(),
                                delivery.concerns(),
                                linked(document),
                                findings(document),
                                due,
                                chosenAt,
                                document.head().journalPosition(),
                                PossibleChild.printed(document.cautions())));
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

    /// Read from the package itself: what it names is what a correction must reach.
    private PackageDocument document(Delivery delivery) {
        String file = sealing.open(
                Actors.SYSTEM, delivery, progress.file(delivery.id()).orElseThrow());
        return sealing.document(file);
    }

    private static List<UUID> findings(PackageDocument document) {
        return document.clearinghouseFindings().stream()
                .map(one -> UUID.fromString(one.id()))
                .toList();
    }

    private static List<ReportNumber> linked(PackageDocument document) {
        return document.linkedReports().stream()
                .map(one -> new ReportNumber(one.report()))
                .toList();
    }
}
