// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.Optional;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;

/// The holder behind an actor.
final class Holders {

    private Holders() {}

    /// Refuses an actor without an account as if what they ask for did not exist.
    static HolderId of(Actor actor) {
        if (actor.kind() == ActorKind.PUBLIC || actor.kind() == ActorKind.SYSTEM) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return parse(actor.id()).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    /// Empty for ids of the system and of credentials.
    static Optional<HolderId> parse(String actorId) {
        try {
            return Optional.of(new HolderId(UUID.fromString(actorId)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
