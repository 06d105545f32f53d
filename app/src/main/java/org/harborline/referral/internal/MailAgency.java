// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harborline.platform.Settings;
import org.harborline.platform.outbound.Mail;
import org.harborline.referral.Delivery;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Brings one call about a correction to one contact of the agency. It says which package and where it is,
/// nothing of the case. What fails is tried again until the next round takes over.
@Component
class MailAgency {

    private final DeliveryTable deliveries;
    private final CallTable calls;
    private final Organisations organisations;
    private final Mail mail;
    private final MessageSource messages;
    private final Settings settings;
    private final Recording recording;

    MailAgency(
            DeliveryTable deliveries,
            CallTable calls,
            Organisations organisations,
            Mail mail,
            MessageSource messages,
            Settings settings,
            Recording recording) {
        this.deliveries = deliveries;
        this.calls = calls;
        this.organisations = organisations;
        this.mail = mail;
        this.messages = messages;
        this.settings = settings;
        this.recording = recording;
    }

    void bring(CallJobs.Order order) {
        Delivery delivery = deliveries.find(order.delivery()).orElseThrow();
        var agency = delivery.agency().ref();
        Optional<String> to =
                organisations.contacts(Actors.SYSTEM, List.of(agency)).getOrDefault(agency, List.of()).stream()
                        .filter(one -> one.id().equals(order.contact()))
                        .map(ContactPoint::details)
                        .flatMap(one -> Optional.ofNullable(one.email()).stream())
                        .findFirst();
        if (to.isEmpty() || delivery.readAt() != null || !delivery.state().waitsForAgency()) {
            return;
        }
        Locale language = organisations
                .findAgency(Actors.SYSTEM, delivery.agency())
                .map(PackageMaking::language)
                .orElse(Locale.ENGLISH);
        Object[] said = {delivery.reference(), order.round(), settings.publicUrl() + "/agency/packages/" + delivery.id()
        };
        mail.send(
                to.get(),
                messages.getMessage("referral.call.mail.subject", said, language),
                messages.getMessage("referral.call.mail.text", said, language));
        calls.sent(order.delivery(), order.round(), order.contact(), recording.now());
    }
}
