// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.platform.Mode;
import org.harborline.referral.Delivery;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageDocument.Change;
import org.harborline.referral.PackageDocument.Head;
import org.harborline.referral.PackageDocument.Keeper;
import org.harborline.referral.PackageDocument.Recipient;
import org.harborline.referral.PackageDocument.Why;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Reason;
import org.harborline.registry.Agency;
import org.harborline.registry.Confidence;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Collects what a package says, at the moment it is made.
@Component
class DocumentWriter {

    private final Reports reports;
    private final AddedParts addedParts;
    private final Organisations organisations;
    private final RecipientTable recipients;
    private final StandingTable standings;
    private final Choices choices;
    private final Mode mode;

    DocumentWriter(
            @Lazy Reports reports,
            AddedParts addedParts,
            Organisations organisations,
            RecipientTable recipients,
            StandingTable standings,
            Choices choices,
            Mode mode) {
        this.reports = reports;
        this.addedParts = addedParts;
        this.organisations = organisations;
        this.recipients = recipients;
        this.standings = standings;
        this.choices = choices;
        this.mode = mode;
    }

    PackageDocument write(Delivery delivery, Agency agency, Instant madeAt, long position) {
        ReportNumber number = delivery.report();
        ReceivedReport received = Objects.requireNonNull(
                reports.open(Actors.SYSTEM, List.of(number)).get(number), "the report was erased");
        Report report = Objects.requireNonNull(
                reports.findAll(Actors.SYSTEM, List.of(number)).get(number));
        var parts = new ReceivedParts(received);
        var choice = recipients.choice(delivery.id());
        List<Why> why = choices.open(number, delivery.id(), choice.why()).stream()
                .map(DocumentWriter::why)
                .toList();
        var added = addedParts.of(delivery);
        return new PackageDocument(
                PackageDocument.FORMAT,
                head(delivery, agency, choice.confidence(), why, madeAt, position),
                PackageDocument.STATEMENT,
                PossibleChild.cautions(received, standings.standing(number).safeguarding()),
                change(delivery, why),
                parts.items(report.providerName()),
                keeper(report, parts, contacts(report)),
                parts.received(report.providerName(), report.finishedAt()),
                added.findings(),
                added.linked());
    }

    private Head head(
            Delivery delivery, Agency agency, Confidence confidence, List<Why> why, Instant madeAt, long position) {
        boolean first = delivery.kind() == PackageKind.REFERRAL;
        return new Head(
                delivery.reference(),
                delivery.kind(),
                mode == Mode.SANDBOX,
                delivery.report().value(),
                delivery.referral().toString(),
                madeAt,
                delivery.openedBy(),
                position,
                new Recipient(agency.id().toString(), agency.name(), confidence.name(), first ? why : List.of()));
    }

    private @Nullable Change change(Delivery delivery, List<Why> what) {
        var follows = delivery.follows();
        if (delivery.kind() == PackageKind.REFERRAL || follows == null) {
            return null;
        }
        boolean own = delivery.report().equals(delivery.concerns());
        String code = switch (delivery.kind()) {
            case REFERRAL, SUPPLEMENT -> own ? "same-report" : "later-report";
            case URGENT_SUPPLEMENT -> own ? "urgent-same-report" : "urgent-later-report";
            case CORRECTION -> own ? "decided-otherwise" : ofLink(what);
        };
        return new Change(code, List.of(recipients.reference(follows)), what);
    }

    /// What a machine acts on: a link that holds again must not be dropped.
    private static String ofLink(List<Why> what) {
        String restored = DueCorrection.RESTORED.value();
        return what.stream().anyMatch(one -> one.code().equals(restored)) ? restored : "link-withdrawn";
    }

    private static Why why(Reason reason) {
        return new Why(
                reason.code().value(),
                reason.arguments().stream().map(Defanged::text).toList());
    }

    private List<ContactPoint> contacts(Report report) {
        var provider = new ProviderId(report.provider());
        return organisations.contacts(Actors.SYSTEM, List.of(provider.ref())).getOrDefault(provider.ref(), List.of());
    }

    /// Legal process goes by post with some providers and by e-mail with others; only a way that nobody registered is
    /// missing.
    static Keeper keeper(Report report, ReceivedParts parts, List<ContactPoint> contacts) {
        return new Keeper(
                report.providerName(),
                report.provider().toString(),
                parts.references(),
                report.keptUntil(),
                Defanged.nullable(first(contacts, ContactKind.LEGAL_PROCESS, ContactPoint.Details::post)),
                Defanged.nullable(first(contacts, ContactKind.LEGAL_PROCESS, ContactPoint.Details::email)),
                Defanged.nullable(first(contacts, ContactKind.ROUND_THE_CLOCK, ContactPoint.Details::phone)),
                parts.statedBySender());
    }

    /// The asked part of the first contact point of a kind that has it, in one line. Another part in its place would be
    /// taken for the asked one.
    static @Nullable String first(
            List<ContactPoint> contacts, ContactKind kind, Function<ContactPoint.Details, @Nullable String> part) {
        return contacts.stream()
                .filter(contact -> contact.kind() == kind)
                .sorted(Comparator.comparingInt(ContactPoint::rank))
                .flatMap(contact -> Stream.ofNullable(part.apply(contact.details())))
                .map(text -> text.replace('\n', ' '))
                .findFirst()
                .orElse(null);
    }
}
