// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.triage.RotaContact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Brings one message to one contact of the rota by one channel. Callers are jobs: they decide when to
/// try again.
@Component
class DutyPost {

    private static final Actor ACTOR = Actor.system("deliver-page");
    private static final Logger LOG = LoggerFactory.getLogger(DutyPost.class);

    private final DutyRota rota;
    private final Mail mail;
    private final Webhooks webhooks;

    DutyPost(DutyRota rota, Mail mail, Webhooks webhooks) {
        this.rota = rota;
        this.mail = mail;
        this.webhooks = webhooks;
    }

    /// What is said: which reports and where to go, nothing else. Mails are read over shoulders.
    interface Letter {
        String subject(Locale language);

        String text(Locale language);

        String json();
    }

    /// Brings a letter.
    ///
    /// @param id the same for every try, so that a receiver can drop repeats
    /// @return whether there was a way to bring it by, and it took the letter; what it refuses is
    /// thrown
    boolean bring(UUID to, DeliverPage.Channel channel, String id, Letter letter) {
        Optional<RotaContact> contact =
                rota.open(ACTOR).stream().filter(one -> one.id().equals(to)).findFirst();
        return contact.isPresent()
                && switch (channel) {
                    case MAIL -> send(contact.get(), id, letter);
                    case WEBHOOK -> call(contact.get(), id, letter);
                };
    }

    private boolean send(RotaContact contact, String id, Letter letter) {
        if (!mail.isSet()) {
            LOG.warn("no mail server is set: {} went out by webhook only", id);
            return false;
        }
        var language = Locale.forLanguageTag(contact.language());
        mail.send(contact.mail(), letter.subject(language), letter.text(language));
        return true;
    }

    private boolean call(RotaContact contact, String id, Letter letter) {
        if (contact.webhook() == null || contact.secret() == null) {
            return false;
        }
        webhooks.post(URI.create(contact.webhook()), contact.secret(), id, letter.json());
        return true;
    }
}
