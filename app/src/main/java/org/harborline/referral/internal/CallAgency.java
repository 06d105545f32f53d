// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.harborline.platform.outbound.Mail;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.facts.AgencyCalled;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.triage.DutyCalls;
import org.springframework.stereotype.Component;

/// One round of calls about a correction that takes back what may send somebody to a door, and then the next,
/// until somebody of the agency has it before them.
///
/// 1. The correction is decided, the call opened and its job enqueued in one transaction. If it stops here, all
/// or none exist.
/// 2. A round locks the call, enqueues one mail for each contact and writes the round down, in one transaction.
/// If it stops here, the round runs again.
/// 3. The job is set to the next round. If it stops before, the next round comes at once: people are called
/// twice, never not.
///
/// The contacts that answer at any hour are called in every round, one more person of the agency's rota in
/// each. Where none can be mailed, where no mail of the round before left, where three rounds were for nothing,
/// and where something holds the correction back, people on duty here are called to reach the agency by
/// telephone.
@Component
class CallAgency {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int IN_VAIN = 3;

    private final DeliveryTable deliveries;
    private final CallTable calls;
    private final Organisations organisations;
    private final Mail mail;
    private final DutyCalls duty;
    private final CallJobs jobs;
    private final Recording recording;

    CallAgency(
            DeliveryTable deliveries,
            CallTable calls,
            Organisations organisations,
            Mail mail,
            DutyCalls duty,
            CallJobs jobs,
            Recording recording) {
        this.deliveries = deliveries;
        this.calls = calls;
        this.organisations = organisations;
        this.mail = mail;
        this.duty = duty;
        this.jobs = jobs;
        this.recording = recording;
    }

    /// Runs one round.
    ///
    /// @return when to come back; empty once somebody has it before them
    Optional<Instant> round(DeliveryId id) {
        List<ContactPoint> contacts = contacts(deliveries.find(id).orElseThrow());
        var next = new AtomicReference<Optional<Instant>>(Optional.empty());
        recording.run(() -> calls.lockOpen(id)
                .ifPresent(rounds -> next.set(round(deliveries.find(id).orElseThrow(), rounds + 1, contacts))));
        return next.get();
    }

    private Optional<Instant> round(Delivery delivery, int round, List<ContactPoint> all) {
        Instant now = recording.now();
        boolean underWay = delivery.state() == DeliveryState.REQUESTED || delivery.state() == DeliveryState.IN_DELIVERY;
        if (underWay) {
            return Optional.of(now.plus(SOON));
        }
        boolean held = delivery.state() == DeliveryState.HELD;
        if (!held && (delivery.readAt() != null || !delivery.state().waitsForAgency())) {
            boolean _ = calls.end(delivery.id(), null, now);
            return Optional.empty();
        }
        List<ContactPoint> called = held
                ? List.of()
                : all.stream().filter(one -> isCalled(one, round)).toList();
        call(delivery, round, called, now);
        return Optional.of(now.plus(jobs.every()));
    }

    private void call(Delivery delivery, int round, List<ContactPoint> called, Instant now) {
        boolean alone = called.isEmpty() || round > IN_VAIN || (round > 1 && calls.unheard(delivery.id(), round - 1));
        int onDuty = alone ? duty.unreachable(Actors.SYSTEM, delivery.id().value(), delivery.report(), round) : 0;
        called.forEach(one -> jobs.mail(new CallJobs.Order(delivery.id(), round, one.id())));
        calls.called(delivery.id(), round, called, onDuty, now);
        recording.record(
                Actors.SYSTEM,
                new AgencyCalled(
                        delivery.id(),
                        delivery.report(),
                        delivery.agency(),
                        round,
                        called.stream().map(ContactPoint::id).toList(),
                        onDuty));
    }

    private static boolean isCalled(ContactPoint contact, int round) {
        return contact.kind() == ContactKind.ROUND_THE_CLOCK
                || (contact.kind() == ContactKind.ROTA && contact.rank() <= round);
    }

    /// Those of the agency that can be mailed at any hour.
    private List<ContactPoint> contacts(Delivery delivery) {
        if (!mail.isSet()) {
            return List.of();
        }
        var agency = delivery.agency().ref();
        return organisations.contacts(Actors.SYSTEM, List.of(agency)).getOrDefault(agency, List.of()).stream()
                .filter(one -> one.kind() == ContactKind.ROUND_THE_CLOCK || one.kind() == ContactKind.ROTA)
                .filter(one -> one.details().email() != null)
                .sorted(Comparator.comparing(ContactPoint::kind).thenComparingInt(ContactPoint::rank))
                .toList();
    }
}
