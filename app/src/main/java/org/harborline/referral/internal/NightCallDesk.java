// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.NightCall;
import org.harborline.referral.NightCalls;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.Referrals;
import org.harborline.referral.facts.AgencyTold;
import org.springframework.stereotype.Component;

/// Who may see and end calls about corrections: whoever may see the delivery, and people on duty.
@Component
class NightCallDesk implements NightCalls {

    private final Referrals referrals;
    private final CallTable calls;
    private final CallJobs jobs;
    private final Recording recording;

    NightCallDesk(Referrals referrals, CallTable calls, CallJobs jobs, Recording recording) {
        this.referrals = referrals;
        this.calls = calls;
        this.jobs = jobs;
        this.recording = recording;
    }

    @Override
    public Optional<NightCall> of(Actor actor, DeliveryId id) {
        DeliveryId seen = referrals.get(actor, id).id();
        return Optional.ofNullable(calls.find(List.of(seen), jobs.every()).get(seen));
    }

    @Override
    public Map<DeliveryId, NightCall> ofReport(Actor actor, ReportNumber report) {
        return calls.find(
                referrals.ofReport(actor, report).stream().map(Delivery::id).toList(), jobs.every());
    }

    @Override
    public void told(Actor actor, DeliveryId id) {
        actor.require(Permission.PAGE_ACKNOWLEDGE);
        if (!actor.isPerson()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        Delivery delivery = referrals.get(actor, id);
        recording.run(() -> {
            if (!calls.end(id, actor.id(), recording.now())) {
                throw new ProblemException(ReferralProblem.WRONG_STATE);
            }
            recording.record(actor, new AgencyTold(id, delivery.report(), delivery.agency()));
        });
    }
}
