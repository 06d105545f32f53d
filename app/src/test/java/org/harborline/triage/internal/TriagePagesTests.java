// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkRemarks;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.Undelivered;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.Alarm;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.Designation;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Priority;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.Worklists;
import org.harborline.triage.facts.OutcomeRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TriageTest
class TriagePagesTests {

    private static final Actor ANALYST = Stage.person("analyst-11");
    private static final Actor SECOND = Stage.person("analyst-12");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Stage.Director director;

    @Autowired
    Stage.PostRoom post;

    @Autowired
    DeliverPage deliver;

    @Autowired
    PageDuty job;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Transactions transactions;

    @Autowired
    Worklists worklists;

    @Autowired
    LinkRemarks linkRemarks;

    @Autowired
    MessageSource messages;

    private MvcTestResult ask(Actor actor, MockHttpServletRequestBuilder request) {
        return mvc.perform(request.with(authentication(new ActorAuthentication(actor))));
    }

    private String page(String path, String language) {
        MvcTestResult answer = ask(ANALYST, get(path).header("Accept-Language", language));
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void posts(Actor actor, String path, String... fields) {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        assertThat(ask(actor, request)).as(path).hasStatus3xxRedirection();
        director.settle();
    }

    /// The fields of the form, with the reasons that it shows.
    private String[] lowering(ReportNumber report, String to) {
        var fields = new ArrayList<>(List.of("to", to, "reason", "DANGER_PASSED"));
        director.reasons(report).forEach(reason -> fields.addAll(List.of("seen", reason)));
        return fields.toArray(String[]::new);
    }

    private ReportNumber escalated() {
        Invented report = director.invent();
        report.escalated = true;
        report.parties = List.of(Invented.party(PartyRole.REPORTED_PERSON, 16, null, null));
        return director.file(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageIsCompleteInBothLanguages(String language) {
        ReportNumber report = escalated();
        ReportNumber earlier = director.file();
        director.link(report, earlier);
        director.unlink(report, earlier);
        worklists.recordFirstLook(
                SECOND, new RecordFirstLook(report, Set.of(FirstLookFact.LIVE_EVENT), Set.of(FirstLookFact.CONTACT)));
        director.settle();
        worklists.lower(SECOND, director.lowering(report, Priority.P2, LoweringReason.DANGER_PASSED));
        worklists.designate(SECOND, earlier, org.harborline.triage.DesignationReason.NO_LOCATION);
        director.settle();

        for (String path : List.of(
                "/worklist",
                "/worklist?list=held",
                "/worklist?list=kept",
                "/worklist?list=raised-since",
                "/worklist?paused",
                "/worklist/lowerings",
                "/worklist/" + report + "/lower",
                "/worklist/" + report + "/designate",
                "/worklist/" + report + "/acknowledge",
                "/reports/" + report + "/panels/priority",
                "/reports/" + report + "/panels/clocks",
                "/reports/" + report + "/panels/lease",
                "/reports/" + earlier + "/panels/lease",
                "/reports/" + report + "/panels/first-look",
                "/reports/" + report + "/panels/safeguarding",
                "/reports/" + earlier + "/panels/priority",
                "/reports/" + earlier + "/panels/designation",
                "/operator/rota")) {
            assertThat(page(path, language)).as(path).doesNotContain("??triage", "??frame", " th:");
        }
    }

    @Test
    void theWorklistShowsWhyAndSaysAPossibleChildFirst() {
        ReportNumber report = escalated();

        assertThat(page("/worklist", "en"))
                .contains(
                        "/reports/" + report,
                        "The sender asks for urgency",
                        "May be a child or a victim",
                        "not confirmed")
                .contains("data-hl-key=\"N\"");
        assertThat(page("/reports/" + report + "/panels/priority", "es")).contains("El remitente pide urgencia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority", "clocks", "first-look", "safeguarding", "designation"})
    void aPanelIsAPageForPeopleAndAPieceForTheReportPage(String panel) {
        String path = "/reports/" + escalated() + "/panels/" + panel;

        assertThat(page(path, "en")).contains("<title>", "Back to the report", "id=\"" + panel + "\"");
        assertThat(ask(ANALYST, get(path).header("HX-Request", "true")))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"" + panel + "\"")
                .doesNotContain("<title>");
    }

    @Test
    void aReportGoesThroughAllFormsWithoutScript() {
        ReportNumber report = escalated();
        String at = "/worklist/" + report;

        posts(ANALYST, at + "/acknowledge");
        posts(ANALYST, at + "/first-look", "missing-child", "yes", "contact", "no", "live-event", "unknown");
        assertThat(director.reasons(report)).contains("missing-child");
        assertThat(page("/reports/" + report + "/panels/first-look", "en"))
                .containsPattern("name=\"contact\" value=\"no\" checked");
        posts(ANALYST, at + "/safeguarding", "outcome", "MAY_BE_CHILD");
        posts(ANALYST, at + "/confirm");
        posts(ANALYST, at + "/lower", lowering(report, "P2"));
        var waiting = worklists.waitingLowerings(SECOND).stream()
                .filter(lowering -> lowering.report().equals(report))
                .findFirst()
                .orElseThrow();
        posts(SECOND, "/worklist/lowerings/" + waiting.id(), "agreed", "true");
        assertThat(director.standing(report).priority()).isEqualTo(Priority.P2);
        posts(ANALYST, at + "/designate", "reason", "ONGOING_INCIDENT");

        assertThat(director.standing(report).designation()).isEqualTo(Designation.ACTIONABLE);
        assertThat(page("/reports/" + report + "/panels/designation", "en")).contains("Points to an ongoing incident");
    }

    @Test
    void theRotaIsKeptOnItsOwnPage() {
        posts(
                ANALYST,
                "/operator/rota",
                "step",
                "2",
                "name",
                "Duty officer B",
                "mail",
                "b@duty.example",
                "language",
                "es");

        assertThat(page("/operator/rota", "en")).contains("Duty officer B", "b@duty.example");

        worklists.rota(ANALYST).forEach(contact -> posts(ANALYST, "/operator/rota/" + contact.id() + "/remove"));
        assertThat(page("/operator/rota", "en")).contains("The rota is empty");
    }

    @Test
    void worklistAndRotaSayWhenNobodyCanBePaged() {
        worklists.rota(ANALYST).forEach(contact -> worklists.removeFromRota(ANALYST, contact.id()));
        posts(ANALYST, "/operator/rota", "step", "1", "name", "Duty C", "mail", "c@duty.example", "language", "en");
        assertThat(page("/worklist", "en") + page("/operator/rota", "en")).doesNotContain("Nobody can be paged");

        post.open(false);
        try {
            assertThat(page("/worklist", "en")).contains("Nobody can be paged");
            assertThat(page("/operator/rota", "es")).contains("No se puede avisar a nadie", "No se le puede avisar");
        } finally {
            post.open(true);
        }
    }

    @Test
    void nobodyIsPutOnTheRotaWithAWebhookThatIsNeverCalled() {
        for (String webhook : List.of(
                "https://elsewhere.example/d", "http://" + Stage.Switchboard.LISTED + "/d", "hook", "https://a b/d")) {
            MockHttpServletRequestBuilder form = post("/operator/rota")
                    .with(csrf())
                    .param("step", "1")
                    .param("name", "Duty D")
                    .param("mail", "d@duty.example")
                    .param("webhook", webhook);

            assertThat(ask(ANALYST, form)).as(webhook).hasStatus(400).bodyText().contains("HARBORLINE_OUTBOUND_HOSTS");
        }
        assertThat(worklists.rota(ANALYST)).noneMatch(contact -> contact.name().equals("Duty D"));
    }

    @Test
    void aPageSaysThatNobodyHasBeenReachedUntilSomebodyIs() {
        UUID contact =
                worklists.addToRota(ANALYST, new NewRotaContact(1, null, null, "Duty E", "e@duty.example", null, "en"));
        post.refuse(true);
        ReportNumber report = escalated();
        Eventually.holds(() ->
                assertThat(worklists.alarm(ANALYST, report).map(Alarm::rounds)).contains(1));
        String page = "/worklist/" + report + "/acknowledge";
        var delivery = new DeliverPage.Order(report, 1, contact, DeliverPage.Channel.MAIL);

        assertThatExceptionOfType(Undelivered.class).isThrownBy(() -> deliver.deliver(delivery));
        assertThat(page(page, "en")).contains("Paged once.", "Nobody has been reached yet");
        assertThat(page("/worklist", "es")).contains("Ningún aviso ha llegado todavía a nadie");

        post.refuse(false);
        deliver.deliver(delivery);
        assertThat(page(page, "en")).contains("Paged once.").doesNotContain("Nobody has been reached yet");

        post.refuse(true);
        job.round(report, scheduler);
        assertThat(page(page, "en")).contains("Paged 2 times.", "Call 1 is the last that reached somebody");
        post.refuse(false);
        worklists.removeFromRota(ANALYST, contact);
    }

    @Test
    void aPageThatIsWorkedOnKeepsTheReportAndSaysWhenItIsLost() {
        ReportNumber report = director.file();
        worklists.take(ANALYST, report);
        String panel = "/reports/" + report + "/panels/lease";
        assertThat(page(panel, "en")).contains("hx-post=\"/worklist/" + report + "/keep\"", "Keep it longer");
        Instant until = worklists.lease(ANALYST, report).orElseThrow().until();
        MockHttpServletRequestBuilder sign =
                post("/worklist/" + report + "/keep").with(csrf()).header("HX-Request", "true");

        assertThat(ask(ANALYST, sign)).hasStatus(204);

        assertThat(worklists.lease(ANALYST, report).orElseThrow().until()).isAfter(until);
        posts(ANALYST, "/worklist/" + report + "/keep");
        worklists.giveBack(ANALYST, report);
        worklists.take(SECOND, report);
        assertThat(ask(ANALYST, sign)).hasStatusOk().bodyText().contains("A colleague holds this report");
        assertThat(page(panel, "en")).doesNotContain("hx-post");
    }

    @ParameterizedTest
    @EnumSource(CaseOutcome.class)
    void theEndOfACaseIsSaidOnThePageAndBesideLinks(CaseOutcome outcome) {
        ReportNumber report = director.file();
        director.happens(new OutcomeRecorded(report, outcome));

        Map<ReportNumber, String> remarks = linkRemarks.remarks(ANALYST, List.of(report, director.file()));

        assertThat(remarks).containsOnlyKeys(report);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("es"))) {
            String sentence = messages.getMessage(remarks.getOrDefault(report, "none"), null, locale);
            assertThat(page("/reports/" + report + "/panels/priority", locale.getLanguage()))
                    .contains(sentence);
        }
    }

    @Test
    void theFirstLookFormShowsTheLastAnswersBeforeTheyAreWorkedIn() {
        ReportNumber report = director.file();
        String panel = "/reports/" + report + "/panels/first-look";

        // What is not committed cannot have been worked in.
        transactions.run(() -> {
            worklists.recordFirstLook(
                    ANALYST, new RecordFirstLook(report, Set.of(FirstLookFact.CONTACT), Set.of(FirstLookFact.VOID)));
            assertThat(page(panel, "en"))
                    .containsPattern("name=\"contact\" value=\"yes\" checked")
                    .containsPattern("name=\"void\" value=\"no\" checked");
        });
    }

    @Test
    void allThatSomebodyHoldsIsOnOnePage() {
        Actor busy = Stage.person("analyst-13");
        for (int i = 0; i < 51; i++) {
            worklists.take(busy, director.file());
        }

        assertThat(ask(busy, get("/worklist?list=held")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("after=")
                .contains(worklists.held(busy).stream()
                        .map(item -> "/reports/" + item.standing().report())
                        .toArray(String[]::new));
        worklists.pause(busy);
    }

    @Test
    void aPauseIsOneButton() {
        ReportNumber report = director.file();
        posts(ANALYST, "/worklist/" + report + "/take");

        posts(ANALYST, "/worklist/pause");

        assertThat(worklists.held(ANALYST)).isEmpty();
    }

    @Test
    void whoMayNotSeesNothingAndNumbersThatCannotExistLookTheSame() {
        Actor stranger = Stage.person(
                "stranger-2",
                Permission.WORKLIST_USE,
                Permission.OPERATE,
                Permission.REPORT_READ,
                Permission.DESIGNATE);

        for (String path : List.of("/worklist", "/operator/rota", "/reports/1042391/panels/priority")) {
            assertThat(ask(stranger, get(path))).as(path).hasStatus(404);
        }
        assertThat(ask(ANALYST, get("/worklist/0/designate"))).hasStatus(404);
        assertThat(ask(ANALYST, get("/worklist/99/designate"))).hasStatus(404);
        assertThat(ask(ANALYST, get("/worklist?after=nonsense"))).hasStatus(404);
    }
}
