// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.platform.Actor;
import org.harborline.platform.Settings;
import org.harborline.platform.outbound.Mail;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Tells a sender's contact what happened to its endpoint. Nothing about reports is in it.
@Component
class TellCompany {

    private static final Logger LOG = LoggerFactory.getLogger(TellCompany.class);
    private static final Actor SELF = Actor.system("notices");
    private static final String PORTAL = "/provider/";

    /// Engineers first; whoever answers at any hour knows them.
    private static final List<ContactKind> ORDER =
            List.of(ContactKind.ROTA, ContactKind.ROUND_THE_CLOCK, ContactKind.LEGAL_PROCESS, ContactKind.PRESERVATION);

    private final EndpointTable endpoints;
    private final Organisations organisations;
    private final Mail mail;
    private final Settings settings;

    TellCompany(EndpointTable endpoints, @Lazy Organisations organisations, Mail mail, Settings settings) {
        this.endpoints = endpoints;
        this.organisations = organisations;
        this.mail = mail;
        this.settings = settings;
    }

    /// It was given up.
    void disabled(UUID provider) {
        boolean stands = endpoints.find(provider).stream().anyMatch(one -> one.disabledAt() != null);
        if (stands) {
            tell(
                    provider,
                    "Your webhook is switched off",
                    "Nothing could be delivered to your webhook for three days, so nothing is sent to it any more.",
                    "No report is affected, and no message is lost: set the address again and have them sent again.",
                    settings.publicUrl() + PORTAL + "webhooks");
        }
    }

    /// Somebody of the company or the clearinghouse, or a machine of the company, changed it.
    void changed(UUID provider) {
        tell(
                provider,
                "Your webhook was changed",
                "Where news of your reports is sent, or the secret that signs it, was changed.",
                settings.publicUrl() + PORTAL + "webhooks",
                "If neither you nor the clearinghouse did so, stop your credentials now; nothing that was filed is lost:",
                settings.publicUrl() + PORTAL + "credentials");
    }

    private void tell(UUID provider, String subject, String... lines) {
        Optional<String> address = address(new ProviderId(provider));
        if (address.isEmpty() || !mail.isSet()) {
            LOG.warn("Nobody can be told by mail of provider {}: {}", provider, subject);
            return;
        }
        mail.send(address.get(), subject, String.join("\n", lines));
    }

    private Optional<String> address(ProviderId provider) {
        List<ContactPoint> contacts =
                organisations.contacts(SELF, List.of(provider.ref())).getOrDefault(provider.ref(), List.of());
        return ORDER.stream()
                .flatMap(kind -> contacts.stream().filter(contact -> contact.kind() == kind))
                .flatMap(contact -> Stream.ofNullable(contact.details().email()))
                .findFirst();
    }
}
