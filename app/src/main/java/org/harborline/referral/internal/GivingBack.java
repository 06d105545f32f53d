// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.PackageReturned;
import org.springframework.stereotype.Component;

/// Takes back what an agency says is not for it. "Not ours" is said of a report, not of one file: with the package goes
/// all that the agency has about the report in the same chain, so that nothing about it follows there any more.
@Component
class GivingBack {

    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final RecipientTable recipients;
    private final DeliveryJobs jobs;
    private final Recording recording;

    GivingBack(
            DeliveryTable deliveries,
            ProgressTable progress,
            RecipientTable recipients,
            DeliveryJobs jobs,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.recipients = recipients;
        this.jobs = jobs;
        this.recording = recording;
    }

    void giveBack(Actor actor, Delivery delivery, ReturnReason reason) {
        recording.run(() -> {
            // a package that arrives at this very moment waits, or is among those that are found here
            recipients.await(delivery.report());
            if (!returned(actor, delivery, reason)) {
                throw new ProblemException(ReferralProblem.WRONG_STATE);
            }
            Chain chain = deliveries.chain(delivery);
            if (Chain.isOfTheReport(delivery.kind(), reason)) {
                chain.with(delivery.report()).stream()
                        .filter(one -> !one.id().equals(delivery.id()))
                        .forEach(one -> {
                            boolean _ = returned(actor, one, reason);
                        });
            }
            chain.held().forEach(one -> jobs.reconsider(one.id()));
        });
    }

    private boolean returned(Actor actor, Delivery delivery, ReturnReason reason) {
        boolean moved = progress.returned(delivery.id(), reason, recording.now());
        if (moved) {
            recording.record(actor, new PackageReturned(delivery.id(), delivery.report(), delivery.agency(), reason));
        }
        return moved;
    }
}
