// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.AccountStanding.Disabling;
import org.harborline.intake.AssociatedAs;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.StatedTime;
import org.jspecify.annotations.Nullable;

/// Reads the persons and accounts of a report.
final class PartyReading {

    private final Statements statements;

    PartyReading(Statements statements) {
        this.statements = statements;
    }

    void read(WireElement report) {
        parties(report, "personOrUserReported", PartyRole.REPORTED_PERSON, "reported");
        parties(report, "intendedRecipient", PartyRole.INTENDED_RECIPIENT, "recipient");
        parties(report, "victim", PartyRole.VICTIM, "victim");
    }

    private void parties(WireElement report, String name, PartyRole role, String section) {
        List<WireElement> all = report.all(name);
        for (int i = 0; i < all.size(); i++) {
            party(all.get(i), role, "/report/" + name + "[" + (i + 1) + "]", section);
        }
    }

    private void party(WireElement party, PartyRole role, String path, String section) {
        Boolean compromised = WireValues.stated(party, "compromisedAccount").orElse(null);
        Boolean thirdParty = WireValues.stated(party, "thirdPartyUserReported").orElse(null);
        var holder = new Holder(statements, role, statements.next(role), path, compromised, thirdParty);
        Optional<WireElement> person = party.children().stream()
                .filter(child -> child.name().endsWith("Person"))
                .findFirst();
        statements.party(new Party(
                role,
                holder.party(),
                person.flatMap(who -> age(who, "age")).orElse(null),
                person.flatMap(PartyReading::birthDate).orElse(null),
                compromised,
                Boolean.TRUE.equals(thirdParty),
                person.flatMap(PartyReading::discrepancy).orElse(null),
                standing(party),
                path));
        person.ifPresent(who -> person(who, holder.inside(who.name())));
        account(party, holder, section);
        List<WireElement> accounts = party.all("associatedAccount");
        for (int i = 0; i < accounts.size(); i++) {
            associated(accounts.get(i), path + "/associatedAccount[" + (i + 1) + "]");
        }
    }

    private static void person(WireElement person, Holder holder) {
        holder.personName(person, holder.path());
        holder.phones(person, "phone");
        holder.each(person, "email", IdentifierKind.EMAIL, null);
        holder.addresses(person, "address", "address");
    }

    private static void account(WireElement account, Holder holder, String section) {
        String service = account.childValue("espService").orElse(null);
        holder.each(account, "vehicleDescription", IdentifierKind.VEHICLE, null);
        holder.each(account, "espIdentifier", IdentifierKind.PROVIDER_USER_ID, service);
        holder.each(account, "screenName", IdentifierKind.SCREEN_NAME, service);
        holder.each(account, "displayName", IdentifierKind.DISPLAY_NAME, service);
        holder.each(account, "profileUrl", IdentifierKind.PROFILE_URL, null);
        holder.captures(account);
        holder.each(account, "schoolName", IdentifierKind.SCHOOL, null);
        holder.each(account, "priorCTReports", IdentifierKind.PRIOR_REPORT, null);
        holder.each(account, "groupIdentifier", IdentifierKind.GROUP, service);
        holder.estimatedLocation(account);
        holder.text(account, "profileBio", section + ".profile-bio");
        holder.text(account, "additionalInfo", section + ".additional-info");
    }

    private void associated(WireElement account, String path) {
        Boolean compromised = WireValues.stated(account, "compromisedAccount").orElse(null);
        Boolean thirdParty = account.child("platform")
                .flatMap(platform -> platform.attribute("thirdPartyUser"))
                .map(WireValues::truth)
                .orElse(null);
        int index = statements.next(PartyRole.ASSOCIATED_ACCOUNT);
        var holder = new Holder(statements, PartyRole.ASSOCIATED_ACCOUNT, index, path, compromised, thirdParty);
        statements.party(new Party(
                PartyRole.ASSOCIATED_ACCOUNT,
                index,
                age(account, "approximateAge").orElse(null),
                birthDate(account).orElse(null),
                compromised,
                Boolean.TRUE.equals(thirdParty),
                discrepancy(account).orElse(null),
                standing(account),
                path));
        person(account, holder);
        account(service(account), holder, "associated");
        holder.each(account, "priorCTReport", IdentifierKind.PRIOR_REPORT, null);
    }

    /// An associated account may name its platform and no service; the platform then tells its names apart.
    private static WireElement service(WireElement account) {
        Optional<WireElement> platform = account.child("platform");
        if (account.has("espService") || platform.isEmpty()) {
            return account;
        }
        WireElement named = platform.get();
        var service =
                new WireElement("", "espService", Map.of(), List.of(), named.text(), named.line(), named.column());
        return account.withChildren(
                Stream.concat(account.children().stream(), Stream.of(service)).toList());
    }

    private static Optional<Boolean> discrepancy(WireElement person) {
        return WireValues.stated(person, "ageAssertionDiscrepancy");
    }

    private static AccountStanding standing(WireElement account) {
        return new AccountStanding(
                disabling(account, "accountTemporarilyDisabled"),
                disabling(account, "accountPermanentlyDisabled"),
                WireValues.stated(account, "allEmailsReported").orElse(null),
                account.attribute("type").flatMap(AssociatedAs::fromWire).orElse(null),
                account.childValue("espService").orElse(null),
                account.childValue("platform").orElse(null));
    }

    private static @Nullable Disabling disabling(WireElement account, String name) {
        return account.child(name)
                .map(stated -> new Disabling(
                        WireValues.truth(stated.text()),
                        time(stated, "disabledDate"),
                        stated.attribute("userNotified").map(WireValues::truth).orElse(null),
                        time(stated, "userNotifiedDate"),
                        time(stated, "reenabledDate")))
                .orElse(null);
    }

    private static @Nullable StatedTime time(WireElement stated, String attribute) {
        return stated.attribute(attribute).flatMap(WireTimes::time).orElse(null);
    }

    private static Optional<Integer> age(WireElement person, String name) {
        return person.childValue(name).map(Integer::valueOf);
    }

    private static Optional<LocalDate> birthDate(WireElement person) {
        return person.childValue("dateOfBirth").flatMap(WireTimes::date);
    }
}
