// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Settings;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.triage.RotaContact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Brings one page to one contact by one channel. It says which report and where to acknowledge, nothing else: mails
/// are read over shoulders. What fails is tried again until the next round takes over.
@Component
class DeliverPage {

    static final String TASK = "triage.deliver-page";
    private static final Actor ACTOR = Actor.system("deliver-page");
    private static final Logger LOG = LoggerFactory.getLogger(DeliverPage.class);

    private final DutyRota rota;
    private final AlarmTable alarms;
    private final Mail mail;
    private final Webhooks webhooks;
    private final MessageSource messages;
    private final Settings settings;

    DeliverPage(
            DutyRota rota, AlarmTable alarms, Mail mail, Webhooks webhooks, MessageSource messages, Settings settings) {
        this.rota = rota;
        this.alarms = alarms;
        this.mail = mail;
        this.webhooks = webhooks;
        this.messages = messages;
        this.settings = settings;
    }

    void deliver(Order order) {
        Optional<RotaContact> contact = rota.open(ACTOR).stream()
                .filter(one -> one.id().equals(order.contact()))
                .findFirst();
        if (contact.isEmpty()) {
            return;
        }
        boolean taken = switch (order.channel()) {
            case MAIL -> send(order, contact.get());
            case WEBHOOK -> call(order, contact.get());
        };
        if (taken) {
            alarms.reached(order.report(), order.round());
        }
    }

    /// Whether there was a way to send by, and it took the page; what it refuses is thrown.
    private boolean send(Order order, RotaContact contact) {
        if (!mail.isSet()) {
            LOG.warn(
                    "no mail server is set: round {} about report {} went out by webhook only",
                    order.round(),
                    order.report());
            return false;
        }
        var locale = Locale.forLanguageTag(contact.language());
        String number = order.report().toString();
        mail.send(
                contact.mail(),
                messages.getMessage("triage.page.mail.subject", new Object[] {number}, locale),
                messages.getMessage(
                        "triage.page.mail.text", new Object[] {number, order.round(), address(order)}, locale));
        return true;
    }

    private boolean call(Order order, RotaContact contact) {
        if (contact.webhook() == null || contact.secret() == null) {
            return false;
        }
        webhooks.post(URI.create(contact.webhook()), contact.secret(), order.asId(), """
                {"type":"triage.duty-paged","report":%d,"round":%d,"acknowledge":"%s"}""".formatted(
                        order.report().value(), order.round(), address(order)));
        return true;
    }

    private String address(Order order) {
        return settings.publicUrl() + "/worklist/" + order.report() + "/acknowledge";
    }

    /// How a page travels.
    enum Channel {
        MAIL,
        WEBHOOK
    }

    /// One page to one contact by one channel; the same for every try, so that a receiver can drop repeats.
    record Order(ReportNumber report, int round, UUID contact, Channel channel) {

        String asId() {
            return String.join(
                    "_", List.of(report.toString(), Integer.toString(round), contact.toString(), channel.name()));
        }

        static Order of(String id) {
            String[] parts = id.split("_", -1);
            return new Order(
                    new ReportNumber(Long.parseLong(parts[0])),
                    Integer.parseInt(parts[1]),
                    UUID.fromString(parts[2]),
                    Channel.valueOf(parts[3]));
        }
    }
}
