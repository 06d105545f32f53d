// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Duration;

/// How an attempt to sign in ended.
public sealed interface SignInAnswer {

    /// A session is open.
    ///
    /// @param token secret for the cookie; stored is a hash
    record Opened(String token, Session.Standing standing) implements SignInAnswer {

        @Override
        public String toString() {
            return "Opened[" + standing + "]";
        }
    }

    /// Name, password or code is wrong; which one is not said.
    record Refused() implements SignInAnswer {}

    /// Wrong once too often in this session, which has ended: the way goes through the password again.
    record Ended() implements SignInAnswer {}

    /// Too many wrong attempts for this name from this network, or from this network at all. Nothing was checked.
    ///
    /// @param remaining until the next attempt is looked at
    record Slowed(Duration remaining) implements SignInAnswer {}
}
