// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;

/// Where senders want to hear of their reports, and what became of each message.
///
/// A sender reaches its own with [org.harborline.platform.Permission#COMPANY_READ] and keeps it with
/// [org.harborline.platform.Permission#COMPANY_KEEP]; its machines reach it with
/// [org.harborline.platform.Permission#FILING_READ] and keep it with
/// [org.harborline.platform.Permission#WEBHOOK_KEEP]; staff look with
/// [org.harborline.platform.Permission#REGISTRY_READ], and take away and send again with
/// [org.harborline.platform.Permission#REGISTRY_CHANGE]. Addresses and secrets are the sender's alone.
public interface Endpoints {

    Optional<Endpoint> find(Actor actor, ProviderId provider);

    /// All endpoints, those that fail first. Staff only.
    List<Endpoint> list(Actor actor);

    /// Sets the address, and takes it into use again when it was given up. The sender only.
    ///
    /// @return the secret, the only time it is seen; empty when there was one already
    Optional<String> put(Actor actor, ProviderId provider, URI address);

    /// Takes the endpoint away; what was on its way is cancelled.
    void remove(Actor actor, ProviderId provider);

    /// Makes a new secret. The old one signs beside it for [Endpoint#OVERLAP]. The sender only.
    String rotate(Actor actor, ProviderId provider);

    /// Ends the overlap: the old secret signs nothing any more, and another can be made. The sender only.
    void dropOldSecret(Actor actor, ProviderId provider);

    /// Sends a message that says nothing, now. The sender only.
    WebhookAnswer ping(Actor actor, ProviderId provider);

    /// Messages, newest first; what is told later only then.
    ///
    /// @param deadOnly only those that were given up
    /// @param after the last one of the page before
    List<EndpointMessage> messages(Actor actor, ProviderId provider, boolean deadOnly, @Nullable UUID after, int limit);

    /// How many messages were given up and wait to be sent again.
    long dead(Actor actor, ProviderId provider);

    /// Sends one message again, under its old id.
    void replay(Actor actor, ProviderId provider, UUID message);

    /// Sends all again that were given up since, oldest first, at most [#MOST_REPLAYED] at a time.
    ///
    /// @return how many
    int replaySince(Actor actor, ProviderId provider, Instant since);

    /// More are sent again by asking again.
    int MOST_REPLAYED = 1000;
}
