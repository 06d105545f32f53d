// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Duration;

/// How long things last.
enum SessionLimit {
    /// A session ends after this time without a request.
    IDLE(Duration.ofHours(1)),
    /// A session ends after this time whatever happens: one working day.
    ABSOLUTE(Duration.ofHours(12)),
    /// How exactly the last request is remembered; finer would write with every request.
    SEEN(Duration.ofMinutes(1)),
    /// A link to set a password.
    INVITATION(Duration.ofDays(3)),
    /// The link to create the first administrator, printed on a console.
    FIRST_INVITATION(Duration.ofHours(24)),
    /// A question to a passkey.
    CHALLENGE(Duration.ofMinutes(5)),
    /// Counters of wrong attempts.
    FAILURES(Duration.ofDays(1));

    private final Duration length;

    SessionLimit(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}
