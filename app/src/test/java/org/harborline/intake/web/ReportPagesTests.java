// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.SignedIn;
import org.harborline.intake.Filings;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.journal.internal.JournalControl;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReportPagesTests {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Filings filings;

    private MockMvcTester mvc;
    private ReportNumber number;
    private Actor sender = sender(new UUID(0, 1));

    @BeforeEach
    void file() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        number = file("enticement", "item");
    }

    private ReportNumber file(String report, String described) {
        return fileText(SampleDocuments.text(report), SampleDocuments.text(described));
    }

    private ReportNumber fileText(String report, String described) {
        Actor provider = sender(Ids.next());
        sender = provider;
        String document = report.replaceAll("2026-11-(?=[12][0-9]T)", "2025-11-");
        ReportNumber filed = Objects.requireNonNull(filings.submit(
                        provider, new SentDocument("Example Chat", document.getBytes(StandardCharsets.UTF_8), null))
                .report());
        String item = described
                .replace("<reportId>1<", "<reportId>" + filed + "<")
                .replaceAll("2026-11-(?=[12][0-9]T)", "2025-11-");
        assertThat(filings.describeItem(
                                provider, new SentDocument("Example Chat", item.getBytes(StandardCharsets.UTF_8), null))
                        .code())
                .isEqualTo(WireCode.SUCCESS);
        assertThat(filings.finish(provider, filed.value()).code()).isEqualTo(WireCode.SUCCESS);
        return filed;
    }

    private static Actor sender(UUID provider) {
        return new Actor(
                "credential-1",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE),
                RecordRef.of("provider", provider),
                null);
    }

    private static RequestPostProcessor as(Permission... permissions) {
        return authentication(new ActorAuthentication(person(permissions)));
    }

    private static Actor person(Permission... permissions) {
        return new Actor("person-1", ActorKind.STAFF, Set.of(permissions), null, null);
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void showsFactsFirstAndHidesAllText() {
        String page = text(mvc.get()
                .uri("/reports/" + number)
                .with(as(Permission.REPORT_READ, Permission.REPORT_REVEAL))
                .exchange());
        assertThat(page)
                .contains("Report " + number, "Online enticement", "Example Chat", "item-88-A", "not stated")
                .contains("/reports/" + number + "/reveal/report.additional-info/0")
                .contains("/reports/" + number + "/panels/links")
                .doesNotContain("synthetic narrative", "ada.reporter", "sample.person", "/reporter\"");
    }

    @Test
    void showsEverythingThatTheSenderStatedOfAccountsItemsAndAgencies() {
        ReportNumber full = file("full", "item-full");
        String page = text(mvc.get()
                .uri("/reports/" + full)
                .with(as(Permission.REPORT_READ, Permission.REPORT_REVEAL))
                .exchange());
        assertThat(page)
                .contains("Marked by the sender", "sextortion", "instrumental use")
                .contains("Reported person 1", "Associated account 1", "parent or guardian")
                .contains("Disabled for a time", "holder told", "enabled again", "Place estimated at")
                .contains("Age differs from what the account states", "All e-mail addresses are in the report")
                .contains("Sample Police", "2026-17", "NZ")
                .contains("Embedded details viewed by the sender", "Came to the sender", "generative AI, viral")
                .contains("Whom to ask at the agency that knows", "Program of the file exchange")
                .contains("Left out on arrival", "values of kinds that are never kept")
                .contains("Service of the account", "Other Service", "Other Platform")
                .contains("Hosted by another company", "Incident 1: <b>yes</b>")
                .contains("Stated by the sender for agencies", "/reveal/sender.agency-contact/0")
                .contains("Text that the sender puts in every report", "/reveal/sender.legal-location/0")
                .doesNotContain("officer@police.example", "Sample Client", "contact@provider.example", "??");
        assertThat(text(mvc.get()
                        .uri("/reports/" + full)
                        .header("Accept-Language", "es")
                        .with(as(Permission.REPORT_READ))
                        .exchange()))
                .contains("Marcado por el remitente", "Persona reportada 1", "padre, madre o tutor")
                .doesNotContain("??");
    }

    @Test
    void showsStatedTimesAsSentAndSaysWhenTheyCameWithoutAZone() {
        String item = SampleDocuments.text("item-full").replace("2026-11-20T08:15:00Z", "2025-11-20T10:15:00+02:00");
        String zoned = page(fileText(SampleDocuments.text("full"), item));
        assertThat(zoned).contains("20 Nov 2025, 08:15:00 UTC", "sent as 20 Nov 2025, 10:15:00 +02:00");
        assertThat(zoned).doesNotContain("original offset unknown");

        String unzoned = page(fileText(
                SampleDocuments.text("full").replaceAll("(Date|timestamp)=\"([^\"]+)Z\"", "$1=\"$2\""),
                item.replace("+02:00<", "<")));
        assertThat(unzoned).doesNotContain("sent as");
        assertThat(times(unzoned, "original offset unknown"))
                .isEqualTo(times(zoned, "sent as"))
                .isGreaterThan(20);
    }

    private static int times(String page, String words) {
        return page.split(words, -1).length - 1;
    }

    private String page(ReportNumber report) {
        return text(mvc.get()
                .uri("/reports/" + report)
                .with(as(Permission.REPORT_READ))
                .exchange());
    }

    @Test
    void revealsOneSectionAsAPageAndAsAFragment() {
        String address = "/reports/" + number + "/reveal/report.additional-info/0";
        String page = text(mvc.post()
                .uri(address)
                .with(csrf())
                .with(as(Permission.REPORT_READ, Permission.REPORT_REVEAL))
                .exchange());
        assertThat(page).contains("[synthetic narrative 5]", "<html").doesNotContain("[synthetic narrative 4]");
        String fragment = text(mvc.post()
                .uri(address)
                .header("HX-Request", "true")
                .with(csrf())
                .with(as(Permission.REPORT_READ, Permission.REPORT_REVEAL))
                .exchange());
        assertThat(fragment).contains("[synthetic narrative 5]").doesNotContain("<html");
        assertThat(mvc.post()
                        .uri(address)
                        .with(csrf())
                        .with(as(Permission.REPORT_READ))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/reports/" + number + "/reveal/report.additional-info/1")
                        .with(csrf())
                        .with(as(Permission.REPORT_READ, Permission.REPORT_REVEAL))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void opensTheReportersSheetForThoseWhoMayAndSayWhy() {
        var reader = person(Permission.REPORT_READ, Permission.REPORTER_REVEAL);
        assertThat(text(mvc.post()
                        .uri("/reports/" + number + "/reporter")
                        .with(csrf())
                        .param("purpose", "SAFEGUARDING")
                        .with(authentication(SignedIn.justNow(reader)))
                        .exchange()))
                .contains("ada.reporter@provider.example", "reportingPerson/email");
        assertThat(mvc.post()
                        .uri("/reports/" + number + "/reporter")
                        .with(csrf())
                        .param("purpose", "SAFEGUARDING")
                        .with(as(Permission.REPORT_READ, Permission.REPORT_REVEAL))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void asksWhoSignedInLongAgoForTheFactorBeforeItOpensTheReportersSheet() {
        var reader = person(Permission.REPORT_READ, Permission.REPORTER_REVEAL);
        assertThat(mvc.post()
                        .uri("/reports/" + number + "/reporter")
                        .with(csrf())
                        .param("purpose", "SAFEGUARDING")
                        .with(authentication(SignedIn.thisMorning(reader)))
                        .exchange())
                .hasStatus(302)
                .hasRedirectedUrl("/sign-in/again?next=%2Freports%2F" + number);
    }

    @Test
    void showsReceiptRefusalsAndTheGuide() {
        assertThat(text(mvc.get()
                        .uri("/reports/" + number + "/receipt")
                        .with(as(Permission.REPORT_READ))
                        .exchange()))
                .contains("no statutory effect");
        assertThat(text(mvc.get()
                        .uri("/refused")
                        .with(as(Permission.PAGE_ACKNOWLEDGE))
                        .exchange()))
                .contains("Escalations that were not filed");
        assertThat(text(mvc.get().uri("/api").exchange())).contains("/ispws/submit", "5102", "/ispws/xsd");
        assertThat(text(mvc.get().uri("/api").header("Accept-Language", "es").exchange()))
                .contains("Llamadas");
    }

    @Test
    void publishesTheRubricInBothLanguages() {
        assertThat(text(mvc.get().uri("/developers/completeness").exchange()))
                .contains("id=\"network-port\"", "Port of the network address", "weight 14", "batched reports too")
                .doesNotContain("??");
        assertThat(text(mvc.get()
                        .uri("/developers/completeness")
                        .header("Accept-Language", "es")
                        .exchange()))
                .contains("Puerto de la dirección de red", "peso 14")
                .doesNotContain("??");
    }

    @Test
    void answersAMissingReportLikeAForbiddenOne() {
        assertThat(mvc.get().uri("/reports/17").with(as(Permission.REPORT_READ)).exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/reports/" + number)
                        .with(as(Permission.LOOK_UP))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aReceiptIsGenuineAtOnceAndProvedFromTheNextRootOn() {
        String early = receipt(as(Permission.REPORT_READ));
        assertThat(early).contains("\"proofFrom\" : \"20");
        assertThat(checked(early)).contains("Genuine, not proved yet");

        Eventually.holds(() -> {
            JournalControl.signRoot(context);
            assertThat(receipt(as(Permission.REPORT_READ))).contains("\"proofFrom\" : null");
        });
        String proved = receipt(as(Permission.REPORT_READ));
        assertThat(checked(proved)).contains("The receipt holds", number.toString());
        assertThat(checked(proved.replace("\"report\" : " + number, "\"report\" : 1")))
                .contains("does not hold", "not the filing of the report");
        assertThat(text(mvc.get()
                        .uri("/reports/" + number + "/receipt")
                        .with(as(Permission.REPORT_READ))
                        .exchange()))
                .contains("of the journal", "/receipt/file", "/verify-receipt");
    }

    @Test
    void aSenderGetsItsOwnReceiptAndNoOther() {
        assertThat(own(sender)).contains("\"report\" : " + number);
        assertThat(mvc.get()
                        .uri("/provider/receipt/file?number=" + number)
                        .with(authentication(new ActorAuthentication(sender(Ids.next()))))
                        .exchange())
                .hasStatus(404);
    }

    private String own(Actor actor) {
        return text(mvc.get()
                .uri("/provider/receipt/file?number=" + number)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange());
    }

    private String receipt(RequestPostProcessor person) {
        return text(mvc.get()
                .uri("/reports/" + number + "/receipt/file")
                .with(person)
                .exchange());
    }

    @Test
    void anybodyFetchesThePublicKeyAndNothingElseOfTheKeys() {
        assertThat(mvc.get().uri("/verify-receipt/key.json"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/json")
                .bodyText()
                .contains("Ed25519PublicKey", "ASYMMETRIC_PUBLIC")
                .doesNotContain("PRIVATE", "SYMMETRIC\"");
    }

    private String checked(String receipt) {
        return text(mvc.post()
                .uri("/verify-receipt")
                .param("receipt", receipt)
                .with(csrf())
                .exchange());
    }
}
