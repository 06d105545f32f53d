// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.facts.PackageMade;
import org.harborline.registry.Agency;
import org.harborline.registry.Organisations;
import org.harborline.vault.SealedText;
import org.springframework.stereotype.Component;

/// Makes a package once.
///
/// 1. Everything is read, the file is composed, signed and sealed outside any transaction. If it stops here nothing has
/// happened and the job
/// starts again.
/// 2. One transaction stores the sealed file, moves the delivery on, records the fact and enqueues the delivery. If it
/// stops here, as 1.
///
/// A second run finds a delivery that no longer waits to be made and does nothing.
@Component
class PackageMaking {

    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final Organisations organisations;
    private final DocumentWriter writer;
    private final PackageSealing sealing;
    private final DeliveryJobs jobs;
    private final Recording recording;

    PackageMaking(
            DeliveryTable deliveries,
            ProgressTable progress,
            Organisations organisations,
            DocumentWriter writer,
            PackageSealing sealing,
            DeliveryJobs jobs,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.organisations = organisations;
        this.writer = writer;
        this.sealing = sealing;
        this.jobs = jobs;
        this.recording = recording;
    }

    void make(DeliveryId id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        if (delivery.state() != DeliveryState.REQUESTED) {
            return;
        }
        Agency agency =
                organisations.findAgency(Actors.SYSTEM, delivery.agency()).orElseThrow();
        Instant now = recording.now();
        long position = recording.position();
        PackageDocument document = writer.write(delivery, agency, now, position);
        SealedText file = sealing.seal(delivery, document, language(agency));
        List<ReportNumber> linked = document.linkedReports().stream()
                .map(one -> new ReportNumber(one.report()))
                .toList();
        recording.run(() -> {
            if (progress.made(id, file, now, position)) {
                recording.record(
                        Actors.SYSTEM,
                        new PackageMade(id, delivery.report(), delivery.agency(), delivery.kind(), linked, position));
                jobs.deliver(id);
            }
        });
    }

    /// The first language of the agency that the package speaks; English when it speaks none.
    static Locale language(Agency agency) {
        return agency.languages().stream()
                .map(Locale::forLanguageTag)
                .filter(language -> language.getLanguage().equals("es")
                        || language.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
