// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.platform.Actor;
import org.harborline.platform.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Brings one letter about overdue help lines to one contact. What was reviewed before it leaves is not in it,
/// with nothing left it does not leave, and on the next day it gives way to that day's letter.
@Component
class DeliverHelpLineLetter {

    static final String TASK = "triage.deliver-help-line-letter";

    private static final Actor SELF = Actor.system("triage");
    /// As many as are named; the page shows the others.
    private static final int NAMED = 20;

    private final DutyPost post;
    private final HelpLines lines;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    DeliverHelpLineLetter(DutyPost post, HelpLines lines, MessageSource messages, Settings settings, Clock clock) {
        this.post = post;
        this.lines = lines;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    void deliver(Order order) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<HelpLine> overdue = lines.overdue(SELF);
        if (!overdue.isEmpty() && !order.day().isBefore(today)) {
            boolean _ = post.bring(
                    order.contact(),
                    DeliverPage.Channel.MAIL,
                    order.asId(),
                    new Letter(overdue, settings.publicUrl() + "/operator/help-lines", messages));
        }
    }

    /// Countries and days only.
    private record Letter(List<HelpLine> overdue, String address, MessageSource messages) implements DutyPost.Letter {

        @Override
        public String subject(Locale language) {
            return messages.getMessage("triage.help-lines.mail.subject", new Object[] {overdue.size()}, language);
        }

        @Override
        public String text(Locale language) {
            List<String> places = overdue.stream()
                    .map(line -> line.country() + " " + line.reviewDue())
                    .distinct()
                    .toList();
            return messages.getMessage(
                    "triage.help-lines.mail.text",
                    new Object[] {
                        overdue.size(),
                        places.stream().limit(NAMED).collect(Collectors.joining("\n")),
                        Math.max(0, places.size() - NAMED),
                        address
                    },
                    language);
        }

        @Override
        public String json() {
            throw new IllegalStateException("this letter goes by mail alone");
        }
    }

    /// The letter of one day to one contact; the same for every try.
    record Order(LocalDate day, UUID contact) {

        String asId() {
            return day + "_" + contact;
        }

        static Order of(String id) {
            String[] parts = id.split("_", -1);
            return new Order(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        }
    }
}
