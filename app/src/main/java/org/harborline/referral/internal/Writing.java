// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Reason;
import org.harborline.referral.ReferralId;
import org.harborline.referral.facts.AddressCheckAsked;
import org.harborline.referral.facts.CorrectionSent;
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
    private final AddressCheckTable checks;
    private final ProgressTable progress;
    private final Choices choices;
    private final DeliveryJobs jobs;
    private final Recording recording;

    Writing(
            RecipientTable recipients,
            DeliveryTable deliveries,
            AddressCheckTable checks,
            ProgressTable progress,
            Choices choices,
            DeliveryJobs jobs,
            Recording recording) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.checks = checks;
        this.progress = progress;
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
        recording.run(() -> {
            choices.keep(report);
            recording.record(
                    actor,
                    new ReferralOpened(
                            referral,
                            report,
                            chosen.stream().map(Choice::agency).toList()));
            if (instead != null) {
                if (!progress.rerouted(instead.id(), instead.version())) {
                    throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
                }
                recording.record(actor, new PackageRerouted(instead.id(), report, instead.agency(), referral));
            }
            int first = recipients.reserve(report, rows.size());
            for (int at = 0; at < rows.size(); at++) {
                boolean _ = write(rows.get(at), first + at);
            }
        });
        return referral;
    }

    /// A supplement, unless the same was decided before.
    void supplement(Actor actor, Choice choice, Delivery to, DueSupplement due) {
        var kind = due.urgent() ? PackageKind.URGENT_SUPPLEMENT : PackageKind.SUPPLEMENT;
        Long cause = due.cause() == 0 ? null : due.cause();
        Chosen row = row(actor, choice, to.referral(), kind, to.id(), to.report(), cause);
        recording.run(() -> {
            choices.keep(choice.report());
            if (!recipients.chosen(row) && write(row, recipients.reserve(choice.report(), 1))) {
                recording.record(
                        actor,
                        new SupplementSent(row.delivery(), choice.report(), to.report(), to.agency(), due.urgent()));
            }
        });
    }

    /// A correction, unless the same was corrected before.
    void correction(Actor actor, Choice choice, Delivery of, DueCorrection due) {
        Chosen row = row(actor, choice, of.referral(), PackageKind.CORRECTION, of.id(), due.other(), due.cause());
        recording.run(() -> {
            choices.keep(choice.report());
            if (!recipients.chosen(row) && write(row, recipients.reserve(choice.report(), 1))) {
                recording.record(
                        actor,
                        new CorrectionSent(
                                row.delivery(), of.id(), of.report(), due.other(), of.agency(), due.reason()));
            }
        });
    }

    void askForCheck(Actor actor, ReportNumber report) {
        recording.run(() -> {
            if (checks.ask(report, actor, recording.now())) {
                recording.record(actor, new AddressCheckAsked(report));
            }
        });
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
                recording.now());
    }

    private boolean write(Chosen row, int ordinal) {
        if (!recipients.insert(row, ordinal)) {
            return false;
        }
        deliveries.insert(row);
        jobs.make(row.delivery());
        return true;
    }
}
