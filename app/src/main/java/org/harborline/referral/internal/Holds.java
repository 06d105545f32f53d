// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.referral.AddressCheck;
import org.harborline.referral.Held;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what stands in the way of something that must follow a package.
///
/// What is about danger now and what corrects an earlier package waits for one thing only: an agency to which something
/// may be sent. Everything else meets the conditions of a referral.
@Component
class Holds {

    /// Until when somebody must have looked after what is held.
    private static final Duration TO_BE_SEEN = Duration.ofDays(1);

    private final Router router;
    private final DeliveryTable deliveries;
    private final StandingTable standings;
    private final AddressChecks checks;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Holds(
            Router router,
            DeliveryTable deliveries,
            StandingTable standings,
            AddressChecks checks,
            DeliveryJobs jobs,
            Recording recording) {
        this.router = router;
        this.deliveries = deliveries;
        this.standings = standings;
        this.checks = checks;
        this.jobs = jobs;
        this.recording = recording;
    }

    /// What stands in the way of sending a report to an agency that has a package.
    ///
    /// @param concerns the report that the agency has; what is new about that one goes however
    /// it is designated, since its designation was told already
    /// @param sender who sends it, as an opaque id: whoever alone compared its address does not send it alone
    Optional<Held.Why> against(
            ReportNumber report, AgencyId agency, PackageKind kind, @Nullable ReportNumber concerns, String sender) {
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
                && checks.find(report, addresses)
                        .filter(check -> check.doneFor(sender))
                        .isEmpty()) {
            checks.ask(Actors.SYSTEM, sender, report, addresses);
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
}
