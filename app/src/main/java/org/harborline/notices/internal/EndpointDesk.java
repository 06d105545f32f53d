// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.harborline.notices.Endpoint;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.EndpointMessage.Attempt;
import org.harborline.notices.Endpoints;
import org.harborline.notices.NoticesProblem;
import org.harborline.notices.facts.EndpointRemoved;
import org.harborline.notices.facts.EndpointSet;
import org.harborline.notices.facts.MessagesReplayed;
import org.harborline.notices.facts.SecretDropped;
import org.harborline.notices.facts.SecretRotated;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sets endpoints and looks after their messages.
@Component
class EndpointDesk implements Endpoints {

    private static final int LONGEST_ADDRESS = 2000;

    private final EndpointTable endpoints;
    private final MessageTable messages;
    private final AttemptTable attempts;
    private final EndpointSeals seals;
    private final Webhooks webhooks;
    private final NoticesJobs jobs;
    private final Writing writing;

    EndpointDesk(
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

    @Override
    public Optional<Endpoint> find(Actor actor, ProviderId provider) {
        Whose.mayLook(actor, provider);
        return endpoints
                .find(provider.value())
                .map(row -> view(row, seals.addresses(List.of(row)).get(row.provider())));
    }

    @Override
    public List<Endpoint> list(Actor actor) {
        Whose.mayLookAtAll(actor);
        List<EndpointTable.Row> all = endpoints.all();
        Map<UUID, URI> addresses = seals.addresses(all);
        return all.stream().map(row -> view(row, addresses.get(row.provider()))).toList();
    }

    private Endpoint view(EndpointTable.Row row, @Nullable URI address) {
        return new Endpoint(
                new ProviderId(row.provider()),
                Optional.ofNullable(address).map(URI::getHost).orElse(""),
                row.setAt(),
                changingUntil(row),
                row.failingSince(),
                row.disabledAt());
    }

    private @Nullable Instant changingUntil(EndpointTable.Row row) {
        Instant until = row.oldUntil();
        return until != null && until.isAfter(writing.clock().instant()) ? until : null;
    }

    @Override
    public Optional<String> put(Actor actor, ProviderId provider, URI address) {
        Whose.mayKeepOwn(actor, provider);
        if (address.toString().length() > LONGEST_ADDRESS || !webhooks.accepts(address)) {
            throw new ProblemException(NoticesProblem.ADDRESS_NOT_TAKEN);
        }
        var key = seals.key(provider.value()).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        String secret = seals.newSecret();
        boolean fresh = writing.transactions().write(() -> {
            boolean isFresh = endpoints.put(
                    provider.value(),
                    seals.address(key, address),
                    seals.secret(key, secret),
                    writing.clock().instant());
            writing.journal().record(actor, new EndpointSet(provider.value()));
            jobs.tellChanged(provider.value());
            return isFresh;
        });
        return fresh ? Optional.of(secret) : Optional.empty();
    }

    @Override
    public void remove(Actor actor, ProviderId provider) {
        Whose.mayKeep(actor, provider);
        writing.transactions().run(() -> {
            if (!endpoints.remove(provider.value())) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            messages.cancel(provider.value());
            writing.journal().record(actor, new EndpointRemoved(provider.value()));
            jobs.tellChanged(provider.value());
        });
    }

    @Override
    public String rotate(Actor actor, ProviderId provider) {
        Whose.mayKeepOwn(actor, provider);
        String secret = seals.newSecret();
        writing.transactions().run(() -> {
            EndpointTable.Row row =
                    endpoints.lock(provider.value()).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            if (changingUntil(row) != null) {
                throw new ProblemException(NoticesProblem.SECRET_CHANGING);
            }
            var key = seals.key(provider.value()).orElseThrow();
            endpoints.rotate(
                    provider.value(),
                    seals.secret(key, secret),
                    row.secret(),
                    writing.clock().instant().plus(Endpoint.OVERLAP));
            writing.journal().record(actor, new SecretRotated(provider.value()));
            jobs.tellChanged(provider.value());
        });
        return secret;
    }

    @Override
    public void dropOldSecret(Actor actor, ProviderId provider) {
        Whose.mayKeepOwn(actor, provider);
        writing.transactions().run(() -> {
            if (!endpoints.dropOldSecret(provider.value())) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            writing.journal().record(actor, new SecretDropped(provider.value()));
        });
    }

    @Override
    public WebhookAnswer ping(Actor actor, ProviderId provider) {
        Whose.mayKeepOwn(actor, provider);
        Instant now = writing.clock().instant();
        var opened = endpoints
                .find(provider.value())
                .map(row -> seals.open(row, now))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        return webhooks.call(new Webhooks.Message(
                opened.address(), opened.secrets(), Ids.next().toString(), Payload.ping(now), true));
    }

    @Override
    public List<EndpointMessage> messages(
            Actor actor, ProviderId provider, boolean deadOnly, @Nullable UUID after, int limit) {
        Whose.mayLook(actor, provider);
        List<MessageTable.Row> page =
                messages.page(provider.value(), deadOnly, writing.clock().instant(), after, limit);
        Map<UUID, List<Attempt>> tries =
                attempts.of(page.stream().map(MessageTable.Row::id).toList());
        return page.stream()
                .map(row -> new EndpointMessage(
                        row.id(),
                        row.report(),
                        row.state(),
                        row.at(),
                        row.way(),
                        row.nextAt(),
                        tries.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public long dead(Actor actor, ProviderId provider) {
        Whose.mayLook(actor, provider);
        return messages.dead(provider.value());
    }

    @Override
    public void replay(Actor actor, ProviderId provider, UUID message) {
        Whose.mayKeep(actor, provider);
        again(actor, provider, now -> messages.replay(provider.value(), message, now) ? 1 : 0, true);
    }

    @Override
    public int replaySince(Actor actor, ProviderId provider, Instant since) {
        Whose.mayKeep(actor, provider);
        return again(actor, provider, now -> messages.replaySince(provider.value(), since, now, MOST_REPLAYED), false);
    }

    private int again(Actor actor, ProviderId provider, ToIntFunction<Instant> replay, boolean needed) {
        return writing.transactions().write(() -> {
            Instant now = writing.clock().instant();
            // the lock keeps a removal from cancelling between the look and the change
            int count = endpoints.lock(provider.value()).isEmpty() ? 0 : replay.applyAsInt(now);
            if (count == 0 && needed) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (count > 0) {
                writing.journal().record(actor, new MessagesReplayed(provider.value(), count));
                jobs.send(provider.value(), now);
            }
            return count;
        });
    }
}
