// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Brings one page to one contact by one channel. It says which report and where to acknowledge. What fails is tried
/// again until the next round takes over.
@Component
class DeliverPage {

    static final String TASK = "triage.deliver-page";

    private final DutyPost post;
    private final AlarmTable alarms;
    private final MessageSource messages;
    private final Settings settings;

    DeliverPage(DutyPost post, AlarmTable alarms, MessageSource messages, Settings settings) {
        this.post = post;
        this.alarms = alarms;
        this.messages = messages;
        this.settings = settings;
    }

    void deliver(Order order) {
        var letter = new Letter(
                order,
                settings.publicUrl() + "/worklist/" + order.report() + "/acknowledge",
                alarms.withOthers(order.report()),
                messages);
        if (post.bring(order.contact(), order.channel(), order.asId(), letter)) {
            alarms.reached(order.report(), order.round());
        }
    }

    private record Letter(Order order, String address, int others, MessageSource messages) implements DutyPost.Letter {

        @Override
        public String subject(Locale language) {
            return messages.getMessage(
                    "triage.page.mail.subject", new Object[] {order.report().toString()}, language);
        }

        @Override
        public String text(Locale language) {
            return messages.getMessage(
                    "triage.page.mail.text",
                    new Object[] {order.report().toString(), order.round(), address, others},
                    language);
        }

        @Override
        public String json() {
            return """
                    {"type":"triage.duty-paged","report":%d,"priority":"P1","round":%d,"others":%d,"acknowledge":"%s"}""".formatted(order.report().value(), order.round(), others, address);
        }
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
