// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.Delivery;
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
    private final StandingTable standings;
    private final Recording recording;

    Dropping(
            DeliveryTable deliveries,
            ProgressTable progress,
            RecipientTable recipients,
            StandingTable standings,
            Recording recording) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.recipients = recipients;
        this.standings = standings;
        this.recording = recording;
    }

    /// Ends the delivery if it must not arrive any more, in the current transaction.
    ///
    /// @return whether it must not
    boolean drop(Delivery delivery) {
        recipients.await(delivery.report());
        boolean givenBack = isGivenBack(delivery);
        if (givenBack && progress.dropped(delivery.id())) {
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
        if (chain.gaveBack(delivery.report())) {
            return true;
        }
        @Nullable ReportNumber concerns = delivery.concerns();
        return concerns != null
                && delivery.kind() != PackageKind.CORRECTION
                && chain.gaveBack(concerns)
                && !leadsElsewhere(delivery, chain);
    }

    /// Whether the agency keeps another report that this one is linked with.
    private boolean leadsElsewhere(Delivery delivery, Chain chain) {
        var same = chain.packages().stream().map(Delivery::id).toList();
        List<ReportNumber> linked = standings.links(List.of(delivery.report())).stream()
                .filter(KnownLink::inEffect)
                .map(link -> link.otherThan(delivery.report()))
                .toList();
        return standings.holdings(linked).stream()
                .anyMatch(holding -> holding.held()
                        && !same.contains(holding.delivery())
                        && holding.kind() == PackageKind.REFERRAL
                        && holding.agency().equals(delivery.agency()));
    }
}
