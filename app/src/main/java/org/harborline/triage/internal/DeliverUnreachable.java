// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Brings one call about an agency that cannot be reached to one contact by one channel. It says which report
/// and where its packages are.
@Component
class DeliverUnreachable {

    static final String TASK = "triage.deliver-unreachable";

    private final DutyPost post;
    private final MessageSource messages;
    private final Settings settings;

    DeliverUnreachable(DutyPost post, MessageSource messages, Settings settings) {
        this.post = post;
        this.messages = messages;
        this.settings = settings;
    }

    void deliver(Order order) {
        var letter = new Letter(order, settings.publicUrl() + "/reports/" + order.report(), messages);
        boolean _ = post.bring(order.contact(), order.channel(), order.asId(), letter);
    }

    private record Letter(Order order, String address, MessageSource messages) implements DutyPost.Letter {

        @Override
        public String subject(Locale language) {
            return messages.getMessage(
                    "triage.unreachable.mail.subject",
                    new Object[] {order.report().toString()},
                    language);
        }

        @Override
        public String text(Locale language) {
            return messages.getMessage(
                    "triage.unreachable.mail.text",
                    new Object[] {order.report().toString(), order.round(), address},
                    language);
        }

        @Override
        public String json() {
            return """
                    {"type":"triage.agency-unreachable","report":%d,"round":%d,"address":"%s"}""".formatted(order.report().value(), order.round(), address);
        }
    }

    /// One call to one contact by one channel; the same for every try.
    record Order(UUID correction, ReportNumber report, int round, UUID contact, DeliverPage.Channel channel) {

        String asId() {
            return String.join(
                    "_",
                    List.of(
                            correction.toString(),
                            report.toString(),
                            Integer.toString(round),
                            contact.toString(),
                            channel.name()));
        }

        static Order of(String id) {
            String[] parts = id.split("_", -1);
            return new Order(
                    UUID.fromString(parts[0]),
                    new ReportNumber(Long.parseLong(parts[1])),
                    Integer.parseInt(parts[2]),
                    UUID.fromString(parts[3]),
                    DeliverPage.Channel.valueOf(parts[4]));
        }
    }
}
