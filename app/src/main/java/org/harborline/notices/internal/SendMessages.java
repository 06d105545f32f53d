// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.facts.EndpointDisabled;
import org.harborline.platform.Actor;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.springframework.stereotype.Component;

/// Sends to one endpoint what is due.
///
/// 1. A try of each is written down and commits. If it stops here or later, the messages are still due: they are sent
/// again under the same ids, and the tries stay without an end.
/// 2. The calls are made, side by side, in no transaction.
/// 3. What came of them is written down: delivered, due again later, or given up after the last try.
///
/// While nothing is taken, one message a minute is tried and the rest waits. After nothing was taken for
/// [#GIVEN_UP_AFTER] the endpoint is disabled and its contact is told; what waits then is given up, in sight, and can
/// be sent again. A run ends after [#LONGEST], and no more than [#RUNS] take workers from other jobs: one that pages
/// for danger now must find a free one, however slow all receivers are.
@Component
class SendMessages {

    /// After each failed try; about three days in all.
    static final List<Duration> AGAIN = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(18),
            Duration.ofHours(22));

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    static final int RUNS = 2;
    static final Duration WHEN_BUSY = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 16;
    private static final Actor SELF = Actor.system("notices");

    private final EndpointTable endpoints;
    private final MessageTable messages;
    private final AttemptTable attempts;
    private final EndpointSeals seals;
    private final Webhooks webhooks;
    private final NoticesJobs jobs;
    private final Writing writing;
    private final Semaphore runs = new Semaphore(RUNS);

    SendMessages(
            EndpointTable endpoints,
            MessageTable messages,
            AttemptTable attempts,
            EndpointSeals seals,
            Webhooks webhooks,
            NoticesJobs jobs,
            Writing writing) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.attempts = attempts;
        this.seals = seals;
        this.webhooks = webhooks;
        this.jobs = jobs;
        this.writing = writing;
    }

    /// Finds endpoints whose job did not see what came while it ended.
    void wake() {
        messages.providersDue(now()).forEach(jobs::sendNow);
    }

    private Instant now() {
        return writing.clock().instant();
    }

    /// Sends to one endpoint.
    ///
    /// @return when there is something to send again
    Optional<Instant> run(UUID provider) {
        if (!runs.tryAcquire()) {
            return Optional.of(now().plus(WHEN_BUSY));
        }
        try {
            Instant end = now().plus(LONGEST);
            Run run = Run.GOES_ON;
            while (run == Run.GOES_ON && now().isBefore(end)) {
                run = sendDue(provider);
            }
            Instant soonest = run == Run.NOT_TAKEN ? now().plus(PAUSE) : now();
            return messages.next(provider).map(next -> next.isBefore(soonest) ? soonest : next);
        } finally {
            runs.release();
        }
    }

    private enum Run {
        GOES_ON,
        NOTHING_DUE,
        NOT_TAKEN
    }

    private Run sendDue(UUID provider) {
        Optional<EndpointTable.Row> endpoint = endpoints.find(provider);
        if (endpoint.isEmpty()) {
            messages.cancel(provider);
            return Run.NOTHING_DUE;
        }
        if (endpoint.get().disabledAt() != null) {
            messages.giveUp(provider, now());
            return Run.NOTHING_DUE;
        }
        List<Try> tries = writing.transactions().write(() -> begin(endpoint.get()));
        if (tries.isEmpty()) {
            return Run.NOTHING_DUE;
        }
        Map<Try, WebhookAnswer> answers = call(seals.open(endpoint.get(), now()), tries);
        boolean taken = answers.values().stream().anyMatch(WebhookAnswer::isTaken);
        writing.transactions().run(() -> end(provider, answers, taken));
        return taken ? Run.GOES_ON : Run.NOT_TAKEN;
    }

    /// One call of one message.
    private record Try(UUID attempt, MessageTable.Row message) {}

    private List<Try> begin(EndpointTable.Row endpoint) {
        int most = endpoint.failingSince() == null ? AT_ONCE : 1;
        List<MessageTable.Row> due = messages.begin(endpoint.provider(), now(), most);
        List<UUID> begun = attempts.begin(due.stream().map(MessageTable.Row::id).toList(), now());
        return IntStream.range(0, due.size())
                .mapToObj(i -> new Try(begun.get(i), due.get(i)))
                .toList();
    }

    private Map<Try, WebhookAnswer> call(EndpointSeals.Opened endpoint, List<Try> tries) {
        var answers = new LinkedHashMap<Try, WebhookAnswer>();
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Try, Future<WebhookAnswer>> called = new LinkedHashMap<>();
            tries.forEach(one -> called.put(one, calls.submit(() -> call(endpoint, one.message()))));
            for (var one : called.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call could not be made", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while calling", stopped);
        }
    }

    private WebhookAnswer call(EndpointSeals.Opened endpoint, MessageTable.Row message) {
        return webhooks.call(new Webhooks.Message(
                endpoint.address(), endpoint.secrets(), message.id().toString(), Payload.of(message), true));
    }

    private void end(UUID provider, Map<Try, WebhookAnswer> answers, boolean taken) {
        Instant now = now();
        var _ = endpoints.lock(provider); // first, as whoever takes an endpoint away locks it before messages
        var ended = new LinkedHashMap<UUID, WebhookAnswer>();
        answers.forEach((one, answer) -> ended.put(one.attempt(), answer));
        attempts.end(ended);
        messages.end(answers.entrySet().stream()
                .map(one -> end(one.getKey().message(), one.getValue(), now))
                .toList());
        if (taken) {
            endpoints.reached(provider);
            return;
        }
        endpoints.failing(provider, now);
        if (endpoints.disable(provider, now.minus(GIVEN_UP_AFTER), now)) {
            messages.giveUp(provider, now);
            writing.journal().record(SELF, new EndpointDisabled(provider));
            jobs.tellDisabled(provider);
        }
    }

    private static MessageTable.End end(MessageTable.Row message, WebhookAnswer answer, Instant now) {
        if (answer.isTaken()) {
            return new MessageTable.End(message.id(), Way.DELIVERED, null);
        }
        return message.tries() <= AGAIN.size()
                ? new MessageTable.End(message.id(), Way.WAITING, now.plus(AGAIN.get(message.tries() - 1)))
                : new MessageTable.End(message.id(), Way.DEAD, null);
    }
}
