// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.AddressCheck;
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
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what stands in the way of something that must follow a package, and lets it go once nothing does.
///
/// What is about danger now and what corrects an earlier package waits for one thing only: an agency to which something
/// may be sent. Everything else meets the conditions of a referral.
@Component
class Holds {

    /// Until when somebody must have looked after what is held.
    private static final Duration TO_BE_SEEN = Duration.ofDays(1);

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Router router;
    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final StandingTable standings;
    private final AddressChecks checks;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Holds(
            Router router,
            DeliveryTable deliveries,
            ProgressTable progress,
            StandingTable standings,
            AddressChecks checks,
            DeliveryJobs jobs,
            Recording recording) {
        this.router = router;
        this.deliveries = deliveries;
        this.progress = progress;
        this.standings = standings;
        this.checks = checks;
        this.jobs = jobs;
        this.recording = recording;
    }

    /// What stands in the way of sending a report to an agency that has a package.
    ///
    /// @param concerns the report that the agency has; what is new about that one goes however
    /// it is designated, since its designation was told already
    Optional<Held.Why> against(
            ReportNumber report, AgencyId agency, PackageKind kind, @Nullable ReportNumber concerns) {
        if (!router.mayReceive(agency)) {
            return Optional.of(Held.Why.AGENCY_NOT_READY);
        }
        if (kind != PackageKind.SUPPLEMENT) {
            return Optional.empty();
        }
        Standing standing = standings.standing(report);
        if (!report.equals(concerns) && !standing.actionable()) {
            return Optional.of(Held.Why.NOT_ACTIONABLE);
        }
        ReceivedReport received = router.received(Actors.SYSTEM, report);
        if (standing.checkMissing(received)) {
            return Optional.of(Held.Why.SAFEGUARDING_CHECK);
        }
        var addresses = router.route(Actors.SYSTEM, received, Detail.FULL).soleAddresses();
        if (!addresses.isEmpty()
                && checks.find(report, addresses).filter(AddressCheck::done).isEmpty()) {
            checks.ask(Actors.SYSTEM, report, addresses);
            return Optional.of(Held.Why.ADDRESS_CHECK);
        }
        return Optional.empty();
    }

    Held held(Held.Why why, String owner) {
        return new Held(why, owner, recording.now().plus(TO_BE_SEEN));
    }

    /// A second person has compared the address of a report.
    void checkAddress(Actor actor, ReportNumber report) {
        checks.check(actor, report, soleAddresses(report), () -> reconsiderSoon(List.of(report)));
    }

    Optional<AddressCheck> addressCheck(ReportNumber report) {
        return checks.find(report, soleAddresses(report));
    }

    private SortedSet<String> soleAddresses(ReportNumber report) {
        return router.route(Actors.SYSTEM, router.received(Actors.SYSTEM, report), Detail.FULL)
                .soleAddresses();
    }

    /// Has what is held of reports looked at again, in the current transaction.
    void reconsiderSoon(Collection<ReportNumber> reports) {
        deliveries.held(reports).forEach(jobs::reconsider);
    }

    /// Looks at a held delivery again.
    ///
    /// @return when to look the next time; empty when it is held no more
    Optional<Instant> reconsider(DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        if (delivery.state() != DeliveryState.HELD) {
            return Optional.empty();
        }
        Optional<Held.Why> why = linkGone(delivery)
                ? Optional.of(Held.Why.LINK_WITHDRAWN)
                : against(delivery.report(), delivery.agency(), delivery.kind(), delivery.concerns());
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

    private boolean linkGone(Delivery delivery) {
        @Nullable ReportNumber concerns = delivery.concerns();
        if (delivery.kind() == PackageKind.CORRECTION || concerns == null || concerns.equals(delivery.report())) {
            return false;
        }
        List<ReportNumber> linked = standings.links(List.of(delivery.report())).stream()
                .filter(KnownLink::inEffect)
                .map(link -> link.otherThan(delivery.report()))
                .toList();
        return !linked.contains(concerns) && !leadsElsewhere(linked, delivery.agency());
    }

    /// Whether the agency has another report of these, so that it is owed the same supplement by a second path.
    private boolean leadsElsewhere(List<ReportNumber> linked, AgencyId agency) {
        return standings.holdings(linked).stream()
                .anyMatch(holding -> holding.held()
                        && holding.kind() == PackageKind.REFERRAL
                        && holding.agency().equals(agency));
    }

    /// Gives a held package up that nothing will release any more.
    void discard(Actor actor, Delivery delivery, DiscardReason reason) {
        Held held = delivery.held();
        if (held == null || !held.why().mayStayForGood()) {
            throw new ProblemException(ReferralProblem.WRONG_STATE);
        }
        recording.run(() -> {
            if (!progress.discarded(delivery.id(), delivery.version())) {
                throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            }
            recording.record(actor, new PackageDiscarded(delivery.id(), delivery.report(), delivery.agency(), reason));
        });
    }
}
