// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageDownload;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.FeedbackGiven;
import org.harborline.referral.facts.PackageAcknowledged;
import org.harborline.referral.facts.PackageRead;
import org.harborline.triage.CaseOutcome;
import org.harborline.vault.SealedText;
import org.harborline.vault.VaultProblem;
import org.springframework.stereotype.Component;

/// What an agency does with a package. Answers about a report happen one at a time, and each looks at the package as
/// the
/// one before left it, not as its officer saw it.
@Component
class Answers {

    private final DeliveryTable deliveries;
    private final RecipientTable recipients;
    private final ProgressTable progress;
    private final PackageSealing sealing;
    private final GivingBack givingBack;
    private final Dismissals dismissals;
    private final Recording recording;

    Answers(
            DeliveryTable deliveries,
            RecipientTable recipients,
            ProgressTable progress,
            PackageSealing sealing,
            GivingBack givingBack,
            Dismissals dismissals,
            Recording recording) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.progress = progress;
        this.sealing = sealing;
        this.givingBack = givingBack;
        this.dismissals = dismissals;
        this.recording = recording;
    }

    PackageDocument read(Actor actor, Delivery delivery) {
        return sealing.document(opened(actor, delivery, false));
    }

    PackageDownload download(Actor actor, Delivery delivery) {
        return new PackageDownload(delivery.reference() + ".zip", opened(actor, delivery, true));
    }

    private String opened(Actor actor, Delivery delivery, boolean asFile) {
        boolean officer = actor.kind() == ActorKind.AGENCY;
        SealedText sealed = progress.file(delivery.id())
                .orElseThrow(() -> new ProblemException(
                        sealing.erased(delivery) ? VaultProblem.RECORD_ERASED : PlatformProblem.NOT_FOUND));
        String file = sealing.open(actor.with(officer ? Purpose.AGENCY_CASE : Purpose.REFERRAL), delivery, sealed);
        if (officer) {
            recording.run(() -> {
                progress.read(delivery.id(), recording.now());
                recording.record(actor, new PackageRead(delivery.id(), delivery.report(), delivery.agency(), asFile));
            });
        }
        return file;
    }

    void acknowledge(Actor actor, Delivery delivery) {
        recording.run(() -> {
            recipients.await(delivery.report());
            accept(actor, now(delivery));
        });
    }

    private Delivery now(Delivery seen) {
        return deliveries.find(seen.id()).orElseThrow();
    }

    private void accept(Actor actor, Delivery delivery) {
        if (progress.accepted(delivery.id(), recording.now())) {
            boolean late = delivery.state() == DeliveryState.OVERDUE;
            recording.record(actor, new PackageAcknowledged(delivery.id(), delivery.report(), delivery.agency(), late));
        } else if (delivery.state() != DeliveryState.ACCEPTED) {
            throw new ProblemException(ReferralProblem.WRONG_STATE);
        }
    }

    void giveBack(Actor actor, Delivery delivery, ReturnReason reason) {
        givingBack.giveBack(actor, delivery, reason);
    }

    void giveFeedback(Actor actor, Delivery delivery, Feedback feedback) {
        recording.run(() -> {
            CaseOutcome before = dismissals.before(delivery.report());
            accept(actor, now(delivery));
            progress.insert(delivery.id(), feedback, actor, recording.now());
            recording.record(
                    actor,
                    new FeedbackGiven(
                            delivery.id(),
                            delivery.report(),
                            delivery.agency(),
                            feedback.status(),
                            feedback.childIdentified(),
                            feedback.additionalVictims(),
                            feedback.closedReason(),
                            feedback.selfProduction(),
                            feedback.useful(),
                            feedback.notUseful()));
            dismissals.answered(actor, delivery.report(), before);
        });
    }
}
