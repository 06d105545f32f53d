// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

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
import org.harborline.platform.RecordRef;
import org.harborline.platform.Settings;
import org.harborline.platform.Traces;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Undelivered;
import org.harborline.referral.internal.PreservationWarningTable.Warning;
import org.harborline.registry.AgencyId;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Warns agencies that senders soon keep no longer what belongs to packages of theirs: each day in one mail, as
/// intake warns the senders. Counting and moving the day on is one transaction; a mail is sent and then noted, so that
/// a
/// server that stops between sends that one again. How many stands in it, and no number of a report.
@Component
class WarnOfPreservation {

    private static final Logger LOG = LoggerFactory.getLogger(WarnOfPreservation.class);
    private static final int AT_ONCE = 200;
    private static final int TRIED_DAYS = 3;

    private final PreservationWarningTable warnings;
    private final Organisations organisations;
    private final Mail mail;
    private final Settings settings;
    private final Recording recording;

    WarnOfPreservation(
            PreservationWarningTable warnings,
            Organisations organisations,
            Mail mail,
            Settings settings,
            Recording recording) {
        this.warnings = warnings;
        this.organisations = organisations;
        this.mail = mail;
        this.settings = settings;
        this.recording = recording;
    }

    void run() {
        LocalDate today = LocalDate.ofInstant(recording.now(), ZoneOffset.UTC);
        recording.run(() -> warnings.advance(today)
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
            Map<AgencyId, List<Warning>> byAgency = some.stream()
                    .collect(Collectors.groupingBy(Warning::agency, LinkedHashMap::new, Collectors.toList()));
            Map<RecordRef, List<ContactPoint>> contacts = organisations.contacts(
                    Actors.SYSTEM, byAgency.keySet().stream().map(AgencyId::ref).toList());
            byAgency.forEach((agency, own) -> tell(agency, own, contacts.getOrDefault(agency.ref(), List.of()), since));
            after = some.isEmpty() ? after : some.getLast().agency().value();
        } while (!some.isEmpty());
    }

    private void tell(AgencyId agency, List<Warning> own, List<ContactPoint> contacts, LocalDate since) {
        Optional<String> address = contacts.stream()
                .filter(contact -> contact.kind() == ContactKind.DELIVERY)
                .flatMap(contact -> Stream.ofNullable(contact.details().email()))
                .findFirst();
        if (address.isEmpty()) {
            // its pages tell it
            return;
        }
        try {
            mail.send(address.get(), "Preservation ends soon", text(own));
            warnings.told(agency, since, recording.now());
        } catch (Undelivered failure) {
            LOG.warn("A warning for agency {} was not sent: {}", agency, Traces.of(failure));
        }
    }

    private String text(List<Warning> own) {
        return Stream.of(
                        Stream.of("Companies soon keep no longer what belongs to packages that you have."),
                        own.stream()
                                .map(one -> "In %d days or less, until %s: %d"
                                        .formatted(
                                                one.days(),
                                                LocalDate.ofInstant(one.until().minusSeconds(1), ZoneOffset.UTC),
                                                one.reports())),
                        Stream.of(
                                "You can ask the company to keep it longer:",
                                settings.publicUrl() + "/agency/preservation"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
