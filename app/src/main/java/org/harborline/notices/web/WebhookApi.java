// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.notices.EndpointMessage;
import org.harborline.notices.Endpoints;
import org.harborline.notices.NoticesProblem;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's webhook for its machines. Looking is for every credential; where news goes is changed only by one that
/// was issued for it, so that a leaked key that files cannot listen.
@RestController
@RequestMapping("/api/v1/webhook")
class WebhookApi {

    static final int LONGEST = 4 * 1024;
    private static final int PAGE = 100;

    private final Endpoints endpoints;
    private final JsonBody bodies;

    WebhookApi(Endpoints endpoints, JsonBody bodies) {
        this.endpoints = endpoints;
        this.bodies = bodies;
    }

    /// Where news goes.
    record Address(@Nullable String address) {}

    /// From when on messages are sent again.
    record Since(@Nullable Instant since) {}

    /// What was sent again.
    ///
    /// @param more whether there may be more, to be asked for again
    record Replayed(int replayed, boolean more) {}

    /// Some messages, and where to go on.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<WebhookView.Message> messages, @Nullable String next) {}

    @GetMapping
    @Requires(Permission.FILING_READ)
    ResponseEntity<WebhookView> show(Actor actor) {
        return json(HttpStatus.OK, view(actor, null));
    }

    /// There is one format, whatever a client says that it accepts.
    private static <T> ResponseEntity<T> json(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private WebhookView view(Actor actor, @Nullable String secret) {
        ProviderId own = own(actor);
        return endpoints
                .find(actor, own)
                .map(endpoint -> WebhookView.of(endpoint, endpoints.dead(actor, own), secret))
                .orElseThrow(() -> new ProblemException(NoticesProblem.NOT_SET));
    }

    private static ProviderId own(Actor actor) {
        RecordRef party = actor.party();
        if (party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return new ProviderId(UUID.fromString(party.id()));
    }

    /// The secret is in the answer that made it, and in no other.
    @PutMapping
    @Requires(Permission.WEBHOOK_KEEP)
    ResponseEntity<WebhookView> put(Actor actor, HttpServletRequest request) throws IOException {
        Optional<String> secret = endpoints.put(actor, own(actor), uri(body(request, Address.class)));
        return json(secret.isPresent() ? HttpStatus.CREATED : HttpStatus.OK, view(actor, secret.orElse(null)));
    }

    private static URI uri(Address sent) {
        String address = sent.address();
        if (address == null) {
            throw new ProblemException(NoticesProblem.REQUEST_UNCLEAR);
        }
        try {
            return new URI(address.strip());
        } catch (URISyntaxException _) {
            throw new ProblemException(NoticesProblem.ADDRESS_NOT_TAKEN);
        }
    }

    private <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        return bodies.read(request, type, LONGEST, NoticesProblem.REQUEST_UNCLEAR);
    }

    @DeleteMapping
    @Requires(Permission.WEBHOOK_KEEP)
    ResponseEntity<Void> remove(Actor actor) {
        requireSet(actor);
        endpoints.remove(actor, own(actor));
        return ResponseEntity.noContent().build();
    }

    /// Says that nothing is set in words of its own. Who loses a race against a removal is told as of any record that
    /// is not there.
    private void requireSet(Actor actor) {
        if (endpoints.find(actor, own(actor)).isEmpty()) {
            throw new ProblemException(NoticesProblem.NOT_SET);
        }
    }

    @PostMapping("/rotation")
    @Requires(Permission.WEBHOOK_KEEP)
    ResponseEntity<WebhookView> rotate(Actor actor) {
        requireSet(actor);
        return json(HttpStatus.OK, view(actor, endpoints.rotate(actor, own(actor))));
    }

    @PostMapping("/ping")
    @Requires(Permission.WEBHOOK_KEEP)
    ResponseEntity<WebhookView.Try> ping(Actor actor) {
        requireSet(actor);
        WebhookAnswer answer = endpoints.ping(actor, own(actor));
        return json(
                HttpStatus.OK,
                new WebhookView.Try(null, WebhookView.word(answer.outcome()), answer.status(), answer.isTaken()));
    }

    /// The ledger, newest first.
    @GetMapping("/messages")
    @Requires(Permission.FILING_READ)
    ResponseEntity<Page> messages(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean dead,
            @RequestParam(required = false) @Nullable UUID after) {
        List<EndpointMessage> page = endpoints.messages(actor, own(actor), dead, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<EndpointMessage> shown = more ? page.subList(0, PAGE) : page;
        return json(
                HttpStatus.OK,
                new Page(
                        shown.stream().map(WebhookView.Message::of).toList(),
                        more
                                ? "/api/v1/webhook/messages?" + (dead ? "dead=true&" : "") + "after="
                                        + shown.getLast().id()
                                : null));
    }

    @PostMapping("/messages/{message}/replay")
    @Requires(Permission.WEBHOOK_KEEP)
    ResponseEntity<Void> replay(Actor actor, @PathVariable UUID message) {
        endpoints.replay(actor, own(actor), message);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/replay")
    @Requires(Permission.WEBHOOK_KEEP)
    ResponseEntity<Replayed> replaySince(Actor actor, HttpServletRequest request) throws IOException {
        Instant since = body(request, Since.class).since();
        if (since == null) {
            throw new ProblemException(NoticesProblem.REQUEST_UNCLEAR);
        }
        int replayed = endpoints.replaySince(actor, own(actor), since);
        return json(HttpStatus.OK, new Replayed(replayed, replayed == Endpoints.MOST_REPLAYED));
    }
}
