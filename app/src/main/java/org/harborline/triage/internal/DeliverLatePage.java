// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.platform.Settings;
import org.harborline.triage.LateReferral;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Brings one call about late referrals to one contact by one channel. It says how many, which, and
/// where they are; the pages it leads to are open to everybody on duty, who often may not refer. What
/// was settled or acknowledged before it leaves is not in it, and with nothing left it does not leave.
@Component
class DeliverLatePage {

    static final String TASK = "triage.deliver-late-page";
    /// As many as are named; the page shows the others.
    static final int NAMED = 20;

    private final DutyPost post;
    private final LateReferralTable table;
    private final MessageSource messages;
    private final Settings settings;

    DeliverLatePage(DutyPost post, LateReferralTable table, MessageSource messages, Settings settings) {
        this.post = post;
        this.table = table;
        this.messages = messages;
        this.settings = settings;
    }

    void deliver(Order order) {
        List<LateReferral> late = table.of(order.page());
        if (!late.isEmpty()
                && post.bring(
                        order.contact(),
                        order.channel(),
                        order.asId(),
                        new Letter(late, settings.publicUrl().toString(), messages))) {
            table.reached(order.page());
        }
    }

    /// Ids and links only.
    private record Letter(List<LateReferral> late, String server, MessageSource messages) implements DutyPost.Letter {

        @Override
        public String subject(Locale language) {
            return messages.getMessage("triage.late.mail.subject", new Object[] {late.size()}, language);
        }

        @Override
        public String text(Locale language) {
            String links = late.stream()
                    .limit(NAMED)
                    .map(one -> server + "/reports/" + one.report())
                    .collect(Collectors.joining("\n"));
            return messages.getMessage(
                    "triage.late.mail.text",
                    new Object[] {late.size(), round(), links, Math.max(0, late.size() - NAMED), address()},
                    language);
        }

        @Override
        public String json() {
            String numbers = late.stream()
                    .limit(NAMED)
                    .map(one -> one.report().toString())
                    .collect(Collectors.joining(","));
            return """
                    {"type":"triage.late-referral-paged","count":%d,"reports":[%s],"round":%d,"acknowledge":"%s"}""".formatted(late.size(), numbers, round(), address());
        }

        private int round() {
            return late.stream().mapToInt(LateReferral::rounds).max().orElse(1);
        }

        private String address() {
            return server + "/worklist/late-referrals";
        }
    }

    /// One call to one contact by one channel; the same for every try.
    record Order(UUID page, UUID contact, DeliverPage.Channel channel) {

        String asId() {
            return String.join("_", List.of(page.toString(), contact.toString(), channel.name()));
        }

        static Order of(String id) {
            String[] parts = id.split("_", -1);
            return new Order(
                    UUID.fromString(parts[0]), UUID.fromString(parts[1]), DeliverPage.Channel.valueOf(parts[2]));
        }
    }
}
