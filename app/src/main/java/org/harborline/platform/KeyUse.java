// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.function.LongConsumer;

/// What a module has stored under the installation's keys. Modules contribute one for each kind of thing, so that keys
/// can be rotated.
public interface KeyUse {

    /// Which keys.
    enum Kind {
        /// Keys that wrap record keys or seal values. Renewed beside a running server.
        WRAPPING,
        /// Keys that make blind keys. Renewed while no server runs, because a blind key is compared with others.
        BLINDING
    }

    Kind kind();

    /// What is stored, for a line of progress, such as "record keys".
    String what();

    /// How much of it is not under the newest key.
    long remaining();

    /// Brings everything under the newest key, batch by batch, each in a transaction of its own, in the order of the
    /// primary key. If it stops anywhere, what was renewed stays renewed and the next call goes on with the rest.
    ///
    /// @param progress told the size of each batch after it was committed
    /// @throws StartRefused when it cannot go on, with what to do
    void renew(LongConsumer progress);
}
