// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;

/// Signing in, staying signed in, signing out. Wrong attempts slow the network they come from; wrong codes of
/// an app also slow the account's next code from anywhere, because whoever types one knows the password. No account is
/// ever locked.
public interface SignIns {

    /// Checks name and password and opens a session. An unknown name takes the same path and time as a wrong password.
    ///
    /// @param replaced token that the browser already had; its session ends, so that a planted one is worth nothing
    SignInAnswer signIn(Actor actor, String name, String password, ClientNetwork network, Optional<String> replaced);

    /// Takes a one-time code or a recovery code as the second factor of the session. The session gets a new token.
    SignInAnswer confirmWithCode(Actor actor, Session session, String code, ClientNetwork network);

    /// Takes a passkey's answer as the second factor of the session. The session gets a new token.
    ///
    /// @param assertion JSON as the browser made it
    SignInAnswer confirmWithPasskey(Actor actor, Session session, PasskeyAnswer assertion, ClientNetwork network);

    /// Takes the password again, to show that it is still the same person. The session gets a new token.
    SignInAnswer confirmWithPassword(Actor actor, Session session, String password, ClientNetwork network);

    /// Changes the own password. All other sessions end and this one gets a new token.
    ///
    /// @throws org.harborline.platform.ProblemException when the chosen one breaks a rule
    SignInAnswer changePassword(Actor actor, Session session, String current, String chosen, ClientNetwork network);

    /// Whose session a token belongs to. Empty when it ended, expired or never was.
    Optional<ActorAuthentication> resolve(Actor actor, String token);

    /// Ends the session.
    void signOut(Actor actor, Session session);

    /// The own open sessions, newest first.
    List<Session> list(Actor actor);

    /// Ends one of the own sessions.
    void end(Actor actor, UUID session);
}
