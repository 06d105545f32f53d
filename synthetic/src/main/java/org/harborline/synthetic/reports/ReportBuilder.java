// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Puts a report together, in any order of speaking:
///
/// ```java
/// aReport().from("Example Chat").withEmail("r.hale@mail.example").locatedIn("Dallas", "TX", "US").xml()
/// ```
///
/// Without further words it is the smallest report the interface takes: category CSAM, a past time, a reporter with an
/// e-mail address. Statements about a person without naming the role are about the first reported person, who is there
/// from the first such statement on.
public final class ReportBuilder {

    private static final String REPORTED = "personOrUserReported";

    private final Element report = Element.named("report");
    private String sender = "Example Chat";
    private boolean batched;

    private ReportBuilder() {}

    /// Starts a report.
    public static ReportBuilder aReport() {
        return new ReportBuilder().of(Category.CSAM).at("2026-01-15T10:00:00Z").from("Example Chat");
    }

    /// The reserved domain of an invented sender: `example-chat.example` for `Example Chat`.
    public static String domainOf(String sender) {
        return sender.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
    }

    /// The invented company that files; it is also the platform where the incident happened.
    public ReportBuilder from(String name) {
        sender = name;
        summary().put("platform", name);
        return this;
    }

    public ReportBuilder of(Category category) {
        return ofType(category.wireName());
    }

    /// Any text as category, to test refusals.
    public ReportBuilder ofType(String text) {
        summary().put("incidentType", text);
        return this;
    }

    /// When the incident happened, written exactly as given.
    public ReportBuilder at(String time) {
        summary().put("incidentDateTime", time);
        return this;
    }

    public ReportBuilder at(OffsetDateTime time) {
        return at(WireTime.text(time));
    }

    /// Says in words what the time of the incident means.
    public ReportBuilder withTimeExplained(long narrative) {
        summary().put("incidentDateTimeDescription", Narrative.text(narrative));
        return this;
    }

    public ReportBuilder onPlatform(String name) {
        summary().put("platform", name);
        return this;
    }

    public ReportBuilder withEscalation() {
        return withEscalation(1);
    }

    /// Asks for high priority; the reason is a numbered placeholder.
    public ReportBuilder withEscalation(long narrative) {
        summary().put("escalateToHighPriority", Narrative.text(narrative));
        return this;
    }

    public ReportBuilder annotated(Annotation... annotations) {
        Arrays.stream(annotations)
                .forEach(a -> summary().only("reportAnnotations").put(a.wireName(), "true"));
        return this;
    }

    /// One of many reports on one viral item. At the end only the account ids of the reported persons may be there.
    public ReportBuilder batched() {
        report.only("batchedReport").with("reason", "VIRAL_POTENTIAL_MEME");
        batched = true;
        return this;
    }

    public ReportBuilder onWebPage(String... urls) {
        var page = report.add("internetDetails").only("webPageIncident");
        Arrays.stream(urls).forEach(url -> page.add("url", url));
        return this;
    }

    /// An exchange by e-mail. The interface wants every address here to be a party's address too.
    public ReportBuilder byEmail(String... addresses) {
        var mail = report.add("internetDetails").only("emailIncident");
        Arrays.stream(addresses).forEach(address -> mail.add("emailAddress", address));
        return this;
    }

    public ReportBuilder inNewsgroup(String name) {
        report.add("internetDetails").only("newsgroupIncident").put("name", name);
        return this;
    }

    public ReportBuilder inChat(String client, String room) {
        var chat = report.add("internetDetails").only("chatImIncident");
        chat.put("chatClient", client);
        chat.put("chatRoomName", room);
        return this;
    }

    /// A chat whose content is a numbered placeholder.
    public ReportBuilder inChat(String client, long narrative) {
        var chat = report.add("internetDetails").only("chatImIncident");
        chat.put("chatClient", client);
        chat.put("content", Narrative.text(narrative));
        return this;
    }

    public ReportBuilder inGame(String name, String console) {
        var game = report.add("internetDetails").only("onlineGamingIncident");
        game.put("gameName", name);
        game.put("console", console);
        return this;
    }

    public ReportBuilder byCellPhone(String number) {
        report.add("internetDetails").only("cellPhoneIncident").put("phoneNumber", number);
        return this;
    }

    public ReportBuilder offline(String place) {
        report.add("internetDetails").only("nonInternetIncident").put("locationName", place);
        return this;
    }

    public ReportBuilder betweenPeers(String client, String ip) {
        var exchange = report.add("internetDetails").only("peer2peerIncident");
        exchange.put("client", client);
        exchange.add("ipCaptureEvent").put("ipAddress", ip);
        return this;
    }

    public ReportBuilder knownToAgency(String agency, String caseNumber) {
        var law = report.only("lawEnforcement");
        law.put("agencyName", agency);
        law.put("caseNumber", caseNumber);
        law.put("reportedToLe", "true");
        return this;
    }

    /// Replaces the sender's desk as the person who files.
    public ReportBuilder reportedBy(String first, String last, String email) {
        var person = report.only("reporter").only("reportingPerson");
        person.put("firstName", first);
        person.put("lastName", last);
        person.put("email", email);
        return this;
    }

    /// A person of the sender whom law enforcement can call.
    public ReportBuilder withLegalContact(String email, String phone) {
        var contact = report.only("reporter").only("contactPerson");
        contact.put("phone", phone);
        contact.put("email", email);
        return this;
    }

    /// The same text in every report of a sender.
    public ReportBuilder withCompanyTemplate(long narrative) {
        report.only("reporter").put("companyTemplate", Narrative.text(narrative));
        report.only("reporter").put("legalURL", "https://" + domainOf(sender) + "/legal");
        return this;
    }

    public ReportBuilder withNarrative(long number) {
        report.put("additionalInfo", Narrative.text(number));
        return this;
    }

    /// Any text as the report's own free text, to test what a server does with it.
    public ReportBuilder withFreeText(String text) {
        report.put("additionalInfo", text);
        return this;
    }

    /// One more reported person, after those already there.
    public ReportBuilder withReportedPerson(Consumer<PartyBuilder> person) {
        person.accept(party(report.add(REPORTED)));
        return this;
    }

    public ReportBuilder withRecipient(Consumer<PartyBuilder> person) {
        person.accept(new PartyBuilder(report.add("intendedRecipient"), "intendedRecipientPerson"));
        return this;
    }

    public ReportBuilder withVictim(Consumer<PartyBuilder> person) {
        var victim = report.add("victim");
        // The one party whose person element is mandatory, empty if need be.
        victim.only("victimPerson");
        person.accept(new PartyBuilder(victim, "victimPerson"));
        return this;
    }

    /// More about the first reported person.
    public ReportBuilder about(Consumer<PartyBuilder> person) {
        person.accept(party(report.only(REPORTED)));
        return this;
    }

    public ReportBuilder withEmail(String address) {
        return about(p -> p.withEmail(address));
    }

    public ReportBuilder withPhone(String number) {
        return about(p -> p.withPhone(number));
    }

    public ReportBuilder withUserId(String id) {
        return about(p -> p.withUserId(id));
    }

    public ReportBuilder withScreenName(String name) {
        return about(p -> p.withScreenName(name));
    }

    public ReportBuilder withDevice(String type, String value) {
        return about(p -> p.withDevice(type, value));
    }

    public ReportBuilder seenFrom(String ip, int port, Event event, String time) {
        return about(p -> p.seenFrom(ip, port, event, time));
    }

    public ReportBuilder seenFrom(String ip) {
        return about(p -> p.seenFrom(ip));
    }

    public ReportBuilder aged(int years) {
        return about(p -> p.aged(years));
    }

    public ReportBuilder withCompromisedAccount() {
        return about(PartyBuilder::withCompromisedAccount);
    }

    public ReportBuilder withPriorReport(long number) {
        return about(p -> p.withPriorReport(number));
    }

    public ReportBuilder locatedIn(String city, String region, String country) {
        return about(p -> p.locatedIn(city, region, country));
    }

    public ReportBuilder locatedIn(String country) {
        return about(p -> p.locatedIn(country));
    }

    /// The document as it stands; the builder may go on.
    public ReportDocument build() {
        var document = report.copy();
        completeReporter(document);
        if (!batched) {
            if (!document.has("internetDetails")) {
                document.add("internetDetails").add("chatImIncident");
            }
            completeServices(document);
        }
        return new ReportDocument(document);
    }

    /// The XML as it stands.
    public String xml() {
        return build().xml();
    }

    private void completeReporter(Element document) {
        var person = document.only("reporter").only("reportingPerson");
        if (!person.has("email")) {
            person.put("firstName", "Reporting");
            person.put("lastName", "Desk");
            person.put("email", "reports@" + domainOf(sender));
        }
    }

    /// An account id means nothing without its service.
    private void completeServices(Element document) {
        for (String role : new String[] {REPORTED, "intendedRecipient", "victim"}) {
            for (Element party : document.all(role)) {
                if (party.has("espIdentifier") && !party.has("espService")) {
                    party.put("espService", sender);
                }
            }
        }
    }

    private static PartyBuilder party(Element element) {
        return new PartyBuilder(element, "personOrUserReportedPerson");
    }

    private Element summary() {
        return report.only("incidentSummary");
    }
}
