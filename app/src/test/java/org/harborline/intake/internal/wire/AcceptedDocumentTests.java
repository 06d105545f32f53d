// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.AssociatedAs;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ItemRelevance;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.platform.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedDocumentTests {

    private static final UUID PROVIDER = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private final ReportDocuments documents = new ReportDocuments(Samples.clock());

    private ReceivedReport view(String sample, String... items) {
        var accepted = documents.acceptReport(Samples.bytes(Samples.text(sample)), null);
        List<String> kept = Arrays.stream(items)
                .map(item -> documents.acceptItem(Samples.bytes(Samples.text(item)), null, _ -> false))
                .map(ReportDocuments.AcceptedItem::receivedText)
                .toList();
        return documents.read(new ReportNumber(17), PROVIDER, accepted.receivedText(), kept);
    }

    private static List<StatedIdentifier> of(ReceivedReport report, IdentifierKind kind) {
        return report.identifiers().stream()
                .filter(identifier -> identifier.kind() == kind)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "enticement", "full", "batched"})
    void acceptsTheGoldenReports(String sample) {
        var accepted = documents.acceptReport(Samples.bytes(Samples.text(sample)), "utf-8");
        assertThat(accepted.receivedText()).startsWith("<report>").endsWith("</report>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"item", "item-full"})
    void acceptsTheGoldenItems(String sample) {
        assertThat(documents
                        .acceptItem(Samples.bytes(Samples.text(sample)), null, _ -> false)
                        .report())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1"})
    void readsTheEncodingThatTheDocumentDeclares(String encoding) {
        String text = Samples.text("minimal").replace("<email>", "<firstName>Zoë</firstName><email>");
        String declared = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + text;
        var accepted = documents.acceptReport(declared.getBytes(Charset.forName(encoding)), "utf-8");
        assertThat(accepted.reporterSheet()).contains("Zoë");
    }

    @Test
    void readsTheEncodingOfTheTransportWhenTheDocumentSaysNothing() {
        String text = Samples.text("minimal").replace("<email>", "<firstName>Zoë</firstName><email>");
        var accepted = documents.acceptReport(text.getBytes(StandardCharsets.ISO_8859_1), "ISO-8859-1");
        assertThat(accepted.reporterSheet()).contains("Zoë");
    }

    @Test
    void keepsTheReporterApart() {
        var accepted = documents.acceptReport(Samples.bytes(Samples.text("enticement")), null);
        assertThat(accepted.receivedText()).doesNotContain("ada.reporter", "reportingPerson", "202 555 0143");
        assertThat(accepted.reporterSheet()).contains("ada.reporter@provider.example");
        assertThat(documents.sheet(accepted.reporterSheet()))
                .extracting(ReportDocuments.SheetLine::path)
                .contains("reportingPerson/firstName", "reportingPerson/email")
                .allMatch(path -> path.startsWith("reportingPerson/"));
        assertThat(accepted.toString()).doesNotContain("Ada");
    }

    @Test
    void keepsWithTheReportWhatTheSenderSaysToAgencies() {
        ReceivedReport report = view("full");

        assertThat(report.texts())
                .filteredOn(ReceivedReport.TextSection::toAgencies)
                .extracting(section -> section.section().value(), ReceivedReport.TextSection::text)
                .containsExactly(
                        tuple("sender.agency-contact", """
                                firstName: Con
                                lastName: Tact
                                phone: 202 555 0171
                                phone/type: Fax
                                email: contact@provider.example
                                address/type: Technical
                                address/city: Boise"""),
                        tuple("sender.company-template", "[synthetic boilerplate 1]"),
                        tuple("sender.terms-of-service", "[synthetic boilerplate 2]"),
                        tuple("sender.legal-location", "https://provider.example/legal"));
    }

    @Test
    void takesNoContactOfTheSenderForAnIdentifier() {
        ReceivedReport report = view("full");

        assertThat(report.identifiers())
                .extracting(StatedIdentifier::value)
                .doesNotContain("contact@provider.example", "202 555 0171", "https://provider.example/legal");
        assertThat(report.locations())
                .extracting(ReceivedReport.StatedLocation::city)
                .doesNotContain("Boise");
        assertThat(view("minimal").texts()).noneMatch(ReceivedReport.TextSection::toAgencies);
    }

    @Test
    void readsWhatTheFollowersNeedFromTheSummary() {
        ReceivedReport report = view("enticement");
        assertThat(report.incidentType()).isEqualTo(IncidentType.ENTICEMENT);
        assertThat(report.service()).isEqualTo("Example Chat");
        assertThat(report.escalated()).isTrue();
        assertThat(report.batched()).isFalse();
        assertThat(report.annotations())
                .containsExactlyInAnyOrder(Code.of("sextortion"), Code.of("minorToMinorInteraction"));
        assertThat(report.incidentTime().instant()).isEqualTo(Instant.parse("2026-11-21T07:30:00Z"));
        assertThat(report.incidentTime().original()).isEqualTo("2026-11-21T09:30:00+02:00");
        assertThat(report.incidentTime().offset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(report.texts())
                .extracting(section -> section.section().value())
                .containsExactly(
                        "escalation.reason",
                        "incident.time-description",
                        "incident.content",
                        "incident.additional-info",
                        "incident.chat-client",
                        "sender.company-template",
                        "sender.legal-location",
                        "report.additional-info");
    }

    @Test
    void readsIdentifiersWithRoleEventTimeAndQuality() {
        ReceivedReport report = view("enticement");
        StatedIdentifier address = of(report, IdentifierKind.IP_ADDRESS).getFirst();
        assertThat(address.value()).isEqualTo("203.0.113.17");
        assertThat(address.event()).isEqualTo(CaptureEvent.UPLOAD);
        assertThat(address.port()).isEqualTo(40021);
        assertThat(address.quality().possibleProxy()).isFalse();
        assertThat(address.role()).isEqualTo(PartyRole.REPORTED_PERSON);
        assertThat(address.path()).isEqualTo("/report/personOrUserReported[1]/ipCaptureEvent[1]");
        StatedIdentifier mail = of(report, IdentifierKind.EMAIL).getFirst();
        assertThat(mail.type()).isEqualTo("Home");
        assertThat(mail.quality().verified()).isTrue();
        StatedIdentifier account = of(report, IdentifierKind.PROVIDER_USER_ID).getFirst();
        assertThat(account.value()).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(account.qualifier()).isEqualTo("Example Chat");
    }

    @Test
    void readsEveryPartyOfAReportThatHasEverything() {
        ReceivedReport report = view("full");
        assertThat(report.parties())
                .extracting(ReceivedReport.Party::role, ReceivedReport.Party::index, ReceivedReport.Party::statedAge)
                .containsExactly(
                        tuple(PartyRole.REPORTED_PERSON, 0, 16),
                        tuple(PartyRole.ASSOCIATED_ACCOUNT, 0, 41),
                        tuple(PartyRole.INTENDED_RECIPIENT, 0, null),
                        tuple(PartyRole.VICTIM, 0, 12),
                        tuple(PartyRole.ASSOCIATED_ACCOUNT, 1, 41),
                        tuple(PartyRole.VICTIM, 1, null));
        assertThat(report.identifiers())
                .extracting(StatedIdentifier::kind)
                .containsOnlyOnce(IdentifierKind.VEHICLE, IdentifierKind.SCHOOL)
                .containsAll(EnumSet.complementOf(EnumSet.of(IdentifierKind.PAYMENT_HANDLE)));
        assertThat(of(report, IdentifierKind.PRIOR_REPORT))
                .extracting(StatedIdentifier::value)
                .containsExactlyInAnyOrder("101", "102", "103", "104", "1001", "1002");
        assertThat(of(report, IdentifierKind.PHONE).stream()
                        .filter(phone -> phone.value().startsWith("7700")))
                .isNotEmpty()
                .allSatisfy(phone -> assertThat(phone.qualifier()).isEqualTo("+44"))
                .allSatisfy(phone -> assertThat(phone.value()).endsWith(" ext. 12"));
        assertThat(report.locations())
                .extracting(place -> place.source().value())
                .contains("address-business", "address-home", "address", "address-billing", "estimated-location");
        assertThat(report.priorAgency()).isNotNull();
        assertThat(report.priorAgency().servedDomestic()).isFalse();
        assertThat(report.priorAgency().servedInternational()).isTrue();
    }

    @Test
    void showsATimeWithoutAnOffsetAsSuch() {
        StatedIdentifier device = of(view("full"), IdentifierKind.DEVICE_ID).getFirst();
        assertThat(device.time()).isNotNull();
        assertThat(device.time().offset()).isNull();
        assertThat(device.time().instant()).isEqualTo(Instant.parse("2026-11-18T11:00:00Z"));
    }

    @Test
    void keepsAbsentApartFromFalseForEachItem() {
        ReceivedReport report = view("minimal", "item", "item-full");
        assertThat(report.items()).hasSize(2);
        assertThat(report.items().get(0).viewedByProvider()).isTrue();
        assertThat(report.items().get(0).publiclyAvailable()).isNull();
        assertThat(report.items().get(1).publiclyAvailable()).isFalse();
        assertThat(report.items().get(1).reference()).isEqualTo("item-88-B");
        assertThat(report.items().get(1).flags())
                .containsExactlyInAnyOrder(Code.of("generativeAi"), Code.of("viral"), Code.of("exifViewedByEsp"));
        assertThat(of(report, IdentifierKind.URL))
                .extracting(StatedIdentifier::value)
                .containsExactly("https://files.example/88-B");
    }

    @Test
    void readsEveryStatementAboutAnItemAsOneOfThree() {
        var said = view("minimal", "item-full").items().getFirst();
        assertThat(said.exifViewedByProvider()).isTrue();
        assertThat(said.potentialMeme()).isNull();
        assertThat(said.uploadedAt()).isNotNull();
        assertThat(said.uploadedAt().original()).isEqualTo("2026-11-20T08:15:00Z");
        assertThat(said.relevance()).isEqualTo(ItemRelevance.REPORTED);

        var unsaid = view("minimal", "item").items().getFirst();
        assertThat(unsaid.exifViewedByProvider()).isNull();
        assertThat(unsaid.uploadedAt()).isNull();
        assertThat(unsaid.relevance()).isNull();

        String denied = Samples.text("item")
                .replace(
                        "</fileDetails>",
                        "<exifViewedByEsp>false</exifViewedByEsp><fileRelevance>Supplemental Reported</fileRelevance>"
                                + "<potentialMeme>false</potentialMeme></fileDetails>");
        var kept = documents.acceptItem(Samples.bytes(denied), null, _ -> false).receivedText();
        var item = documents.items(List.of(kept)).getFirst();
        assertThat(item.exifViewedByProvider()).isFalse();
        assertThat(item.potentialMeme()).isFalse();
        assertThat(item.relevance()).isEqualTo(ItemRelevance.SUPPLEMENTAL);
    }

    @Test
    void readsWhatTheSenderDidAboutEachAccount() {
        var parties = view("full").parties();
        var reported = parties.getFirst();
        assertThat(reported.ageAssertionDiscrepancy()).isTrue();
        assertThat(reported.account().allEmailsReported()).isTrue();
        assertThat(reported.account().associatedAs()).isNull();
        var temporarily = reported.account().temporarilyDisabled();
        assertThat(temporarily).isNotNull();
        assertThat(temporarily.disabled()).isTrue();
        assertThat(temporarily.holderNotified()).isTrue();
        assertThat(temporarily.disabledAt().instant()).isEqualTo(Instant.parse("2026-11-18T12:00:00Z"));
        assertThat(temporarily.holderNotifiedAt().instant()).isEqualTo(Instant.parse("2026-11-18T12:00:01Z"));
        assertThat(temporarily.reenabledAt().instant()).isEqualTo(Instant.parse("2026-11-19T12:00:00Z"));
        var permanently = reported.account().permanentlyDisabled();
        assertThat(permanently).isNotNull();
        assertThat(permanently.disabled()).isFalse();
        assertThat(permanently.holderNotified()).isFalse();
        var associated = parties.get(1);
        assertThat(associated.account().associatedAs()).isEqualTo(AssociatedAs.PARENT_GUARDIAN);
        assertThat(associated.ageAssertionDiscrepancy()).isFalse();
        assertThat(associated.account().allEmailsReported()).isFalse();
        assertThat(view("minimal").parties())
                .allSatisfy(party -> assertThat(party.account()).isEqualTo(AccountStanding.UNSTATED));
    }

    @Test
    void readsWhereAnAccountIsAlsoWithoutANameOfIt() {
        var parties = view("full").parties();
        assertThat(parties.getFirst().account().service()).isEqualTo("Example Chat");
        assertThat(parties.getFirst().account().platform()).isNull();
        assertThat(parties.get(1).account().service()).isEqualTo("Other Service");
        assertThat(parties.get(1).account().platform()).isEqualTo("Other Platform");

        var nameless = read("<personOrUserReported><espService>Example Chat</espService></personOrUserReported>");
        assertThat(nameless.identifiers()).isEmpty();
        assertThat(nameless.parties())
                .singleElement()
                .satisfies(party -> assertThat(party.account().service()).isEqualTo("Example Chat"));
    }

    @Test
    void readsWhoHostsAPageAlsoWithoutItsAddress() {
        assertThat(view("full").hostings())
                .containsExactly(new ReceivedReport.Hosting(0, true, "/report/internetDetails[1]/webPageIncident"));
        assertThat(read("").hostings()).isEmpty();

        String pages = "<internetDetails><webPageIncident thirdPartyHostedContent=\"%s\"/></internetDetails>";
        assertThat(read(pages.formatted("true") + "<internetDetails><webPageIncident/></internetDetails>"
                                + pages.formatted("false"))
                        .hostings())
                .extracting(ReceivedReport.Hosting::incident, ReceivedReport.Hosting::thirdParty)
                .containsExactly(tuple(0, true), tuple(2, false));
    }

    /// A report that says that little and no more.
    private ReceivedReport read(String part) {
        String text = Samples.text("minimal");
        String whole = part.startsWith("<internet")
                ? text.replace("<reporter>", part + "<reporter>")
                : text.replace("</reporter>", "</reporter>" + part);
        var accepted = documents.acceptReport(Samples.bytes(whole), null);
        return documents.read(new ReportNumber(1), PROVIDER, accepted.receivedText(), List.of());
    }

    @Test
    void readsProgramsAndWhoKnowsAlready() {
        ReceivedReport report = view("full");
        assertThat(report.service()).isEqualTo("Example Chat");
        assertThat(report.texts())
                .extracting(section -> section.section().value(), ReceivedReport.TextSection::text)
                .contains(
                        tuple("incident.chat-client", "Example Chat"),
                        tuple("incident.game-name", "Sample Game"),
                        tuple("incident.p2p-client", "Sample Client"),
                        tuple(
                                "prior-agency.officer-contact",
                                "firstName: Offi\nlastName: Cer\nphone: +1 202 555 0170 ext. 17\nphone/type: Work\n"
                                        + "email: officer@police.example\naddress/city: Salem"));
        assertThat(report.priorAgency()).isNotNull();
        assertThat(report.priorAgency().servedFrom()).isEqualTo("NZ");
        assertThat(of(report, IdentifierKind.EMAIL))
                .extracting(StatedIdentifier::value)
                .doesNotContain("officer@police.example");
        assertThat(report.locations())
                .filteredOn(place -> place.source().equals(Code.of("estimated-location")))
                .isNotEmpty()
                .allSatisfy(place ->
                        assertThat(place.estimatedAt().instant()).isEqualTo(Instant.parse("2026-11-18T12:00:00Z")));
    }

    @Test
    void takesTheAnnotationsOfTheNewestDocumentation() {
        assertThat(view("full").annotations())
                .contains(Code.of("informational"), Code.of("potentialAggravatingFactors"), Code.of("instrumentalUse"));
    }

    @Test
    void takesSeveralReportedAccountsInABatch() {
        ReceivedReport report = view("batched");
        assertThat(report.batched()).isTrue();
        assertThat(of(report, IdentifierKind.PROVIDER_USER_ID))
                .extracting(StatedIdentifier::party)
                .containsExactly(0, 1);
    }

    @Test
    void readsBackWhatHtmlAndSqlTextsSaid() {
        String hostile = "<b>'; DROP TABLE x; --</b> & \"quoted\" ]]>";
        String escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String text = Samples.text("minimal")
                .replace("</report>", "<additionalInfo>" + escaped + "</additionalInfo></report>");
        var accepted = documents.acceptReport(Samples.bytes(text), null);
        ReceivedReport report = documents.read(new ReportNumber(1), PROVIDER, accepted.receivedText(), List.of());
        assertThat(report.texts().getFirst().text()).isEqualTo(hostile);
    }
}
