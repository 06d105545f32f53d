// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.referral.AddressCheck;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryPage;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.DiscardReason;
import org.harborline.referral.FailingWork;
import org.harborline.referral.Feedback;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageDownload;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.Referrals;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.RoutingDecision;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The module as others use it: who may see and answer what, and in which state.
@Component
class ReferralDesk implements Referrals {

    private static final int LARGEST_PAGE = 200;

    private final Router router;
    private final Openings openings;
    private final Answers answers;
    private final DeliveryTable deliveries;
    private final Holds holds;
    private final Reconsidering reconsidering;
    private final Workload workload;

    ReferralDesk(
            Router router,
            Openings openings,
            Answers answers,
            DeliveryTable deliveries,
            Holds holds,
            Reconsidering reconsidering,
            Workload workload) {
        this.router = router;
        this.openings = openings;
        this.answers = answers;
        this.deliveries = deliveries;
        this.holds = holds;
        this.reconsidering = reconsidering;
        this.workload = workload;
    }

    @Override
    public RoutingDecision preview(Actor actor, ReportNumber report) {
        staff(actor, Permission.REPORT_READ);
        return router.route(Actors.SYSTEM, router.received(Actors.SYSTEM, report), Detail.MASKED)
                .decision();
    }

    @Override
    public RoutingDecision propose(Actor actor, ReportNumber report) {
        staff(actor, Permission.REFER);
        Actor opening = actor.with(Purpose.REFERRAL);
        return router.route(opening, router.received(opening, report), Detail.FULL)
                .decision();
    }

    @Override
    public Opening open(Actor actor, OpenReferral command) {
        staff(actor, Permission.REFER);
        return openings.open(actor, command, null);
    }

    @Override
    public void sendNews(Actor actor, ReportNumber report) {
        staff(actor, Permission.REFER);
        openings.sendNews(actor, report);
    }

    @Override
    public Opening reroute(
            Actor actor, DeliveryId returned, long version, List<AgencyId> recipients, @Nullable ByHand byHand) {
        staff(actor, Permission.REFER);
        Delivery delivery = get(actor, returned);
        if (delivery.version() != version) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
        if (delivery.state() != DeliveryState.RETURNED) {
            throw new ProblemException(ReferralProblem.WRONG_STATE);
        }
        return openings.open(actor, new OpenReferral(delivery.report(), recipients, byHand), delivery);
    }

    @Override
    public List<Agency> receivers(Actor actor) {
        staff(actor, Permission.REFER);
        return router.receivers();
    }

    @Override
    public Optional<AddressCheck> addressCheck(Actor actor, ReportNumber report) {
        staff(actor, Permission.REPORT_READ);
        return holds.addressCheck(report);
    }

    @Override
    public void checkAddress(Actor actor, ReportNumber report) {
        staff(actor, Permission.REFER);
        holds.checkAddress(actor, report);
    }

    @Override
    public void reconsider(Actor actor, DeliveryId id) {
        staff(actor, Permission.REFER);
        Optional<Instant> _ = reconsidering.reconsider(get(actor, id).id());
    }

    @Override
    public void discard(Actor actor, DeliveryId id, DiscardReason reason) {
        staff(actor, Permission.REFER);
        reconsidering.discard(actor, get(actor, id), reason);
    }

    @Override
    public Set<AgencyId> having(Actor actor, ReportNumber report) {
        staff(actor, Permission.REPORT_READ);
        return router.having(report);
    }

    @Override
    public List<Delivery> ofReport(Actor actor, ReportNumber report) {
        staff(actor, Permission.REPORT_READ);
        return deliveries.ofReport(report);
    }

    @Override
    public DeliveryPage list(Actor actor, @Nullable DeliveryState state, @Nullable DeliveryId after, int limit) {
        staff(actor, Permission.REFER);
        return page(deliveries.page(state, after, bounded(limit) + 1), bounded(limit));
    }

    @Override
    public Map<DeliveryState, Long> counts(Actor actor) {
        staff(actor, Permission.REFER);
        return workload.counts(MANY);
    }

    @Override
    public long late(Actor actor) {
        staff(actor, Permission.REFER);
        return workload.late(MANY);
    }

    @Override
    public List<FailingWork> failing(Actor actor) {
        staff(actor, Permission.OPERATE);
        return workload.failing();
    }

    @Override
    public DeliveryPage inbox(Actor actor, @Nullable DeliveryId after, int limit) {
        AgencyId agency = agency(actor, Permission.PACKAGE_READ);
        return page(deliveries.inbox(agency, after, bounded(limit) + 1), bounded(limit));
    }

    @Override
    public List<Delivery> urgent(Actor actor) {
        AgencyId agency = agency(actor, Permission.PACKAGE_READ);
        return deliveries.urgent(agency);
    }

    @Override
    public Delivery get(Actor actor, DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow(ReferralDesk::absent);
        boolean visible = actor.kind() == ActorKind.AGENCY
                ? delivery.state().reachedAgency() && delivery.agency().equals(agency(actor, Permission.PACKAGE_READ))
                : isStaff(actor) && actor.may(Permission.REPORT_READ);
        if (!visible) {
            throw absent();
        }
        return delivery;
    }

    @Override
    public List<Delivery> companions(Actor actor, DeliveryId id) {
        Delivery of = get(actor, id);
        return deliveries.companions(of).stream()
                .filter(one -> actor.kind() != ActorKind.AGENCY || one.state().reachedAgency())
                .toList();
    }

    @Override
    public PackageDocument read(Actor actor, DeliveryId id) {
        return answers.read(actor, get(actor, id));
    }

    @Override
    public PackageDownload download(Actor actor, DeliveryId id) {
        return answers.download(actor, get(actor, id));
    }

    @Override
    public void acknowledge(Actor actor, DeliveryId id) {
        answers.acknowledge(actor, own(actor, id));
    }

    @Override
    public void giveBack(Actor actor, DeliveryId id, ReturnReason reason) {
        answers.giveBack(actor, own(actor, id), reason);
    }

    @Override
    public void giveFeedback(Actor actor, DeliveryId id, Feedback feedback) {
        answers.giveFeedback(actor, own(actor, id), feedback);
    }

    private Delivery own(Actor actor, DeliveryId id) {
        AgencyId agency = agency(actor, Permission.PACKAGE_ANSWER);
        Delivery delivery = get(actor, id);
        if (!delivery.agency().equals(agency)) {
            throw absent();
        }
        return delivery;
    }

    private static AgencyId agency(Actor actor, Permission permission) {
        RecordRef party = actor.party();
        if (actor.kind() != ActorKind.AGENCY || party == null || !party.kind().equals("agency")) {
            throw absent();
        }
        actor.require(permission);
        return new AgencyId(UUID.fromString(party.id()));
    }

    private static void staff(Actor actor, Permission permission) {
        if (!isStaff(actor)) {
            throw absent();
        }
        actor.require(permission);
    }

    private static boolean isStaff(Actor actor) {
        return actor.kind() == ActorKind.STAFF || actor.kind() == ActorKind.SYSTEM;
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }

    private static DeliveryPage page(List<Delivery> found, int limit) {
        boolean more = found.size() > limit;
        List<Delivery> shown = more ? found.subList(0, limit) : found;
        return new DeliveryPage(shown, more ? shown.getLast().id() : null);
    }

    private static ProblemException absent() {
        return new ProblemException(PlatformProblem.NOT_FOUND);
    }
}
