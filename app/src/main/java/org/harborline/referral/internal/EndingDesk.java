// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.Preservations;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Endings;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.Referrals;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows agencies and staff what senders soon keep no longer, and passes on what officers ask.
@Component
class EndingDesk implements Endings {

    private static final Duration SOON = Duration.ofDays(Preservations.WARNED.getFirst());
    private static final int MOST = 200;

    private final PreservationTable table;
    private final Referrals referrals;
    private final Preservations preservations;
    private final Clock clock;

    EndingDesk(PreservationTable table, Referrals referrals, Preservations preservations, Clock clock) {
        this.table = table;
        this.referrals = referrals;
        this.preservations = preservations;
        this.clock = clock;
    }

    @Override
    public List<Ending> list(Actor actor, @Nullable Ending after, int limit) {
        Optional<AgencyId> own = whose(actor);
        Instant now = clock.instant();
        var from = after == null
                ? new Ending(new AgencyId(new UUID(0, 0)), new ReportNumber(1), new DeliveryId(new UUID(0, 0)), now)
                : after;
        int bounded = Math.clamp(limit, 1, MOST);
        return own.map(agency -> table.ending(agency, from, now.plus(SOON), bounded))
                .orElseGet(() -> table.ending(from, now.plus(SOON), bounded));
    }

    @Override
    public long count(Actor actor) {
        Optional<AgencyId> own = whose(actor);
        Instant now = clock.instant();
        return own.map(agency -> table.count(agency, now, now.plus(SOON), Preservations.MANY))
                .orElseGet(() -> table.count(now, now.plus(SOON), Preservations.MANY));
    }

    /// The own agency of an officer; empty for staff.
    private static Optional<AgencyId> whose(Actor actor) {
        if (actor.kind() == ActorKind.AGENCY) {
            actor.require(Permission.PACKAGE_READ);
            return Optional.of(agency(actor));
        }
        actor.require(Permission.REFER);
        if (actor.party() != null) {
            throw absent();
        }
        return Optional.empty();
    }

    private static AgencyId agency(Actor actor) {
        RecordRef party = actor.party();
        if (actor.kind() != ActorKind.AGENCY || party == null) {
            throw absent();
        }
        return new AgencyId(UUID.fromString(party.id()));
    }

    private static ProblemException absent() {
        return new ProblemException(PlatformProblem.NOT_FOUND);
    }

    @Override
    public Optional<Instant> keptUntil(Actor officer, DeliveryId id) {
        return table.keptUntil(agency(officer), referrals.get(officer, id).report());
    }

    @Override
    public List<Preservations.Renewal> renewals(Actor officer, DeliveryId id) {
        AgencyId own = agency(officer);
        ReportNumber report = referrals.get(officer, id).report();
        return table.keptUntil(own, report).isEmpty() ? List.of() : preservations.renewals(officer, report);
    }

    @Override
    public void renew(Actor officer, DeliveryId id, Preservations.Renew command) {
        officer.require(Permission.PACKAGE_ANSWER);
        AgencyId own = agency(officer);
        Delivery delivery = referrals.get(officer, id);
        if (table.keptUntil(own, delivery.report()).isEmpty()) {
            throw new ProblemException(ReferralProblem.WRONG_STATE);
        }
        preservations.renew(officer, delivery.report(), command);
    }
}
