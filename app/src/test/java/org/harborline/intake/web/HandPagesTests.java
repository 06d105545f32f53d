// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.harborline.access.Accounts;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.access.SignedIn;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.IncidentType;
import org.harborline.intake.OwnReports;
import org.harborline.intake.PartyRole;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.SentDocument;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
class HandPagesTests {

    private static final Actor SELF = Actor.system("test");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern RECEIPT = Pattern.compile("/provider/reports/([0-9]+)");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Organisations organisations;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnReports own;

    @Autowired
    Reports reports;

    @Autowired
    Filings filings;

    @Autowired
    Clock clock;

    private Actor person = SELF;

    @BeforeEach
    void join() {
        person = person();
    }

    private Actor person() {
        ProviderId company = organisations.registerProvider(
                SELF,
                new RegisterProvider(
                        "hand-" + UUID.randomUUID(), "Hand", List.of(new Provider.Offering("Chat", "chat.example"))));
        var holder = accounts.create(
                SELF,
                new NewAccount(
                        "hand" + Long.toUnsignedString(System.nanoTime(), 36),
                        "Reporter 9",
                        Set.of(Role.PROVIDER_REPORTER),
                        company.ref()),
                "a long password 17");
        return new Actor(
                holder.toString(), ActorKind.PROVIDER, Role.PROVIDER_REPORTER.permissions(), company.ref(), null);
    }

    private MockMvcTester door(Actor actor) {
        return MockMvcTester.from(
                context,
                builder -> builder.apply(springSecurity())
                        .defaultRequest(get("/").with(csrf()).with(authentication(SignedIn.justNow(actor))))
                        .build());
    }

    private String recent() {
        return LocalDateTime.ofInstant(clock.instant().minus(Duration.ofHours(3)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private MockMvcTester.MockMvcRequestBuilder filled(String path) {
        return door(person)
                .post()
                .uri(path)
                .locale(Locale.ENGLISH)
                .param("type", "ENTICEMENT")
                .param("when", recent())
                .param("platform", "Chat")
                .param("urls", "https://chat.example/1\nhttps://chat.example/2")
                .param("identifier", "user-17")
                .param("screenName", "<name> & \"17\"")
                .param("mail", "person17@mail.example")
                .param("address", "198.51.100.17")
                .param("addressWhen", recent())
                .param("childAge", "12")
                .param("more", "[synthetic narrative 17]")
                .param("reporter", "Reporter 9")
                .param("reporterMail", "reporter9@chat.example");
    }

    private static String body(MvcTestResult result) throws Exception {
        String body = result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("??");
        return body;
    }

    private String token() throws Exception {
        var token = TOKEN.matcher(body(filled("/provider/reports/check").exchange()));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void aCompanyThatNobodyHasVerifiedFilesByHandAndReadsItsReceiptAgain() throws Exception {
        assertThat(body(door(person).get().uri("/provider/reports/new").exchange()))
                .contains("Reporter 9")
                .contains("value=\"Chat\"");
        var filed = filled("/provider/reports").param("token", token()).exchange();

        assertThat(filed).hasStatus3xxRedirection();
        var receipt = RECEIPT.matcher(filed.getResponse().getRedirectedUrl());
        assertThat(receipt.matches()).isTrue();
        var number = new ReportNumber(Long.parseLong(receipt.group(1)));
        assertThat(body(door(person).get().uri("/provider/reports/" + number).exchange()))
                .contains("Keep the material until")
                .contains("no statutory effect");
        assertThat(body(door(person).get().uri("/provider/reports").exchange()))
                .contains("/provider/reports/" + number);
        assertThat(door(person()).get().uri("/provider/reports/" + number).exchange())
                .as("another company")
                .hasStatus(HttpStatus.NOT_FOUND);

        Report report = reports.find(SELF, number).orElseThrow();
        assertThat(report.state()).isEqualTo(ReportState.FINISHED);
        assertThat(report.incidentType()).isEqualTo(IncidentType.ENTICEMENT);
        var received = reports.open(SELF, List.of(number)).get(number);
        assertThat(received.parties())
                .extracting(party -> party.role())
                .contains(PartyRole.REPORTED_PERSON, PartyRole.VICTIM);
    }

    @Test
    void theAnswersAreShownOnceMoreAndComeBackToTheForm() throws Exception {
        assertThat(body(filled("/provider/reports/check").exchange()))
                .contains("&lt;name&gt; &amp; &quot;17&quot;")
                .contains("its sender is not verified");
        assertThat(body(filled("/provider/reports/edit").exchange()))
                .contains("user-17")
                .contains("[synthetic narrative 17]");
    }

    @Test
    void pressingTenTimesAtOnceFilesOneReport() throws Exception {
        UUID token = UUID.randomUUID();
        var form = new SentDocument("Hand", HandDocument.of(form("")), null);
        var presses = new ArrayList<Callable<FilingAnswer>>();
        for (int press = 0; press < 10; press++) {
            presses.add(() -> own.file(person, token, form));
        }
        Set<ReportNumber> numbers;
        try (var threads = Executors.newFixedThreadPool(10)) {
            numbers = threads.invokeAll(presses).stream()
                    .map(answer -> answer.resultNow().report())
                    .collect(java.util.stream.Collectors.toSet());
        }
        assertThat(numbers).hasSize(1);
        assertThat(own.list(person, Optional.empty(), 50)).hasSize(1);
        assertThatThrownBy(() -> own.file(person(), token, form)).hasMessageContaining("not-found");
    }

    private HandForm form(String urgent) {
        return new HandForm(
                IncidentType.CSAM,
                recent(),
                "time of upload",
                urgent,
                "Chat",
                "https://chat.example/1",
                "room-1",
                "u",
                "s",
                "https://chat.example/u",
                "a@mail.example",
                "202 555 0147",
                "198.51.100.1",
                recent(),
                "[synthetic narrative 2]",
                "c",
                "cs",
                "12",
                "Sample Police",
                "2026-17",
                "17\n18",
                "[synthetic narrative 3] \u0000\uFFFF",
                "Reporter",
                "r@chat.example");
    }

    @Test
    void everyFieldOfTheFormIsTakenByTheSameJudgeAsAMachinesReport() {
        FilingAnswer answer = own.file(
                person, UUID.randomUUID(), new SentDocument("Hand", HandDocument.of(form("[urgent 1]")), null));
        assertThat(answer.description()).isEqualTo("Report filed.");
        assertThat(reports.find(SELF, answer.report()).orElseThrow().escalated())
                .isTrue();
    }

    @Test
    void theFormHintsAtWhatItCouldStillTakeAndTheReceiptSaysHowCompleteItWas() throws Exception {
        assertThat(body(filled("/provider/reports/check").exchange()))
                .contains("If you have it at hand", "What the incident time is", "/developers/completeness")
                .doesNotContain("Port of the network address");
        var filed = filled("/provider/reports").param("token", token()).exchange();
        var receipt = RECEIPT.matcher(filed.getResponse().getRedirectedUrl());
        assertThat(receipt.matches()).isTrue();

        // of 135: account 12, its name 5, its mail 8, child 10, words 10, service 5, place 6, network address 14, its
        // time 8
        assertThat(body(door(person)
                        .get()
                        .uri("/provider/reports/" + receipt.group(1))
                        .exchange()))
                .contains(100 * 78 / 135 + " of 100", "never changes how urgent");
        var number = new ReportNumber(Long.parseLong(receipt.group(1)));
        assertThat(own.completeness(person, number)).isPresent();
        assertThat(own.completeness(person(), number)).as("another company").isEmpty();
    }

    @Test
    void theFormStatesExactlyTheLinesThatItHintsAt() {
        String document = new String(HandDocument.of(form("")), java.nio.charset.StandardCharsets.UTF_8)
                .replace(IncidentType.CSAM.wireName(), IncidentType.ENTICEMENT.wireName());
        var scored = own.completeness(
                        person,
                        new SentDocument("Hand", document.getBytes(java.nio.charset.StandardCharsets.UTF_8), null))
                .orElseThrow();
        var rubric = Rubrics.of(scored.rubric());
        assertThat(rubric.heaviest(rubric.applying(IncidentType.ENTICEMENT, false) & ~scored.missing()))
                .extracting(line -> line.id().value())
                .containsExactlyInAnyOrderElementsOf(HandDocument.LINES);
        assertThat(own.completeness(
                        person,
                        new SentDocument("Hand", "<report/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), null)))
                .as("what would be refused")
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsFiled() throws Exception {
        var answer = filled("/provider/reports/check")
                .with(request -> {
                    request.setParameter("when", "yesterday");
                    request.removeParameter("type");
                    return request;
                })
                .exchange();
        assertThat(body(answer)).contains("When: a day and a time in UTC").contains("Kind of incident: choose one");

        var future = filled("/provider/reports")
                .param("token", UUID.randomUUID().toString())
                .with(request -> {
                    request.setParameter("when", "2099-01-01T00:00");
                    return request;
                })
                .exchange();
        assertThat(body(future))
                .contains("The report was not filed")
                .contains("incidentDateTime")
                .contains("user-17");
        assertThat(own.list(person, Optional.empty(), 50)).isEmpty();
    }

    @Test
    void reportsOpenedByTheClientAreShownWithTheirDeadline() throws Exception {
        FilingAnswer opened = filings.submit(person, new SentDocument("Hand", HandDocument.of(form("")), null));
        assertThat(own.unfinished(person, 10))
                .singleElement()
                .satisfies(one -> assertThat(Duration.between(one.openedAt(), one.expiresAt()))
                        .isEqualTo(Duration.ofHours(24)));
        assertThat(body(door(person).get().uri("/provider").exchange()))
                .contains("/provider/reports/" + opened.report());
    }

    @Test
    void staffSeeThatTheSenderIsNotVerified() throws Exception {
        FilingAnswer answer =
                own.file(person, UUID.randomUUID(), new SentDocument("Hand", HandDocument.of(form("")), null));
        var analyst = new Actor(UUID.randomUUID().toString(), ActorKind.STAFF, Role.ANALYST.permissions(), null, null);
        assertThat(body(door(analyst).get().uri("/reports/" + answer.report()).exchange()))
                .contains("sender not verified");
    }
}
