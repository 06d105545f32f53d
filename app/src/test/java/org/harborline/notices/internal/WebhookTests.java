// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.notices.Endpoint;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.Endpoints;
import org.harborline.notices.NoticesProblem;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Messages over the wire to a receiver of a company.
@NoticesTest
@WireMockTest
class WebhookTests {

    private static final Actor STAFF = Stage.staff(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE);

    @Autowired
    Stage.Director director;

    @Autowired
    Endpoints endpoints;

    @Autowired
    EndpointTable table;

    @Autowired
    MessageTable messages;

    @Autowired
    AttemptTable attempts;

    @Autowired
    EndpointSeals seals;

    @Autowired
    Webhooks webhooks;

    @Autowired
    NoticesJobs jobs;

    @Autowired
    NoticeLedger ledger;

    @Autowired
    Transactions transactions;

    @Autowired
    Journal journal;

    @Autowired
    MovableClock clock;

    @Autowired
    Sql sql;

    private ProviderId company;
    private Actor sender;
    private String path;
    private String secret;

    @BeforeEach
    void anEndpoint(WireMockRuntimeInfo receiver) {
        company = director.company();
        sender = Stage.of(company);
        path = "/hook/" + company;
        receiver.getWireMock().register(post(path).willReturn(ok()));
        secret = endpoints.put(sender, company, address(receiver)).orElseThrow();
        director.settle();
    }

    private URI address(WireMockRuntimeInfo receiver) {
        return URI.create("http://127.0.0.1:" + receiver.getHttpPort() + path);
    }

    private List<LoggedRequest> calls(WireMockRuntimeInfo receiver) {
        return receiver.getWireMock().find(postRequestedFor(urlEqualTo(path)));
    }

    private EndpointMessage only() {
        List<EndpointMessage> all = endpoints.messages(sender, company, false, null, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void refused(ProblemType type, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    /// The library compares with the machine's clock, so the moment is checked apart and the rest by signing again.
    private void verify(LoggedRequest call, String by) throws WebhookSigningException {
        long seconds = clock.instant().getEpochSecond();
        assertThat(call.getHeader("webhook-timestamp")).isEqualTo(Long.toString(seconds));
        assertThat(call.getHeader("webhook-signature").split(" ", -1))
                .contains(new Webhook(by).sign(call.getHeader("webhook-id"), seconds, call.getBodyAsString()));
    }

    @Test
    void aChangeOfStateReachesTheSenderSignedAndSaysNothingElse(WireMockRuntimeInfo receiver)
            throws WebhookSigningException {
        ReportNumber report = director.file(company);
        director.read(report);

        Eventually.holds(() -> assertThat(only().way()).isEqualTo(Way.DELIVERED));
        assertThat(calls(receiver)).hasSize(1);
        LoggedRequest call = calls(receiver).getFirst();
        assertThat(call.getBodyAsString())
                .isEqualTo("{\"type\":\"report.state-changed\",\"timestamp\":\"" + clock.instant()
                        + "\",\"data\":{\"report\":" + report + ",\"state\":\"read\"}}");
        assertThat(call.getHeader("webhook-id")).isEqualTo(only().id().toString());
        verify(call, secret);
        assertThat(only().attempts())
                .extracting(EndpointMessage.Attempt::status)
                .containsExactly(200);
    }

    @Test
    void everyChangeThatWasToBeToldIsSomewhere() {
        director.read(director.file(company));
        ProviderId silent = director.company();
        director.read(director.file(silent));

        Eventually.holds(() -> assertThat(only().way()).isEqualTo(Way.DELIVERED));
        assertThat(endpoints.messages(Stage.of(silent), silent, false, null, 10))
                .isEmpty();
        assertThat(side(Ledger.Side.LEFT)).isPositive().isEqualTo(side(Ledger.Side.RIGHT));
        assertThat(ledger.ids("to-tell", "", 10_000)).containsAll(ledger.ids("delivered", "", 10_000));

        messages.insert(List.of(message(-17)));
        assertThat(side(Ledger.Side.RIGHT)).as("one too many shows").isEqualTo(side(Ledger.Side.LEFT) + 1);
        assertThat(ledger.ids("waiting", "", 10_000)).contains("-17");
        transactions.run(() -> endpoints.remove(sender, company));
        assertThat(ledger.ids("cancelled", "", 10_000)).contains("-17");
        drop(-17);
    }

    private void drop(long cause) {
        assertThat(sql.of("DELETE FROM notices.message WHERE cause = :cause")
                        .param("cause", cause)
                        .update())
                .isOne();
    }

    private long side(Ledger.Side side) {
        return ledger.counts().stream()
                .filter(count -> count.side() == side)
                .mapToLong(Ledger.Count::value)
                .sum();
    }

    private MessageTable.New message(long cause) {
        // far ahead of the server's clock, so that only what a test runs itself takes it up
        return new MessageTable.New(
                Ids.next(), cause, company.value(), new ReportNumber(77), OutwardState.READ, later.get());
    }

    private final AtomicReference<Instant> later = new AtomicReference<>(Instant.parse("2027-01-01T00:00:00Z"));

    /// The job at a time of its own, which the server's jobs do not see.
    private SendMessages sending(Webhooks by) {
        InstantSource source = later::get;
        Clock ahead = source.withZone(ZoneOffset.UTC);
        return new SendMessages(table, messages, attempts, seals, by, jobs, new Writing(transactions, journal, ahead));
    }

    @Test
    void whatIsNotTakenIsTriedForThreeDaysUnderOneIdThenGivenUpInSightAndCanBeSentAgain(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post(path).willReturn(serverError()));
        MessageTable.New message = message(-18);
        messages.insert(List.of(message));
        SendMessages sending = sending(webhooks);

        for (Duration again : SendMessages.AGAIN) {
            assertThat(sending.run(company.value())).contains(later.get().plus(again));
            assertThat(only().way()).isEqualTo(Way.WAITING);
            later.updateAndGet(now -> now.plus(again));
        }
        assertThat(endpoints.find(sender, company).orElseThrow().failingSince()).isNotNull();
        assertThat(sending.run(company.value())).isEmpty();

        assertThat(only().way()).isEqualTo(Way.DEAD);
        assertThat(only().attempts())
                .hasSize(SendMessages.AGAIN.size() + 1)
                .allSatisfy(one -> assertThat(one.status()).isEqualTo(500));
        assertThat(calls(receiver))
                .extracting(call -> call.getHeader("webhook-id"))
                .containsOnly(message.id().toString())
                .hasSize(SendMessages.AGAIN.size() + 1);
        assertThat(endpoints.dead(STAFF, company)).isOne();
        assertThat(endpoints.messages(STAFF, company, true, null, 10)).hasSize(1);

        receiver.getWireMock().register(post(path).willReturn(ok()));
        assertThat(endpoints.replaySince(STAFF, company, later.get())).isZero();
        assertThat(endpoints.replaySince(STAFF, company, Instant.EPOCH)).isOne();
        Eventually.holds(() -> assertThat(only().way()).isEqualTo(Way.DELIVERED));
        assertThat(calls(receiver).getFirst().getHeader("webhook-id"))
                .isEqualTo(message.id().toString());
        drop(-18);
    }

    @Test
    void anEndpointThatTakesNothingForThreeDaysIsSwitchedOffUntilItIsSetAgain(WireMockRuntimeInfo receiver) {
        receiver.getWireMock().register(post(path).willReturn(serverError()));
        messages.insert(List.of(message(-19)));
        table.failing(company.value(), later.get().minus(Duration.ofDays(4)));
        messages.insert(List.of(message(-20)));
        SendMessages sending = sending(webhooks);

        SendMessages.AGAIN.forEach(again -> {
            var _ = sending.run(company.value());
            later.updateAndGet(now -> now.plus(again));
        });
        assertThat(endpoints.find(sender, company).orElseThrow().disabledAt()).isNull();
        var _ = sending.run(company.value());

        assertThat(endpoints.find(sender, company).orElseThrow().disabledAt()).isEqualTo(later.get());
        assertThat(endpoints.dead(sender, company)).isEqualTo(2);
        assertThat(endpoints.list(STAFF).getFirst().disabledAt()).isNotNull();
        director.settle();
        assertThat(journal.of(Stage.OUTSIDE, company.ref(), 0, 100))
                .anyMatch(entry -> entry.type().equals("notices.endpoint-disabled"));

        messages.insert(List.of(message(-21)));
        assertThat(sending.run(company.value())).isEmpty();
        assertThat(endpoints.dead(sender, company))
                .as("later ones are kept in sight")
                .isEqualTo(3);

        assertThat(endpoints.put(sender, company, address(receiver)))
                .as("the secret stays")
                .isEmpty();
        assertThat(endpoints.find(sender, company).orElseThrow().disabledAt()).isNull();
        List.of(-19L, -20L, -21L).forEach(this::drop);
    }

    /// It stops after the call and before what came of it was written down.
    @Test
    void whatWasSentWhenTheServerStoppedIsSentAgainUnderTheSameId(WireMockRuntimeInfo receiver) {
        messages.insert(List.of(message(-22)));
        Webhooks stopping = new Webhooks() {
            @Override
            public boolean accepts(URI to) {
                return true;
            }

            @Override
            public WebhookAnswer call(Message message) {
                assertThat(webhooks.call(message).isTaken()).isTrue();
                throw new IllegalStateException("stopped");
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> sending(stopping).run(company.value()));
        assertThat(only().way()).isEqualTo(Way.WAITING);
        assertThat(sending(webhooks).run(company.value())).isEmpty();

        assertThat(only().way()).isEqualTo(Way.DELIVERED);
        assertThat(calls(receiver))
                .hasSize(2)
                .extracting(call -> call.getHeader("webhook-id"))
                .containsOnly(only().id().toString());
        assertThat(only().attempts())
                .extracting(EndpointMessage.Attempt::outcome)
                .containsExactly(WebhookAnswer.Outcome.ANSWERED, null);
        drop(-22);
    }

    @Test
    void aReceiverThatCannotBeReachedEndsTheRunAndTheRestWaits() {
        messages.insert(List.of(message(-23), message(-24)));
        var called = new AtomicReference<>(0);
        Webhooks away = new Webhooks() {
            @Override
            public boolean accepts(URI to) {
                return true;
            }

            @Override
            public WebhookAnswer call(Message message) {
                called.updateAndGet(times -> times + 1);
                return new WebhookAnswer(WebhookAnswer.Outcome.TOO_SLOW, 0);
            }
        };

        assertThat(sending(away).run(company.value())).contains(later.get().plus(Duration.ofMinutes(1)));
        assertThat(called).hasValue(1);
        List.of(-23L, -24L).forEach(this::drop);
    }

    @Test
    void bothSecretsSignForADayAndAThirdIsNotMadeMeanwhile(WireMockRuntimeInfo receiver)
            throws WebhookSigningException {
        String fresh = endpoints.rotate(sender, company);
        assertThat(fresh).isNotEqualTo(secret).startsWith("whsec_");

        assertThat(endpoints.ping(sender, company).isTaken()).isTrue();

        LoggedRequest call = calls(receiver).getFirst();
        assertThat(call.getBodyAsString()).contains("\"type\":\"ping\"");
        verify(call, fresh);
        verify(call, secret);
        refused(NoticesProblem.SECRET_CHANGING, () -> endpoints.rotate(sender, company));
        EndpointTable.Row row = table.find(company.value()).orElseThrow();
        assertThat(seals.open(row, clock.instant().plus(Endpoint.OVERLAP)).secrets())
                .containsExactly(fresh);
    }

    @Test
    void onlyItsOwnCompanySetsAnEndpointAndOthersFindNone(WireMockRuntimeInfo receiver) {
        Actor stranger = Stage.of(director.company());
        URI address = address(receiver);

        refused(PlatformProblem.NOT_FOUND, () -> endpoints.put(stranger, company, address));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.find(stranger, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.messages(stranger, company, false, null, 1));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.replaySince(stranger, company, Instant.EPOCH));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.remove(stranger, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.list(stranger));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.put(STAFF, company, address));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.rotate(STAFF, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.ping(STAFF, company));
        refused(PlatformProblem.NOT_FOUND, () -> endpoints.replay(sender, company, new UUID(0, 1)));
    }

    @Test
    void anAddressThatIsNotListedIsNotTaken() {
        for (String address :
                List.of("http://169.254.169.254/", "https://elsewhere.example/h", "ftp://127.0.0.1/x", "h")) {
            refused(NoticesProblem.ADDRESS_NOT_TAKEN, () -> endpoints.put(sender, company, URI.create(address)));
        }
    }

    @Test
    void takingAnEndpointAwayCancelsWhatIsOnItsWayAndNothingIsToldAfterwards(WireMockRuntimeInfo receiver) {
        messages.insert(List.of(message(-25)));
        endpoints.remove(sender, company);
        director.settle();

        assertThat(only().way()).isEqualTo(Way.CANCELLED);
        director.read(director.file(company));
        assertThat(only().way()).isEqualTo(Way.CANCELLED);
        assertThat(calls(receiver)).isEmpty();
        drop(-25);
    }
}
