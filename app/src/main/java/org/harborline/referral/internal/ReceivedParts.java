// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedOwner;
import org.harborline.intake.StatedTime;
import org.harborline.platform.Code;
import org.harborline.referral.PackageDocument.AccountPart;
import org.harborline.referral.PackageDocument.DisablingPart;
import org.harborline.referral.PackageDocument.HostingPart;
import org.harborline.referral.PackageDocument.IdentifierPart;
import org.harborline.referral.PackageDocument.ItemCard;
import org.harborline.referral.PackageDocument.LocationPart;
import org.harborline.referral.PackageDocument.Owner;
import org.harborline.referral.PackageDocument.PartyPart;
import org.harborline.referral.PackageDocument.PriorAgencyPart;
import org.harborline.referral.PackageDocument.Received;
import org.harborline.referral.PackageDocument.Shown;
import org.harborline.referral.PackageDocument.TextPart;
import org.harborline.referral.PackageDocument.TimePart;
import org.harborline.referral.Stated;
import org.jspecify.annotations.Nullable;

/// Copies a received report into a package, value by value and in document order. Nothing is corrected,
/// completed or
/// left out on the way.
final class ReceivedParts {

    /// Kinds whose value is a place on a network that a reader must not open by accident.
    private static final Set<IdentifierKind> LOCATIONS = Set.of(IdentifierKind.URL, IdentifierKind.PROFILE_URL);

    private static final ReceivedReport.Item NOTHING_SAID = new ReceivedReport.Item("", null, null, Set.of());

    private final ReceivedReport report;

    ReceivedParts(ReceivedReport report) {
        this.report = report;
    }

    Received received(String provider, @Nullable Instant filedAt) {
        return new Received(
                provider,
                Defanged.nullable(report.service()),
                report.incidentType().name(),
                report.incidentType().wireName(),
                Objects.requireNonNull(time(report.incidentTime())),
                filedAt,
                report.escalated(),
                report.batched(),
                sorted(report.annotations()),
                report.parties().stream().map(ReceivedParts::party).toList(),
                report.identifiers().stream().map(ReceivedParts::identifier).toList(),
                report.locations().stream().map(ReceivedParts::location).toList(),
                report.hostings().stream()
                        .map(one -> new HostingPart(one.incident(), one.thirdParty(), one.path()))
                        .toList(),
                texts(false),
                priorAgency());
    }

    /// One card per item; one that says "not stated" throughout when the sender described none.
    List<ItemCard> items(String provider) {
        if (report.items().isEmpty()) {
            return List.of(item(NOTHING_SAID, provider));
        }
        return report.items().stream().map(item -> item(item, provider)).toList();
    }

    private static ItemCard item(ReceivedReport.Item item, String provider) {
        var relevance = item.relevance();
        var basis = item.basis();
        return new ItemCard(
                item.reference().isBlank() ? null : Defanged.text(item.reference()),
                Stated.of(item.viewedByProvider()),
                Stated.of(item.exifViewedByProvider()),
                Stated.of(item.publiclyAvailable()),
                Stated.of(item.potentialMeme()),
                time(item.uploadedAt()),
                relevance == null ? null : relevance.name(),
                basis == null ? null : basis.name(),
                provider,
                sorted(item.flags()));
    }

    /// The sender's own references, by which it finds the material again.
    List<Shown> references() {
        return report.items().stream()
                .map(ReceivedReport.Item::reference)
                .filter(reference -> !reference.isBlank())
                .map(Defanged::text)
                .toList();
    }

    /// What the sender says to agencies, for the card where the material is.
    List<TextPart> statedBySender() {
        return texts(true);
    }

    private List<TextPart> texts(boolean toAgencies) {
        return report.texts().stream()
                .filter(text -> text.toAgencies() == toAgencies)
                .map(text -> new TextPart(text.section().value(), text.ordinal(), Defanged.text(text.text())))
                .toList();
    }

    static @Nullable TimePart time(@Nullable StatedTime time) {
        return time == null
                ? null
                : new TimePart(
                        time.instant(),
                        time.original(),
                        time.offset() == null ? null : time.offset().toString());
    }

    private static PartyPart party(ReceivedReport.Party party) {
        return new PartyPart(
                party.role().name(),
                party.index(),
                party.statedAge(),
                party.statedBirthDate(),
                Stated.of(party.ageAssertionDiscrepancy()),
                Stated.of(party.compromisedAccount()),
                party.thirdParty(),
                account(party.account()),
                tiedTo(party.role(), party.owner()),
                party.path());
    }

    private static AccountPart account(AccountStanding account) {
        var associatedAs = account.associatedAs();
        return new AccountPart(
                disabling(account.temporarilyDisabled()),
                disabling(account.permanentlyDisabled()),
                Stated.of(account.allEmailsReported()),
                associatedAs == null ? null : associatedAs.wireName(),
                Defanged.nullable(account.service()),
                Defanged.nullable(account.platform()));
    }

    private static @Nullable DisablingPart disabling(AccountStanding.@Nullable Disabling disabling) {
        return disabling == null
                ? null
                : new DisablingPart(
                        Stated.of(disabling.disabled()),
                        time(disabling.disabledAt()),
                        Stated.of(disabling.holderNotified()),
                        time(disabling.holderNotifiedAt()),
                        time(disabling.reenabledAt()));
    }

    private static IdentifierPart identifier(StatedIdentifier stated) {
        var quality = stated.quality();
        return new IdentifierPart(
                stated.kind().name(),
                LOCATIONS.contains(stated.kind()) ? Defanged.location(stated.value()) : Defanged.text(stated.value()),
                Defanged.nullable(stated.qualifier()),
                stated.type(),
                stated.role().name(),
                stated.party(),
                stated.event() == null ? null : stated.event().name(),
                time(stated.time()),
                stated.port(),
                Stated.of(quality.verified()),
                time(quality.verifiedAt()),
                Stated.of(quality.possibleProxy()),
                Stated.of(quality.compromisedAccount()),
                Stated.of(quality.thirdParty()),
                tiedTo(stated.role(), stated.owner()),
                stated.path());
    }

    private static LocationPart location(ReceivedReport.StatedLocation location) {
        return new LocationPart(
                location.source().value(),
                location.role().name(),
                location.party(),
                location.city(),
                location.region(),
                location.postcode(),
                location.country(),
                Stated.of(location.verified()),
                time(location.estimatedAt()),
                tiedTo(location.role(), location.owner()),
                location.path());
    }

    static @Nullable Owner tiedTo(PartyRole role, StatedOwner owner) {
        return owner.role() == role ? null : new Owner(owner.role().name(), owner.index());
    }

    private @Nullable PriorAgencyPart priorAgency() {
        var prior = report.priorAgency();
        return prior == null
                ? null
                : new PriorAgencyPart(
                        Defanged.text(prior.name()),
                        Defanged.nullable(prior.caseNumber()),
                        Stated.of(prior.reported()),
                        Stated.of(prior.servedDomestic()),
                        Stated.of(prior.servedInternational()),
                        prior.servedFrom());
    }

    private static List<String> sorted(Set<Code> codes) {
        return codes.stream().map(Code::value).sorted().toList();
    }
}
