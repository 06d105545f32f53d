// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.facts.PackageDelivered;
import org.springframework.stereotype.Component;

/// What is said of a package when it arrives. Read from the package itself: what it prints is what a correction must
/// reach.
@Component
class Arrivals {

    private final ProgressTable progress;
    private final RecipientTable recipients;
    private final PackageSealing sealing;

    Arrivals(ProgressTable progress, RecipientTable recipients, PackageSealing sealing) {
        this.progress = progress;
        this.recipients = recipients;
        this.sealing = sealing;
    }

    PackageDelivered of(Delivery delivery, Instant due) {
        PackageDocument document = document(delivery);
        return new PackageDelivered(
                delivery.id(),
                delivery.report(),
                delivery.agency(),
                delivery.kind(),
                delivery.concerns(),
                linked(document),
                findings(document),
                due,
                recipients.choice(delivery.id()).position(),
                document.head().journalPosition(),
                PossibleChild.printed(document.cautions()));
    }

    private PackageDocument document(Delivery delivery) {
        String file = sealing.open(
                Actors.SYSTEM, delivery, progress.file(delivery.id()).orElseThrow());
        return sealing.document(file);
    }

    private static List<UUID> findings(PackageDocument document) {
        return document.clearinghouseFindings().stream()
                .map(one -> UUID.fromString(one.id()))
                .toList();
    }

    private static List<ReportNumber> linked(PackageDocument document) {
        return document.linkedReports().stream()
                .map(one -> new ReportNumber(one.report()))
                .toList();
    }
}
