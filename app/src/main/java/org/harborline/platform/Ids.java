// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/// Ids made before a record is sealed, so that the seal can be bound to them.
public final class Ids {

    private Ids() {}

    /// A UUIDv7: ordered by time, so an index on it grows at one end.
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /// A UUIDv7 of another moment than that at which it is made: what travels outside must not say when it was made.
    public static UUID at(Instant moment) {
        return UuidCreator.getTimeOrderedEpoch(moment);
    }
}
