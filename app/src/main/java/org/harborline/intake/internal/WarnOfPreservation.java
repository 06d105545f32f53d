// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.Preservations;
import org.harborline.intake.internal.PreservationWarningTable.Warning;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Settings;
import org.harborline.platform.Traces;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Undelivered;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Warns senders of material that they keep no longer than some weeks: on each day, of what came within reach of a
/// warning since the day before, in one mail a sender.
///
/// 1. What is due is counted and the day moved on, in one transaction: a server that stops has done both or neither,
/// and
/// no report is counted twice under one warning.
/// 2. Each sender's mail is sent and then noted. A server that stops between sends that one mail again. What cannot be
/// sent is tried every hour for some days; the sender's pages show it meanwhile.
@Component
class WarnOfPreservation {

    private static final Logger LOG = LoggerFactory.getLogger(WarnOfPreservation.class);
    private static final Actor SELF = Actor.system("intake");
    private static final int AT_ONCE = 100;
    private static final int TRIED_DAYS = 3;

    /// Who preserves first.
    private static final List<ContactKind> ORDER =
            List.of(ContactKind.PRESERVATION, ContactKind.ROTA, ContactKind.LEGAL_PROCESS, ContactKind.ROUND_THE_CLOCK);

    private final PreservationWarningTable warnings;
    private final Organisations organisations;
    private final Mail mail;
    private final Settings settings;
    private final Writing writing;

    WarnOfPreservation(
            PreservationWarningTable warnings,
            @Lazy Organisations organisations,
            Mail mail,
            Settings settings,
            Writing writing) {
        this.warnings = warnings;
        this.organisations = organisations;
        this.mail = mail;
        this.settings = settings;
        this.writing = writing;
    }

    void run() {
        LocalDate today = LocalDate.ofInstant(writing.clock().instant(), ZoneOffset.UTC);
        writing.transactions()
                .run(() -> warnings.advance(today)
                        .ifPresent(stood -> warnings.warn(today, start(stood), start(today), Preservations.WARNED)));
        if (mail.isSet()) {
            tell(today.minusDays(TRIED_DAYS));
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void tell(LocalDate since) {
        var after = new UUID(0, 0);
        List<Warning> some;
        do {
            some = warnings.untold(since, after, AT_ONCE);
            Map<UUID, List<Warning>> bySender = some.stream()
                    .collect(Collectors.groupingBy(Warning::provider, LinkedHashMap::new, Collectors.toList()));
            Map<RecordRef, List<ContactPoint>> contacts = organisations.contacts(
                    SELF,
                    bySender.keySet().stream().map(WarnOfPreservation::ref).toList());
            bySender.forEach((sender, own) -> tell(sender, own, contacts.getOrDefault(ref(sender), List.of()), since));
            after = some.isEmpty() ? after : some.getLast().provider();
        } while (!some.isEmpty());
    }

    private static RecordRef ref(UUID provider) {
        return RecordRef.of("provider", provider);
    }

    private void tell(UUID sender, List<Warning> own, List<ContactPoint> contacts, LocalDate since) {
        Optional<String> address = ORDER.stream()
                .flatMap(kind -> contacts.stream().filter(contact -> contact.kind() == kind))
                .flatMap(contact -> Stream.ofNullable(contact.details().email()))
                .findFirst();
        if (address.isEmpty()) {
            LOG.warn("Nobody can be told by mail what provider {} keeps no longer", sender);
            return;
        }
        try {
            mail.send(address.get(), "Preservation ends soon", text(own));
            warnings.told(sender, since, writing.clock().instant());
        } catch (Undelivered failure) {
            // the others hear of theirs, and this one is tried again in an hour
            LOG.warn("A warning for provider {} was not sent: {}", sender, Traces.of(failure));
        }
    }

    private String text(List<Warning> own) {
        return Stream.of(
                        Stream.of("The time for which you keep what belongs to reports of yours ends soon."),
                        own.stream().map(WarnOfPreservation::line),
                        Stream.of(
                                "Whether you must keep it longer is said by the law, or by whoever asked you to.",
                                "All of them: " + settings.publicUrl() + "/provider/preservation"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Warning warning) {
        String first = warning.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String more = warning.reports() > warning.first().size() ? ", …" : "";
        return "In %d days or less, until %s: %d (%s%s)"
                .formatted(
                        warning.days(),
                        LocalDate.ofInstant(warning.until().minusSeconds(1), ZoneOffset.UTC),
                        warning.reports(),
                        first,
                        more);
    }
}
