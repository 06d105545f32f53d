// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.access.Invitation;
import org.harborline.platform.Actor;

/// How a company joins by itself. Whoever asks is answered the same, whether the company is known or not: what comes of
/// it is in a mail to the address that was given.
public interface Registrations {

    /// Days after which an application whose link nobody opened is forgotten.
    int DAYS = 7;

    /// Keeps the application and has the mail sent.
    ///
    /// @return in a sandbox that sends no mail, the path the mail would have named; otherwise empty
    Optional<String> apply(Actor actor, Application application);

    /// Whether a mail can leave at all; when not, somebody of the operator hands the link over.
    boolean mails();

    /// The company's name behind a link; empty when it was used, has ended or was never made.
    Optional<String> company(String secret);

    /// Uses the link: the company exists from now on, unverified, and so does its first administrator.
    ///
    /// @return the link under which the administrator sets a password
    Invitation confirm(Actor actor, String secret);

    /// Applications whose link was not opened, oldest first. Needs
    /// [org.harborline.platform.Permission#REGISTRY_READ].
    List<Applicant> waiting(Actor actor, int limit);

    /// What was said, in clear. Needs [org.harborline.platform.Permission#REGISTRY_CHANGE] and a purpose; the opening
    /// is
    /// journalled.
    Application read(Actor actor, UUID applicant);

    /// A new link, to be handed over by somebody who called back; the one in the mail stops working.
    ///
    /// @return its path
    String renew(Actor actor, UUID applicant);
}
