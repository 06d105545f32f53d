// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.util.Locale;
import org.harborline.platform.Actor;
import org.harborline.platform.Settings;
import org.harborline.platform.outbound.Mail;
import org.harborline.support.ContactWay;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.vault.Compartment;
import org.harborline.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Writes a mail that says nothing but that there is news. Whether it is safe is asked when it leaves: since it was
/// ordered somebody may have said that it is not.
@Component
class TellOfNews {

    static final String TASK = "support.tell-of-news";

    private static final Actor SELF = Actor.system("tell-of-news");
    private static final Logger LOG = LoggerFactory.getLogger(TellOfNews.class);

    private final SupportRecords records;
    private final Vault vault;
    private final Mail mail;
    private final MessageSource messages;
    private final Settings settings;

    TellOfNews(SupportRecords records, Vault vault, Mail mail, MessageSource messages, Settings settings) {
        this.records = records;
        this.vault = vault;
        this.mail = mail;
        this.messages = messages;
        this.settings = settings;
    }

    void tell(SupportRequestId id) {
        if (!mail.isSet()) {
            LOG.warn("no mail server is set: support request {} waits until they come back", id);
            return;
        }
        records.requests()
                .find(id)
                .filter(request -> request.maybeReached() && request.way() == ContactWay.MAIL && !request.doorClosed())
                .ifPresent(this::send);
    }

    private void send(SupportRequest request) {
        vault.open(SELF, request.id().asRecord(), Compartment.SUPPORT)
                .map(key -> records.file(request, key))
                .map(SupportFile::address)
                .ifPresent(address -> {
                    Locale language = Locale.forLanguageTag(request.language());
                    mail.send(
                            address,
                            messages.getMessage("support.mail.subject", null, language),
                            messages.getMessage(
                                    "support.mail.text",
                                    new Object[] {settings.publicUrl().toString()},
                                    language));
                });
    }
}
