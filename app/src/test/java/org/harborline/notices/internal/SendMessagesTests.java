// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.google.common.util.concurrent.Uninterruptibles;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.OutwardState;
import org.harborline.platform.Ids;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.Test;

/// The job that sends: what fails, what hangs, and what a stop leaves behind.
class SendMessagesTests extends WebhookCase {

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
        assertThat(ahead().messages(STAFF, company, true, null, 10)).hasSize(1);

        receiver.getWireMock().register(post(path).willReturn(ok()));
        assertThat(endpoints.replaySince(STAFF, company, later.get())).isZero();
        assertThat(endpoints.replaySince(STAFF, company, Instant.EPOCH)).isOne();
        Eventually.holds(
                () -> { // whoever comes first, the job of the server or this one
                    later.updateAndGet(now -> now.plus(SendMessages.AGAIN.getFirst()));
                    var _ = sending.run(company.value());
                    assertThat(only().way()).isEqualTo(Way.DELIVERED);
                });
        assertThat(calls(receiver).getFirst().getHeader("webhook-id"))
                .isEqualTo(message.id().toString());
        drop(-18);
    }

    @Test
    void anEndpointThatCannotBeReachedForThreeDaysIsSwitchedOffHoweverMuchWaits(WireMockRuntimeInfo receiver) {
        List<Long> causes =
                LongStream.rangeClosed(1, 40).mapToObj(n -> -1900 - n).toList();
        messages.insert(causes.stream().map(this::message).toList());
        SendMessages sending = sending(saying(_ -> new WebhookAnswer(WebhookAnswer.Outcome.TOO_SLOW, 0)));

        assertThat(sending.run(company.value())).contains(later.get().plus(Duration.ofMinutes(1)));
        later.updateAndGet(now -> now.plus(SendMessages.GIVEN_UP_AFTER).minusSeconds(1));
        var _ = sending.run(company.value());
        assertThat(endpoints.find(sender, company).orElseThrow().disabledAt()).isNull();
        MessageTable.New untold = new MessageTable.New(
                Ids.at(later.get()),
                -1999,
                company.value(),
                new ReportNumber(78),
                OutwardState.READ,
                later.get().plus(Duration.ofHours(1)));
        messages.insert(List.of(untold));
        later.updateAndGet(now -> now.plusSeconds(61));
        var _ = sending.run(company.value());

        assertThat(endpoints.find(sender, company).orElseThrow().disabledAt()).isEqualTo(later.get());
        assertThat(endpoints.dead(sender, company)).isEqualTo(40);
        assertThatStaffSeeThatItIsDisabled();

        assertThat(sending.run(company.value()))
                .as("what is told later waits for its moment")
                .contains(untold.at());
        later.set(untold.at());
        assertThat(sending.run(company.value())).isEmpty();
        assertThat(endpoints.dead(sender, company))
                .as("later ones are kept in sight")
                .isEqualTo(41);

        assertThat(endpoints.put(sender, company, address(receiver)))
                .as("the secret stays")
                .isEmpty();
        assertThat(endpoints.find(sender, company).orElseThrow().disabledAt()).isNull();
        causes.forEach(this::drop);
        drop(-1999);
    }

    private void assertThatStaffSeeThatItIsDisabled() {
        assertThat(endpoints.list(STAFF))
                .filteredOn(one -> one.provider().equals(company))
                .singleElement()
                .satisfies(one -> assertThat(one.disabledAt()).isEqualTo(later.get()));
        director.settle();
        assertThat(journal.of(Stage.OUTSIDE, company.ref(), 0, 100))
                .anyMatch(entry -> entry.type().equals("notices.endpoint-disabled"));
    }

    @Test
    void slowReceiversTakeTwoWorkersAtMostAndTheOthersComeLater() throws InterruptedException {
        ProviderId second = anotherEndpoint();
        ProviderId third = anotherEndpoint();
        messages.insert(List.of(message(-27), to(second, -28), to(third, -29)));
        var atWork = new CountDownLatch(SendMessages.RUNS);
        var free = new CountDownLatch(1);
        SendMessages sending = sending(saying(_ -> {
            atWork.countDown();
            Uninterruptibles.awaitUninterruptibly(free);
            return new WebhookAnswer(WebhookAnswer.Outcome.ANSWERED, 200);
        }));
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = workers.submit(() -> sending.run(company.value()));
            var _ = workers.submit(() -> sending.run(second.value()));
            atWork.await();

            assertThat(sending.run(third.value())).contains(later.get().plus(SendMessages.WHEN_BUSY));

            free.countDown();
        }
        assertThat(sending.run(third.value())).isEmpty();
        assertThat(only().way()).isEqualTo(Way.DELIVERED);
        assertThat(ahead().messages(STAFF, third, false, null, 10))
                .extracting(EndpointMessage::way)
                .containsExactly(Way.DELIVERED);
        List.of(-27L, -28L, -29L).forEach(this::drop);
    }

    private ProviderId anotherEndpoint() {
        ProviderId other = director.company();
        assertThat(endpoints.put(Stage.of(other), other, URI.create("http://127.0.0.1:1/")))
                .isPresent();
        return other;
    }

    private MessageTable.New to(ProviderId other, long cause) {
        MessageTable.New one = message(cause);
        return new MessageTable.New(one.id(), cause, other.value(), one.report(), one.state(), one.at());
    }

    /// It stops after the call and before what came of it was written down.
    @Test
    void whatWasSentWhenTheServerStoppedIsSentAgainUnderTheSameId(WireMockRuntimeInfo receiver) {
        messages.insert(List.of(message(-22)));
        Webhooks stopping = saying(message -> {
            assertThat(webhooks.call(message).isTaken()).isTrue();
            throw new IllegalStateException("stopped");
        });

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
    void whileNothingIsTakenOneMessageAMinuteIsTriedAndTheRestWaits() {
        messages.insert(List.of(message(-23), message(-24)));
        var called = new AtomicInteger();
        SendMessages sending = sending(saying(_ -> {
            called.incrementAndGet();
            return new WebhookAnswer(WebhookAnswer.Outcome.ANSWERED, 503);
        }));

        assertThat(sending.run(company.value())).contains(later.get().plus(Duration.ofMinutes(1)));
        assertThat(called).hasValue(2);
        later.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        assertThat(sending.run(company.value())).contains(later.get().plus(Duration.ofMinutes(1)));
        assertThat(called).hasValue(3);
        List.of(-23L, -24L).forEach(this::drop);
    }
}
