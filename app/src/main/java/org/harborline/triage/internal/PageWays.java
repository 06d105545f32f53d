// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.net.URI;
import java.net.URISyntaxException;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Webhooks;
import org.springframework.stereotype.Component;

/// The ways by which a page can leave. That it can leave does not mean that it arrives: see
/// [org.harborline.triage.Alarm#reachedRound()].
@Component
class PageWays {

    private final Mail mail;
    private final Webhooks webhooks;

    PageWays(Mail mail, Webhooks webhooks) {
        this.mail = mail;
        this.webhooks = webhooks;
    }

    /// Whether everybody with an address is reached by mail.
    boolean mails() {
        return mail.isSet();
    }

    /// Whether an address as typed is called.
    boolean calls(String webhook) {
        try {
            return webhooks.accepts(new URI(webhook));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
