// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.DiscardReason;
import org.harborline.referral.Held;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.facts.PackageDiscarded;
import org.harborline.referral.facts.PackageHeld;
import org.harborline.referral.facts.PackageReleased;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at held packages again: lets one go once nothing stands in its way, or ends it when nothing will release it
/// any more.
@Component
class Reconsidering {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final Owed owed;
    private final Holds holds;
    private final Dropping dropping;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Reconsidering(
            DeliveryTable deliveries,
            ProgressTable progress,
            Owed owed,
            Holds holds,
            Dropping dropping,
            DeliveryJobs jobs,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.owed = owed;
        this.holds = holds;
        this.dropping = dropping;
        this.jobs = jobs;
        this.recording = recording;
    }

    /// Looks at a held delivery again.
    ///
    /// @return when to look the next time; empty when it is held no more
    Optional<Instant> reconsider(DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        if (delivery.state() != DeliveryState.HELD) {
            return Optional.empty();
        }
        if (dropping.isGivenBack(delivery)) {
            var dropped = new AtomicBoolean();
            recording.run(() -> dropped.set(dropping.drop(delivery)));
            if (dropped.get()) {
                return Optional.empty();
            }
        }
        Optional<Held.Why> why = linkGone(delivery)
                ? Optional.of(Held.Why.LINK_WITHDRAWN)
                : holds.against(
                        delivery.report(),
                        delivery.agency(),
                        delivery.kind(),
                        delivery.concerns(),
                        delivery.openedBy());
        recording.run(() -> why.ifPresentOrElse(still -> keep(delivery, still), () -> release(delivery)));
        return why.map(_ -> recording.now().plus(AGAIN));
    }

    private void keep(Delivery delivery, Held.Why why) {
        if (progress.heldFor(delivery.id(), why)) {
            recording.record(
                    Actors.SYSTEM, new PackageHeld(delivery.id(), delivery.report(), delivery.agency(), why.code()));
        }
    }

    private void release(Delivery delivery) {
        if (progress.released(delivery.id())) {
            recording.record(Actors.SYSTEM, new PackageReleased(delivery.id(), delivery.report(), delivery.agency()));
            jobs.make(delivery.id());
        }
    }

    /// What is new about a report that the agency has through a link, or the report itself, waits for that link or for
    /// another one that leads to the agency.
    private boolean linkGone(Delivery delivery) {
        @Nullable ReportNumber concerns = delivery.concerns();
        if (delivery.kind() == PackageKind.CORRECTION || concerns == null) {
            return false;
        }
        ReportNumber report = delivery.report();
        return concerns.equals(report)
                ? !owed.to(delivery.agency(), report)
                : !owed.linked(report).contains(concerns) && !owed.leads(delivery.agency(), report, List.of());
    }

    /// Gives a held package up that nothing will release any more.
    void discard(Actor actor, Delivery delivery, DiscardReason reason) {
        Held held = delivery.held();
        if (held == null || !held.why().mayStayForGood()) {
            throw new ProblemException(ReferralProblem.WRONG_STATE);
        }
        if (!DiscardReason.ofPeople().contains(reason)) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        recording.run(() -> {
            if (!progress.discarded(delivery.id(), delivery.version())) {
                throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            }
            recording.record(actor, new PackageDiscarded(delivery.id(), delivery.report(), delivery.agency(), reason));
        });
    }
}
