// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.RefusedEscalation;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.outbound.Mail;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Tells a provider's contact that an escalation was not filed, or not yet. Without a mail server or an address it
/// stays untold on
/// the duty officer's list, who then calls.
@Component
class TellProvider {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("intake.tell-provider");

    private static final Logger LOG = LoggerFactory.getLogger(TellProvider.class);
    private static final Actor SELF = Actor.system("intake");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    /// Who answers fastest first.
    private static final List<ContactKind> ORDER =
            List.of(ContactKind.ROUND_THE_CLOCK, ContactKind.LEGAL_PROCESS, ContactKind.PRESERVATION);

    private final RefusalTable refusals;
    private final Organisations organisations;
    private final Mail mail;
    private final Clock clock;

    TellProvider(RefusalTable refusals, @Lazy Organisations organisations, Mail mail, Clock clock) {
        this.refusals = refusals;
        this.organisations = organisations;
        this.mail = mail;
        this.clock = clock;
    }

    void run(UUID id) {
        Optional<RefusedEscalation> refused = refusals.find(id);
        if (refused.isEmpty() || refused.get().toldAt() != null || refused.get().settled()) {
            return;
        }
        Optional<String> address = address(refused.get().provider());
        if (address.isEmpty() || !mail.isSet()) {
            LOG.warn("Nobody can be told by mail of refused escalation {}", id);
            return;
        }
        mail.send(address.get(), subject(refused.get()), text(refused.get()));
        refusals.told(id, clock.instant());
    }

    private Optional<String> address(UUID provider) {
        RecordRef ref = RecordRef.of("provider", provider);
        List<ContactPoint> contacts = organisations.contacts(SELF, List.of(ref)).getOrDefault(ref, List.of());
        return ORDER.stream()
                .flatMap(kind -> contacts.stream().filter(contact -> contact.kind() == kind))
                .flatMap(contact -> Stream.ofNullable(contact.details().email()))
                .findFirst();
    }

    private static String subject(RefusedEscalation refused) {
        return refused.unfinished() == null
                ? "A report you escalated was not filed"
                : "A report you escalated is not finished yet";
    }

    private static String text(RefusedEscalation refused) {
        String what = switch (refused.reason()) {
            case NOT_TAKEN ->
                "A document with a reason for high priority was refused: it is larger than 5 MB, did not arrive whole"
                        + " within 30 seconds, is not sent as XML text (code 4000), or came with a credential that may"
                        + " not file (code 3100).";
            case MALFORMED ->
                "A document with a reason for high priority was refused: it is not well-formed XML (code 4110).";
            case INVALID ->
                "A document with a reason for high priority was refused: it breaks the schema or a rule (code 4100).";
            case NAMED_BEFORE ->
                "A document with a reason for high priority was not taken: its idempotency key or its reference names"
                        + " another report that you filed before (HTTP 409). Give it one of its own.";
            case UNFINISHED ->
                "Report " + refused.report()
                        + " with a reason for high priority was opened and is not finished yet; it expires at "
                        + MINUTE.format(Objects.requireNonNull(refused.unfinished())
                                .expiresAt()
                                .atOffset(ZoneOffset.UTC))
                        + ".";
            case EXPIRED ->
                "Report " + refused.report()
                        + " with a reason for high priority was opened but not finished in time, and is gone.";
        };
        return String.join(
                "\n",
                what,
                refused.unfinished() == null
                        ? "It was not filed and nobody has seen it. Please correct it and send it again."
                        : "Nobody has seen it. Please finish it, or retract it if it is not meant.",
                "Request-ID: " + Objects.requireNonNullElse(refused.requestId(), "none"),
                "Time: " + refused.refusedAt());
    }
}
