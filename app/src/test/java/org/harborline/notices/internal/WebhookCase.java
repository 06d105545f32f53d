// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.Endpoints;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A company with an endpoint at a receiver of its own, and a time of the test's own.
@NoticesTest
@WireMockTest
abstract class WebhookCase {

    static final Actor STAFF = Stage.staff(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE);

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

    ProviderId company;
    Actor sender;
    String path;
    String secret;

    @BeforeEach
    void anEndpoint(WireMockRuntimeInfo receiver) {
        company = director.company();
        sender = Stage.of(company);
        path = "/hook/" + company;
        receiver.getWireMock().register(post(path).willReturn(ok()));
        secret = endpoints.put(sender, company, address(receiver)).orElseThrow();
        director.settle();
    }

    URI address(WireMockRuntimeInfo receiver) {
        return URI.create("http://127.0.0.1:" + receiver.getHttpPort() + path);
    }

    List<LoggedRequest> calls(WireMockRuntimeInfo receiver) {
        return receiver.getWireMock().find(postRequestedFor(urlEqualTo(path)));
    }

    EndpointMessage only() {
        List<EndpointMessage> all = ahead().messages(sender, company, false, null, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    static void refused(ProblemType type, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    /// The library compares with the machine's clock, so the moment is checked apart and the rest by signing again.
    void verify(LoggedRequest call, String by) throws WebhookSigningException {
        long seconds = clock.instant().getEpochSecond();
        assertThat(call.getHeader("webhook-timestamp")).isEqualTo(Long.toString(seconds));
        assertThat(call.getHeader("webhook-signature").split(" ", -1))
                .contains(new Webhook(by).sign(call.getHeader("webhook-id"), seconds, call.getBodyAsString()));
    }

    void drop(long cause) {
        assertThat(sql.of("DELETE FROM notices.message WHERE cause = :cause")
                        .param("cause", cause)
                        .update())
                .isOne();
    }

    MessageTable.New message(long cause) {
        // far ahead of the server's clock, so that only what a test runs itself takes it up
        return new MessageTable.New(
                Ids.at(later.get()), cause, company.value(), new ReportNumber(77), OutwardState.READ, later.get());
    }

    final AtomicReference<Instant> later = new AtomicReference<>(Instant.parse("2027-01-01T00:00:00Z"));

    Writing writing() {
        InstantSource source = later::get;
        return new Writing(transactions, journal, source.withZone(ZoneOffset.UTC));
    }

    /// The job at a time of its own, which the server's jobs do not see.
    SendMessages sending(Webhooks by) {
        return new SendMessages(table, messages, attempts, seals, by, jobs, writing());
    }

    /// The desk at that time.
    Endpoints ahead() {
        return new EndpointDesk(table, messages, attempts, seals, webhooks, jobs, writing());
    }

    /// A receiver that says the same to every message.
    static Webhooks saying(Function<Webhooks.Message, WebhookAnswer> answer) {
        return new Webhooks() {
            @Override
            public boolean accepts(URI to) {
                return true;
            }

            @Override
            public WebhookAnswer call(Message message) {
                return answer.apply(message);
            }
        };
    }
}
