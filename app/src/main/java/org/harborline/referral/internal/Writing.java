// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.Held;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Reason;
import org.harborline.referral.ReferralId;
import org.harborline.referral.facts.CorrectionSent;
import org.harborline.referral.facts.PackageHeld;
import org.harborline.referral.facts.PackageRerouted;
import org.harborline.referral.facts.ReferralOpened;
import org.harborline.referral.facts.SupplementSent;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Confidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes decisions: recipients, deliveries, facts and jobs, each set in one transaction.
@Component
class Writing {

    private final RecipientTable recipients;
    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final Having having;
    private final Choices choices;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Writing(
            RecipientTable recipients,
            DeliveryTable deliveries,
            ProgressTable progress,
            Having having,
            Choices choices,
            DeliveryJobs jobs,
            Recording recording) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.progress = progress;
        this.having = having;
        this.choices = choices;
        this.jobs = jobs;
        this.recording = recording;
    }

    /// An agency and why.
    record Choice(ReportNumber report, AgencyId agency, Confidence confidence, List<Reason> why) {}

    ReferralId open(Actor actor, List<Choice> chosen, @Nullable Delivery instead) {
        var referral = new ReferralId(Ids.next());
        ReportNumber report = chosen.getFirst().report();
        var rows = chosen.stream()
                .map(choice -> row(
                        actor,
                        choice,
                        referral,
                        PackageKind.REFERRAL,
                        instead == null ? null : instead.id(),
                        null,
                        null))
                .toList();
        var agencies = chosen.stream().map(Choice::agency).toList();
        recording.run(() -> {
            choices.keep(report);
            // holds the report's counter until the commit, so of two people who refer at once the second sees the first
            int first = recipients.reserve(report, rows.size());
            having.refuse(report, agencies);
            recording.record(actor, new ReferralOpened(referral, report, agencies));
            if (instead != null) {
                reroute(actor, instead, referral);
            }
            for (int at = 0; at < rows.size(); at++) {
                boolean _ = write(rows.get(at), first + at, null);
            }
        });
        return referral;
    }

    /// With the package goes whatever else the agency returned about its report.
    private void reroute(Actor actor, Delivery instead, ReferralId referral) {
        if (!rerouted(actor, instead, referral)) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
        deliveries.chain(instead).returned(instead.report()).stream()
                .filter(one -> !one.id().equals(instead.id()))
                .forEach(one -> {
                    boolean _ = rerouted(actor, one, referral);
                });
    }

    private boolean rerouted(Actor actor, Delivery returned, ReferralId referral) {
        boolean moved = progress.rerouted(returned.id(), returned.version());
        if (moved) {
            recording.record(actor, new PackageRerouted(returned.id(), returned.report(), returned.agency(), referral));
        }
        return moved;
    }

    /// A supplement, unless the same was decided before.
    ///
    /// @param held what stands in the way of sending it now
    void supplement(Actor actor, Choice choice, Delivery to, DueSupplement due, @Nullable Held held) {
        Long cause = due.cause() == 0 ? null : due.cause();
        Chosen row = row(actor, choice, to.referral(), due.kind(), to.id(), to.report(), cause);
        recording.run(() -> {
            choices.keep(choice.report());
            if (!recipients.chosen(row) && write(row, recipients.reserve(choice.report(), 1), held)) {
                recording.record(
                        actor,
                        new SupplementSent(row.delivery(), choice.report(), to.report(), to.agency(), due.urgent()));
            }
        });
    }

    /// A correction, unless the same was corrected before.
    ///
    /// @return what was written
    Optional<DeliveryId> correction(Actor actor, Choice choice, Delivery of, DueCorrection due, @Nullable Held held) {
        Chosen row = row(actor, choice, of.referral(), PackageKind.CORRECTION, of.id(), due.other(), due.cause());
        var written = new AtomicBoolean();
        recording.run(() -> {
            choices.keep(choice.report());
            if (!recipients.chosen(row) && write(row, recipients.reserve(choice.report(), 1), held)) {
                recording.record(
                        actor,
                        new CorrectionSent(
                                row.delivery(), of.id(), of.report(), due.other(), of.agency(), due.reason()));
                written.set(true);
            }
        });
        return written.get() ? Optional.of(row.delivery()) : Optional.empty();
    }

    private Chosen row(
            Actor actor,
            Choice choice,
            ReferralId referral,
            PackageKind kind,
            @Nullable DeliveryId follows,
            @Nullable ReportNumber concerns,
            @Nullable Long cause) {
        var id = new DeliveryId(Ids.next());
        return new Chosen(
                id,
                referral,
                choice.report(),
                choice.agency(),
                kind,
                follows,
                concerns,
                cause,
                choice.confidence(),
                choices.seal(choice.report(), id, choice.why()),
                actor.id(),
                recording.now(),
                recording.position());
    }

    private boolean write(Chosen row, int ordinal, @Nullable Held held) {
        if (!recipients.insert(row, ordinal)) {
            return false;
        }
        deliveries.insert(row, held);
        if (held == null) {
            jobs.make(row.delivery());
        } else {
            recording.record(
                    Actors.SYSTEM,
                    new PackageHeld(
                            row.delivery(),
                            row.report(),
                            row.agency(),
                            held.why().code()));
            jobs.reconsider(row.delivery());
        }
        return true;
    }
}
