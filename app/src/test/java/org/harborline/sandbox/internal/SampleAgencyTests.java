// SPDX-License-Identifier: Apache-2.0
package org.harborline.sandbox.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.Filings;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.notices.Endpoints;
import org.harborline.notices.OutwardState;
import org.harborline.notices.OutwardStates;
import org.harborline.notices.Question;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Referrals;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.sandbox.Part;
import org.harborline.sandbox.SampleAgencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What each invented agency does, and what a sender hears of it.
@SpringBootTest(properties = "harborline.outbound.hosts=127.0.0.1")
@AutoConfigureMockMvc
@WireMockTest
class SampleAgencyTests {

    private static final Actor SYSTEM = Actor.system("sandbox-tests");

    @Autowired
    SampleAgencies agencies;

    @Autowired
    Organisations organisations;

    @Autowired
    Filings filings;

    @Autowired
    Reports reports;

    @Autowired
    Referrals referrals;

    @Autowired
    Questions questions;

    @Autowired
    OutwardStates states;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Playing playing;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    private ProviderId company = new ProviderId(new UUID(0, 0));
    private Actor sender;
    private ReportNumber report;

    @BeforeEach
    void aFiledReport() {
        sender = sender();
        report = filings.submit(
                        sender,
                        new SentDocument(
                                "Tester", SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .report();
        filings.finish(sender, report.value());
    }

    private Actor sender() {
        company = organisations.registerProvider(
                SYSTEM, new RegisterProvider("tester-" + UUID.randomUUID(), "Tester", List.of()));
        return new Actor(
                UUID.randomUUID().toString(),
                ActorKind.PROVIDER,
                EnumSet.of(Permission.REPORT_FILE, Permission.COMPANY_READ, Permission.COMPANY_KEEP),
                company.ref(),
                null);
    }

    private Delivery delivery(DeliveryState state) {
        Eventually.holds(() -> assertThat(referrals.ofReport(SYSTEM, report))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(state)));
        return referrals.ofReport(SYSTEM, report).getFirst();
    }

    private void told(OutwardState state) {
        Eventually.holds(() -> assertThat(states.of(sender, List.of(report)))
                .hasEntrySatisfying(
                        report, standing -> assertThat(standing.state()).isEqualTo(state)));
    }

    @Test
    void theOneThatAcceptsAcknowledges() {
        agencies.play(sender, report, Part.ACCEPTS);
        agencies.play(sender, report, Part.ACCEPTS);

        Delivery accepted = delivery(DeliveryState.ACCEPTED);
        told(OutwardState.MADE_AVAILABLE);
        assertThat(organisations
                        .findAgency(SYSTEM, accepted.agency())
                        .orElseThrow()
                        .name())
                .startsWith("SANDBOX");
    }

    @Test
    void theOneThatAsksIsAnsweredThroughThePortalAndTheWebhookHearsOfEachStep(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post("/hook").willReturn(ok()));
        endpoints.put(sender, company, URI.create("http://127.0.0.1:" + receiver.getHttpPort() + "/hook"));

        agencies.play(sender, report, Part.ASKS);

        told(OutwardState.QUESTION);
        delivery(DeliveryState.ACCEPTED);
        Question question = questions.waiting(sender, null, null, 10).getFirst();
        assertThat(question.agency()).isNull();
        questions.answer(sender, question.id(), "[synthetic answer 1]");
        told(OutwardState.MADE_AVAILABLE);
        for (String state : List.of("read", "made-available", "question")) {
            Eventually.holds(() -> receiver.getWireMock()
                    .verifyThat(postRequestedFor(urlEqualTo("/hook"))
                            .withRequestBody(containing("\"report\":" + report + ",\"state\":\"" + state + "\""))));
        }
    }

    @Test
    void theOneThatReturnsTakesNothingBackFromItsSender() {
        agencies.play(sender, report, Part.RETURNS);

        delivery(DeliveryState.RETURNED);
        told(OutwardState.MADE_AVAILABLE);
    }

    @Test
    void theSilentOneLeavesThePackageWaiting() {
        agencies.play(sender, report, Part.STAYS_SILENT);

        told(OutwardState.MADE_AVAILABLE);
        delivery(DeliveryState.AWAITING);
    }

    @Test
    void onlyTheSenderOfAReportPlaysWithItAndOnlyInASandbox() {
        refused(() -> agencies.play(sender(), report, Part.ACCEPTS));
        var real = new SampleAgencyDesk(reports, Mode.PRODUCTION, clock, null);
        refused(() -> real.play(sender, report, Part.ACCEPTS));
        assertThat(real.offered(sender, report)).isFalse();
        var production = new Playing(null, null, null, null, Mode.PRODUCTION);
        assertThat(production.step(Play.from(clock.instant(), report, Part.ACCEPTS), clock.instant()))
                .as("a job that came with copied data touches nothing")
                .isTrue();

        assertThat(referrals.ofReport(SYSTEM, report)).isEmpty();
    }

    private static void refused(Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(PlatformProblem.NOT_FOUND));
    }

    @Test
    void aPlayThatCannotGoOnEnds() {
        Instant now = Instant.parse("2026-11-02T10:09:59Z");
        var absent = new ReportNumber(ReportNumber.MAX);
        Play play = Play.from(now, absent, Part.ACCEPTS);

        assertThat(playing.step(play, now)).as("it may still come").isFalse();
        assertThat(playing.step(play, now.plus(Duration.ofMinutes(10)))).isFalse();
        assertThat(playing.step(play, now.plus(Duration.ofMinutes(20)))).isTrue();
        assertThat(Play.of(play.name())).isEqualTo(play);
        assertThat(Play.from(now.minusSeconds(599), absent, Part.ACCEPTS))
                .as("asked twice in a row")
                .isEqualTo(play);
        assertThat(Play.from(now.plusSeconds(1), absent, Part.ACCEPTS).before())
                .as("asked twice in a row, over the edge of a step")
                .isEqualTo(play);
    }

    @Test
    void anEngineerChoosesOnThePageOfTheReport() {
        String path = "/provider/reports/" + report + "/sample-agency";
        assertThat(mvc.get().uri(path).with(authentication(new ActorAuthentication(sender))))
                .hasStatusOk()
                .bodyText()
                .contains("The agency that stays silent");
        assertThat(mvc.get().uri(path).with(authentication(new ActorAuthentication(sender()))))
                .hasStatus(404);

        assertThat(mvc.post()
                        .uri(path)
                        .param("part", "STAYS_SILENT")
                        .with(csrf())
                        .with(authentication(new ActorAuthentication(sender))))
                .hasStatus3xxRedirection();

        delivery(DeliveryState.AWAITING);
    }
}
