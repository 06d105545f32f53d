// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Settings;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.RotaContact;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A page that goes over the wire to a receiver of its own.
@TriageTest
@WireMockTest
class WebhookPageTests {

    private static final Actor OFFICER = Stage.person("duty-officer-2");
    private static final String HOOK = "/duty";

    @Autowired
    Stage.Director director;

    @Autowired
    Stage.MovableClock clock;

    @Autowired
    Stage.PostRoom post;

    @Autowired
    Worklists worklists;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Settings settings;

    private RotaContact contact;
    private String address;

    @BeforeEach
    void putOneOnTheRota(WireMockRuntimeInfo receiver) {
        emptyTheRota();
        address = "duty-" + UUID.randomUUID() + "@agency.example";
        UUID id = worklists.addToRota(
                OFFICER,
                new NewRotaContact(
                        1, null, null, "Duty", address, "http://127.0.0.1:" + receiver.getHttpPort() + HOOK, "en"));
        contact = worklists.rota(OFFICER).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void emptyTheRota() {
        worklists.rota(OFFICER).forEach(one -> worklists.removeFromRota(OFFICER, one.id()));
    }

    private ReportNumber escalated() {
        Invented report = director.invent();
        report.escalated = true;
        report.filedAt = clock.instant();
        return director.file(report);
    }

    private List<LoggedRequest> calls(WireMockRuntimeInfo receiver, ReportNumber report) {
        return receiver.getWireMock().find(postRequestedFor(urlEqualTo(HOOK))).stream()
                .filter(call -> call.getHeader("webhook-id").startsWith(report + "_"))
                .toList();
    }

    @Test
    void aPageIsSignedAndSaysWhichReportHowUrgentAndWhereAndNothingElse(WireMockRuntimeInfo receiver)
            throws WebhookVerificationException {
        receiver.getWireMock().register(post(HOOK).willReturn(ok()));

        ReportNumber report = escalated();

        Eventually.holds(() -> assertThat(calls(receiver, report)).hasSize(1));
        LoggedRequest call = calls(receiver, report).getFirst();
        assertThat(call.getBodyAsString())
                .isEqualTo("{\"type\":\"triage.duty-paged\",\"report\":" + report
                        + ",\"priority\":\"P1\",\"round\":1,\"others\":0,\"acknowledge\":\"" + settings.publicUrl()
                        + "/worklist/"
                        + report + "/acknowledge\"}");
        assertThat(call.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(call.getHeader("webhook-id")).isEqualTo(report + "_1_" + contact.id() + "_WEBHOOK");
        assertThat(Instant.ofEpochSecond(Long.parseLong(call.getHeader("webhook-timestamp"))))
                .isBetween(clock.instant().minusSeconds(60), clock.instant());
        new Webhook(Objects.requireNonNull(contact.secret())).verify(call.getBodyAsString(), headers(call));
        assertThat(call.getHeaders().keys().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .isSubsetOf(Set.of(
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "http2-settings",
                        "upgrade",
                        "user-agent",
                        "webhook-id",
                        "webhook-signature",
                        "webhook-timestamp"));
    }

    private static HttpHeaders headers(LoggedRequest call) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(call.getHeader("webhook-id")),
                        "webhook-timestamp", List.of(call.getHeader("webhook-timestamp")),
                        "webhook-signature", List.of(call.getHeader("webhook-signature"))),
                (_, _) -> true);
    }

    @Test
    void aWebhookThatFailsIsCalledAgainUnderTheSameIdAndDoesNotStopTheMail(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post(HOOK).willReturn(serverError()));
        ReportNumber report = escalated();
        var order = new DeliverPage.Order(report, 1, contact.id(), DeliverPage.Channel.WEBHOOK);
        var delivery = TaskInstanceId.of(DeliverPage.TASK, order.asId());

        Eventually.holds(() -> assertThat(scheduler.getScheduledExecution(delivery))
                .hasValueSatisfying(
                        waiting -> assertThat(waiting.getConsecutiveFailures()).isPositive()));
        Eventually.holds(() -> assertThat(post.to(address))
                .containsExactly(new Stage.PostRoom.Letter(
                        address,
                        "Harborline: report " + report + " needs you",
                        "Report " + report + " is marked as urgent and nobody has acknowledged it. This is call number"
                                + " 1. Open it and acknowledge: " + settings.publicUrl() + "/worklist/" + report
                                + "/acknowledge")));
        int before = calls(receiver, report).size();

        receiver.getWireMock().register(post(HOOK).willReturn(ok()));
        assertThat(scheduler.reschedule(delivery, Instant.EPOCH))
                .as("the next try is brought forward")
                .isTrue();

        Eventually.holds(() ->
                assertThat(scheduler.getScheduledExecution(delivery)).as("done").isEmpty());
        assertThat(calls(receiver, report))
                .hasSizeGreaterThan(before)
                .extracting(call -> call.getHeader("webhook-id"))
                .containsOnly(order.asId());
    }
}
