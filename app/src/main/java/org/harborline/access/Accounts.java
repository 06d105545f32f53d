// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.platform.Actor;

/// Who has an account and what they may do. Changes need [org.harborline.platform.Permission#ACCOUNT_CHANGE], are
/// journalled in the same transaction, and take effect with the holder's next request.
public interface Accounts {

    /// Makes an account with a password that is already known, for samples and tests.
    ///
    /// @param password must satisfy the rules of the installation's mode
    HolderId create(Actor actor, NewAccount account, String password);

    /// Makes an account without a password and the link by which its holder sets one.
    Invitation invite(Actor actor, NewAccount account);

    /// A new link for somebody who lost theirs or forgot the password. Earlier links stop working; the password works
    /// until the link is used.
    Invitation renewInvitation(Actor actor, HolderId holder);

    /// The link that creates the first administrator. Empty as soon as any account exists.
    Optional<Invitation> inviteFirstAdministrator(Actor actor);

    /// What a link asks for; empty when it is used, expired or was never given out.
    Optional<OpenInvitation> invitation(Actor actor, String secret);

    /// Sets the password of an invited account. All its sessions end.
    void acceptInvitation(Actor actor, String secret, String password);

    /// Makes the first administrator.
    void acceptFirstInvitation(Actor actor, String secret, String signInName, String displayName, String password);

    /// Gives the account exactly these roles.
    ///
    /// @param version as shown to the actor
    void changeRoles(Actor actor, HolderId holder, Set<Role> roles, int version);

    /// Ends the account's sessions and refuses new ones.
    void disable(Actor actor, HolderId holder, int version);

    /// Lets a disabled account sign in again.
    void enable(Actor actor, HolderId holder, int version);

    /// Removes all second factors and recovery codes and ends all sessions.
    void resetFactors(Actor actor, HolderId holder);

    /// Ends all sessions of the account at once.
    ///
    /// @return how many were open
    int endSessions(Actor actor, HolderId holder);

    Optional<Account> find(Actor actor, HolderId holder);

    /// Accounts, oldest first.
    ///
    /// @param after the last one already shown
    List<Account> list(Actor actor, Optional<HolderId> after, int limit);

    /// Display names by actor id, for pages that say who did something. Needs a signed-in member of staff. Ids that
    /// belong to no account, such as those of the system, are absent.
    Map<String, String> names(Actor actor, Collection<String> actorIds);

    /// The own account.
    Account own(Actor actor);
}
