// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.List;
import java.util.Set;
import org.harborline.platform.Actor;

/// The people of one reporting company, as its own administrators keep them. Everything needs
/// [org.harborline.platform.Permission#COMPANY_KEEP]; people of other companies do not exist. Nobody changes the own
/// account here, so a company never shuts itself out.
public interface Colleagues {

    /// Everybody of the own company, oldest first.
    List<Account> list(Actor actor);

    /// Somebody of the own company, also behind the end of the list.
    Account get(Actor actor, HolderId holder);

    /// What sign-in names of the own company end with. No other company's end so: which names are taken elsewhere
    /// changes no answer here.
    String nameEnding(Actor actor);

    /// Makes an account for somebody of the own company, and the link by which they set a password.
    ///
    /// @param signInName without the ending of the company or with it
    /// @param roles roles of providers only
    Invitation invite(Actor actor, String signInName, String displayName, Set<Role> roles);

    /// A new link for somebody who lost theirs or forgot the password.
    Invitation renewInvitation(Actor actor, HolderId holder);

    /// Ends the account's sessions and refuses new ones.
    void disable(Actor actor, HolderId holder, int version);

    /// Lets a disabled account sign in again.
    void enable(Actor actor, HolderId holder, int version);
}
