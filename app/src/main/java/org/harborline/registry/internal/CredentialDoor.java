// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.harborline.platform.Mode;
import org.harborline.registry.ProviderCredential;
import org.springframework.stereotype.Component;

/// Lets credentials in. Nothing is remembered between two calls but that it was used: revoking is one update, and the
/// next look-up sees it.
@Component
class CredentialDoor {

    private final CredentialTable table;
    private final Secrets secrets;
    private final CredentialUses uses;
    private final Clock clock;
    private final Mode mode;

    CredentialDoor(CredentialTable table, Secrets secrets, CredentialUses uses, Clock clock, Mode mode) {
        this.table = table;
        this.secrets = secrets;
        this.uses = uses;
        this.clock = clock;
        this.mode = mode;
    }

    /// A name made for the other kind of installation goes the same way as any other and takes as long.
    Optional<ProviderCredential> authenticate(String user, String secret) {
        if (user.indexOf('\0') >= 0) {
            // PostgreSQL has no text with NUL; such a name cannot exist.
            return Optional.empty();
        }
        Instant now = clock.instant();
        var stored = table.find(user);
        boolean right = stored.map(found -> secrets.matches(secret, found.secretHash()))
                .orElseGet(() -> secrets.matchesNobody(secret));
        if (!right || stored.isEmpty() || !opens(user, stored.get(), now)) {
            return Optional.empty();
        }
        uses.saw(stored.get().credential().id(), now);
        return Optional.of(stored.get().credential());
    }

    private boolean opens(String user, CredentialTable.Stored stored, Instant now) {
        return stored.valid(now)
                && (mode == Mode.SANDBOX || !stored.sandboxOnly())
                && madeElsewhere(user).isEmpty();
    }

    /// The kind of installation that a user name says it was made for, when it is not this one.
    Optional<Mode> madeElsewhere(String user) {
        return Secrets.modeOf(user).filter(made -> made != mode);
    }
}
