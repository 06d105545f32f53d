// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Settings;
import org.harborline.platform.Traces;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Undelivered;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.ProviderId;
import org.harborline.registry.internal.ReminderTable.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Reminds companies of contact points to be checked and agreements to be renewed: 30 and 7 days ahead and once it is
/// over, in one mail a day. Kinds and days stand in it, and no name, number or address. A mail is sent and then noted:
/// a server that stops between sends that one again, and what cannot be sent is tried every hour. Written in the
/// language in which the company registered.
@Component
class RemindCompanies {

    private static final Logger LOG = LoggerFactory.getLogger(RemindCompanies.class);
    private static final Actor SELF = Actor.system("registry");
    private static final int AT_ONCE = 100;

    /// Who keeps papers first; nobody is woken for this as long as somebody else reads mail.
    private static final List<ContactKind> ORDER =
            List.of(ContactKind.LEGAL_PROCESS, ContactKind.PRESERVATION, ContactKind.ROTA, ContactKind.ROUND_THE_CLOCK);

    private final ReminderTable reminders;
    private final ContactBook contacts;
    private final Mail mail;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    RemindCompanies(
            ReminderTable reminders,
            ContactBook contacts,
            Mail mail,
            MessageSource messages,
            Settings settings,
            Clock clock) {
        this.reminders = reminders;
        this.contacts = contacts;
        this.mail = mail;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        if (!mail.isSet()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<ProviderId, List<Due>> due = reminders.due(today).stream()
                .collect(Collectors.groupingBy(Due::company, LinkedHashMap::new, Collectors.toList()));
        List<ProviderId> companies = List.copyOf(due.keySet());
        for (int from = 0; from < companies.size(); from += AT_ONCE) {
            List<RecordRef> some = companies.subList(from, Math.min(from + AT_ONCE, companies.size())).stream()
                    .map(ProviderId::ref)
                    .toList();
            Map<RecordRef, List<ContactPoint>> known = contacts.read(SELF, some);
            companies
                    .subList(from, from + some.size())
                    .forEach(company -> remind(
                            company,
                            due.getOrDefault(company, List.of()),
                            known.getOrDefault(company.ref(), List.of()),
                            today));
        }
    }

    private void remind(ProviderId company, List<Due> due, List<ContactPoint> known, LocalDate today) {
        Optional<String> address = address(known, today);
        if (address.isEmpty()) {
            // staff see it in their list of what waits
            return;
        }
        try {
            Locale language = Locale.forLanguageTag(due.getFirst().language());
            mail.send(address.get(), said(language, "subject"), text(due, language));
            reminders.told(due, today);
        } catch (Undelivered failure) {
            LOG.warn("A reminder for provider {} was not sent: {}", company, Traces.of(failure));
        }
    }

    /// One that was checked, if there is any.
    private static Optional<String> address(List<ContactPoint> known, LocalDate today) {
        return known.stream()
                .filter(contact -> ORDER.contains(contact.kind()))
                .sorted(Comparator.comparing((ContactPoint contact) -> contact.staleOn(today))
                        .thenComparingInt(contact -> ORDER.indexOf(contact.kind()))
                        .thenComparingInt(ContactPoint::rank))
                .flatMap(contact -> Stream.ofNullable(contact.details().email()))
                .findFirst();
    }

    private String text(List<Due> due, Locale language) {
        Map<String, Long> lines = due.stream()
                .collect(Collectors.groupingBy(one -> line(one, language), LinkedHashMap::new, Collectors.counting()));
        boolean agreement = due.stream().anyMatch(one -> one.kind() == null);
        boolean contact = due.stream().anyMatch(one -> one.kind() != null);
        return Stream.of(
                        Stream.of(said(language, "begin")),
                        lines.entrySet().stream().map(line -> counted(line, language)),
                        page(contact, said(language, "contacts"), "/provider/contacts"),
                        page(agreement, said(language, "renew"), "/provider/company"))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private String counted(Map.Entry<String, Long> line, Locale language) {
        return line.getValue() == 1
                ? line.getKey()
                : said(language, "many", line.getKey(), line.getValue().toString());
    }

    private Stream<String> page(boolean needed, String what, String path) {
        return needed ? Stream.of(what, settings.publicUrl() + path) : Stream.empty();
    }

    private String line(Due due, Locale language) {
        ContactKind kind = due.kind();
        String what = kind == null
                ? "agreement"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return said(
                language,
                due.step() == 0 ? "since" : "by",
                said(language, what),
                due.lastDay().toString());
    }

    private String said(Locale language, String key, Object... with) {
        return messages.getMessage("registry.mail.due." + key, with, language);
    }
}
