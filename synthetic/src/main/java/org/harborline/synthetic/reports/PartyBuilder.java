// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/// A reported person, an intended recipient or a victim, said in the words of a test. A statement that the contract
/// does not allow for the role, such as a vehicle of a victim, is refused with [IllegalArgumentException].
public final class PartyBuilder {

    private final Element party;
    private final String personName;

    PartyBuilder(Element party, String personName) {
        this.party = party;
        this.personName = personName;
    }

    public PartyBuilder named(String first, String last) {
        person().put("firstName", first);
        person().put("lastName", last);
        return this;
    }

    public PartyBuilder aged(int years) {
        person().put("age", Integer.toString(years));
        return this;
    }

    /// The sender doubts the stated age.
    public PartyBuilder withDoubtfulAge() {
        person().put("ageAssertionDiscrepancy", "true");
        return this;
    }

    public PartyBuilder bornOn(LocalDate day) {
        person().put("dateOfBirth", day.toString());
        return this;
    }

    public PartyBuilder withEmail(String address) {
        person().add("email", address);
        return this;
    }

    public PartyBuilder withVerifiedEmail(String address, OffsetDateTime when) {
        person().add("email", address).with("verified", "true").with("verificationDate", WireTime.text(when));
        return this;
    }

    /// A recovery address, which may be another person's.
    public PartyBuilder withRecoveryEmail(String address) {
        person().add("email", address).with("type", "Recovery");
        return this;
    }

    public PartyBuilder withPhone(String number) {
        person().add("phone", number);
        return this;
    }

    /// A phone number without its country code, which goes before it as `+1`.
    public PartyBuilder withPhone(String callingCode, String number) {
        person().add("phone", number).with("countryCallingCode", callingCode);
        return this;
    }

    /// A line of that type: `Mobile`, `Work`, `Recovery` and others of the interface.
    public PartyBuilder withPhoneOfType(String type, String callingCode, String number) {
        person().add("phone", number).with("type", type).with("countryCallingCode", callingCode);
        return this;
    }

    /// A line behind a switchboard.
    public PartyBuilder withPhoneExtension(String callingCode, String number, String extension) {
        person().add("phone", number).with("countryCallingCode", callingCode).with("extension", extension);
        return this;
    }

    public PartyBuilder withVerifiedPhone(String number, OffsetDateTime when) {
        person().add("phone", number).with("verified", "true").with("verificationDate", WireTime.text(when));
        return this;
    }

    /// A home in the United States; the state is its two letters.
    public PartyBuilder livingAt(String street, String city, String zip, String state) {
        var home = person().add("address").with("type", "Home");
        home.put("address", street);
        home.put("city", city);
        home.put("zipCode", zip);
        home.put("state", state);
        home.put("country", "US");
        return this;
    }

    /// The account's id in the sender's own system. The service is the sender unless [#onService] says otherwise.
    public PartyBuilder withUserId(String id) {
        party.put("espIdentifier", id);
        return this;
    }

    public PartyBuilder onService(String name) {
        party.put("espService", name);
        return this;
    }

    public PartyBuilder withCompromisedAccount() {
        party.put("compromisedAccount", "true");
        return this;
    }

    public PartyBuilder withScreenName(String name) {
        party.put("screenName", name);
        return this;
    }

    public PartyBuilder withDisplayName(String name) {
        party.add("displayName", name);
        return this;
    }

    public PartyBuilder withProfile(String url) {
        party.add("profileUrl", url);
        return this;
    }

    public PartyBuilder withProfileText(long narrative) {
        party.put("profileBio", Narrative.text(narrative));
        return this;
    }

    public PartyBuilder withVehicle(long narrative) {
        party.put("vehicleDescription", Narrative.text(narrative));
        return this;
    }

    /// An address without event or time.
    public PartyBuilder seenFrom(String ip) {
        party.add("ipCaptureEvent").put("ipAddress", ip);
        return this;
    }

    /// An address at a time, the time written exactly as given.
    public PartyBuilder seenFrom(String ip, Event event, String time) {
        capture(ip, event, time);
        return this;
    }

    /// An address with its source port, which behind a shared address is what tells subscribers apart.
    public PartyBuilder seenFrom(String ip, int port, Event event, String time) {
        capture(ip, event, time).put("port", Integer.toString(port));
        return this;
    }

    public PartyBuilder seenThroughProxy(String ip, Event event, String time) {
        capture(ip, event, time).put("possibleProxy", "true");
        return this;
    }

    /// A proxy's address with the port seen there.
    public PartyBuilder seenThroughProxy(String ip, int port, Event event, String time) {
        var capture = capture(ip, event, time);
        capture.put("possibleProxy", "true");
        capture.put("port", Integer.toString(port));
        return this;
    }

    public PartyBuilder withDevice(String type, String value) {
        var device = party.add("deviceId");
        device.put("idType", type);
        device.put("idValue", value);
        return this;
    }

    public PartyBuilder withDevice(String type, String value, Event event, String time) {
        var device = party.add("deviceId");
        device.put("idType", type);
        device.put("idValue", value);
        device.put("eventName", event.wireName());
        device.put("dateTime", time);
        return this;
    }

    public PartyBuilder withPriorReport(long number) {
        party.add("priorCTReports", Long.toString(number));
        return this;
    }

    public PartyBuilder inGroup(String id) {
        party.put("groupIdentifier", id);
        return this;
    }

    public PartyBuilder atSchool(String name) {
        party.put("schoolName", name);
        return this;
    }

    /// The account belongs to another service than the sender's.
    public PartyBuilder asThirdPartyUser() {
        party.put("thirdPartyUserReported", "true");
        return this;
    }

    public PartyBuilder withAccountSuspendedAt(OffsetDateTime when) {
        party.put("accountTemporarilyDisabled", "true").with("disabledDate", WireTime.text(when));
        return this;
    }

    public PartyBuilder withAccountClosedAt(OffsetDateTime when) {
        party.put("accountPermanentlyDisabled", "true").with("disabledDate", WireTime.text(when));
        return this;
    }

    /// Where the sender thinks the person is; region is a state's two letters in the United States.
    public PartyBuilder locatedIn(String city, String region, String country) {
        party.only("estimatedLocation").put("city", city);
        return locatedIn(region, country);
    }

    public PartyBuilder locatedIn(String region, String country) {
        party.only("estimatedLocation").put("region", region);
        return locatedIn(country);
    }

    public PartyBuilder locatedIn(String country) {
        party.only("estimatedLocation").put("countryCode", country);
        return this;
    }

    public PartyBuilder withAllEmailsReported() {
        party.put("allEmailsReported", "true");
        return this;
    }

    /// Another account of the same person; the kind is one of Billing, Linked, Business, Creator, Parent/Guardian,
    /// Other.
    public PartyBuilder withAssociatedAccount(String kind, Consumer<AssociatedAccountBuilder> account) {
        account.accept(
                new AssociatedAccountBuilder(party.add("associatedAccount").with("type", kind)));
        return this;
    }

    public PartyBuilder withNarrative(long narrative) {
        party.put("additionalInfo", Narrative.text(narrative));
        return this;
    }

    private Element capture(String ip, Event event, String time) {
        var capture = party.add("ipCaptureEvent");
        capture.put("ipAddress", ip);
        capture.put("eventName", event.wireName());
        capture.put("dateTime", time);
        return capture;
    }

    private Element person() {
        return party.only(personName);
    }
}
