// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;

/// The second factors of the own account.
public interface Factors {

    /// Active factors, oldest first.
    List<Factor> list(Actor actor);

    /// How many recovery codes are unused.
    int recoveryCodes(Actor actor);

    /// Starts adding an authenticator app. It counts only once a code from it was given. One that was started earlier
    /// and not confirmed is forgotten.
    TotpEnrolment beginTotp(Actor actor);

    /// The enrolment under way, to be shown again after a wrong code.
    TotpEnrolment pendingTotp(Actor actor, UUID factor);

    /// Confirms the app by a code from it. The session counts as confirmed.
    ///
    /// @return recovery codes when this is the first factor, otherwise none
    List<String> confirmTotp(Actor actor, Session session, UUID factor, String code);

    /// The question for the browser that adds a passkey, as JSON.
    ///
    /// @param origin scheme, host and port of the installation as the holder sees it
    String beginPasskey(Actor actor, Session session, String origin);

    /// Adds the passkey. The session counts as confirmed.
    ///
    /// @return recovery codes when this is the first factor, otherwise none
    List<String> confirmPasskey(Actor actor, Session session, PasskeyAnswer answer);

    /// The question for the browser that gives a passkey as second factor, as JSON.
    String askPasskey(Actor actor, Session session, String origin);

    /// Replaces all recovery codes. Shown once.
    List<String> makeRecoveryCodes(Actor actor);

    /// Removes a factor; in production not the last one.
    void remove(Actor actor, UUID factor);
}
