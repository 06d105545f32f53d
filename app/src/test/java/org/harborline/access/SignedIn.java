// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.harborline.platform.Actor;

/// Somebody with a session, for tests of pages that ask when its holder was last confirmed.
public final class SignedIn {

    private SignedIn() {}

    public static ActorAuthentication justNow(Actor actor) {
        return before(Duration.ZERO, actor);
    }

    /// Long enough ago to be asked again.
    public static ActorAuthentication thisMorning(Actor actor) {
        return before(Duration.ofHours(2), actor);
    }

    private static ActorAuthentication before(Duration age, Actor actor) {
        Instant at = InstantSource.system().instant().minus(age);
        var session = new Session(
                new UUID(0, 1),
                new HolderId(new UUID(0, 2)),
                at,
                at,
                at.plus(Duration.ofHours(12)),
                at,
                at,
                Session.Standing.COMPLETE,
                true);
        return new ActorAuthentication(actor, session);
    }
}
