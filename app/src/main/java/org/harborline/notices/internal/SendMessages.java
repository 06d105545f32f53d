// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.facts.EndpointDisabled;
import org.harborline.platform.Actor;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.springframework.stereotype.Component;

/// Sends to one endpoint what is due.
///
/// 1. A try is written down and commits. If it stops here or later, the message is still due: it is sent again under
/// the same id, and the try stays without an end.
/// 2. The call is made, in no transaction.
/// 3. What came of it is written down: delivered, due again later, or given up after the last try.
///
/// An endpoint that cannot be reached ends the run; what else is due to it waits a minute. After nothing was taken for
/// [#GIVEN_UP_AFTER] it is disabled and its contact is told; what waits then is given up, in sight, and can be sent
/// again.
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

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;
    private static final Actor SELF = Actor.system("notices");

    private final EndpointTable endpoints;
    private final MessageTable messages;
    private final AttemptTable attempts;
    private final EndpointSeals seals;
    private final Webhooks webhooks;
    private final NoticesJobs jobs;
    private final Writing writing;

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
        messages.providersDue(writing.clock().instant()).forEach(jobs::sendNow);
    }

    /// Sends to one endpoint.
    ///
    /// @return when there is something to send again
    Optional<Instant> run(UUID provider) {
        Instant now = writing.clock().instant();
        Optional<EndpointTable.Row> endpoint = endpoints.find(provider);
        if (endpoint.isEmpty()) {
            messages.endAll(provider, Way.CANCELLED);
            return Optional.empty();
        }
        if (endpoint.get().disabledAt() != null) {
            messages.endAll(provider, Way.DEAD);
            return Optional.empty();
        }
        boolean reached = sendDue(endpoint.get(), now);
        Instant soonest = reached ? now : now.plus(PAUSE);
        return messages.next(provider).map(next -> next.isBefore(soonest) ? soonest : next);
    }

    private boolean sendDue(EndpointTable.Row endpoint, Instant now) {
        EndpointSeals.Opened opened = seals.open(endpoint, now);
        for (MessageTable.Row message : messages.due(endpoint.provider(), now, AT_ONCE)) {
            WebhookAnswer answer = send(opened, message);
            if (answer.outcome() != WebhookAnswer.Outcome.ANSWERED) {
                return false;
            }
        }
        return true;
    }

    private WebhookAnswer send(EndpointSeals.Opened endpoint, MessageTable.Row message) {
        Optional<UUID> attempt = writing.transactions().write(() -> begin(message));
        if (attempt.isEmpty()) {
            return new WebhookAnswer(WebhookAnswer.Outcome.ANSWERED, 0); // cancelled meanwhile
        }
        WebhookAnswer answer = webhooks.call(new Webhooks.Message(
                endpoint.address(), endpoint.secrets(), message.id().toString(), Payload.of(message), true));
        writing.transactions().run(() -> end(message, attempt.get(), answer));
        return answer;
    }

    private Optional<UUID> begin(MessageTable.Row message) {
        return messages.begin(message.id())
                ? Optional.of(attempts.begin(message.id(), writing.clock().instant()))
                : Optional.empty();
    }

    private void end(MessageTable.Row message, UUID attempt, WebhookAnswer answer) {
        Instant now = writing.clock().instant();
        var _ = endpoints.lock(message.provider()); // first, as whoever takes an endpoint away locks it before messages
        attempts.end(attempt, answer);
        if (answer.isTaken()) {
            messages.end(message.id(), Way.DELIVERED, null);
            endpoints.reached(message.provider());
            return;
        }
        endpoints.failing(message.provider(), now);
        if (message.tries() < AGAIN.size()) {
            messages.end(message.id(), Way.WAITING, now.plus(AGAIN.get(message.tries())));
            return;
        }
        messages.end(message.id(), Way.DEAD, null);
        if (endpoints.disable(message.provider(), now.minus(GIVEN_UP_AFTER), now)) {
            messages.endAll(message.provider(), Way.DEAD);
            writing.journal().record(SELF, new EndpointDisabled(message.provider()));
            jobs.tellDisabled(message.provider());
        }
    }
}
