// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DiscardReason;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDiscarded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Ends what is on its way to an agency that gave back what it belongs to.
@Component
class Dropping {

    private final DeliveryTable deliveries;
    private final ProgressTable progress;
    private final RecipientTable recipients;
    private final Owed owed;
    private final Recording recording;

    Dropping(
            DeliveryTable deliveries,
            ProgressTable progress,
            RecipientTable recipients,
            Owed owed,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.recipients = recipients;
        this.owed = owed;
        this.recording = recording;
    }

    /// Ends the delivery if it must not arrive any more, in the current transaction.
    ///
    /// @return whether it must not
    boolean drop(Delivery delivery) {
        recipients.await(delivery.report());
        boolean givenBack = isGivenBack(delivery);
        if (givenBack && progress.dropped(delivery.id())) {
            recipients.dropped(delivery.id());
            recording.record(
                    Actors.SYSTEM,
                    new PackageDiscarded(
                            delivery.id(), delivery.report(), delivery.agency(), DiscardReason.AGENCY_RETURNED));
        }
        return givenBack;
    }

    boolean isGivenBack(Delivery delivery) {
        if (delivery.kind() == PackageKind.REFERRAL) {
            return false;
        }
        Chain chain = deliveries.chain(delivery);
        if (chain.gaveBack(delivery.report()) || owed.gaveBack(delivery.agency(), delivery.report())) {
            return true;
        }
        @Nullable ReportNumber concerns = delivery.concerns();
        return concerns != null
                && delivery.kind() != PackageKind.CORRECTION
                && chain.gaveBack(concerns)
                && !owed.leads(delivery.agency(), delivery.report(), ids(chain));
    }

    private static Set<DeliveryId> ids(Chain chain) {
        return chain.packages().stream().map(Delivery::id).collect(Collectors.toSet());
    }
}
