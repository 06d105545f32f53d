// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.Optional;
import org.harborline.access.AccessProblem;
import org.harborline.access.AccountState;
import org.harborline.access.HolderId;
import org.harborline.access.Invitation;
import org.harborline.access.NewAccount;
import org.harborline.access.OpenInvitation;
import org.harborline.access.OpenInvitation.Reason;
import org.harborline.access.facts.PasswordSet;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// The way from an invitation to an account with a password. The link is looked at before a password is hashed, so a
/// made-up link costs nothing, and used up in the transaction that sets the password.
@Component
class Onboarding {

    private final AccountTable table;
    private final AccountViews views;
    private final NewHolders newHolders;
    private final Invitations invitations;
    private final OpenSessions sessions;
    private final Journal journal;
    private final Transactions transactions;

    Onboarding(
            AccountTable table,
            AccountViews views,
            NewHolders newHolders,
            Invitations invitations,
            OpenSessions sessions,
            Journal journal,
            Transactions transactions) {
        this.table = table;
        this.views = views;
        this.newHolders = newHolders;
        this.invitations = invitations;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
    }

    HolderId create(Actor actor, NewAccount account, String password) {
        var hash = newHolders.checkedHash(password, account.signInName());
        return transactions.write(() -> newHolders.insert(actor, account, hash));
    }

    Invitation invite(Actor actor, NewAccount account) {
        return transactions.write(
                () -> invitations.make(actor, newHolders.insert(actor, account, null), Reason.INVITED));
    }

    Invitation inviteAgain(Actor actor, AccountTable.Row account) {
        var reason = account.state() == AccountState.INVITED ? Reason.INVITED : Reason.PASSWORD_RESET;
        return transactions.write(() -> invitations.make(actor, account.holder().id(), reason));
    }

    Optional<Invitation> inviteFirst(Actor actor) {
        if (table.anybody()) {
            return Optional.empty();
        }
        return Optional.of(transactions.write(() -> invitations.make(actor, null, Reason.FIRST_ADMINISTRATOR)));
    }

    Optional<OpenInvitation> open(String secret) {
        return invitations.find(secret).map(row -> new OpenInvitation(row.reason(), displayName(row)));
    }

    private String displayName(InvitationTable.Row row) {
        return row.holder() == null
                ? ""
                : views.displayName(row.holder(), get(row.holder()).sealedDisplayName());
    }

    void accept(String secret, String password) {
        var account = invitations
                .find(secret)
                .flatMap(row -> Optional.ofNullable(row.holder()))
                .map(this::get)
                .orElseThrow(() -> new ProblemException(AccessProblem.INVITATION_UNUSABLE));
        var hash = newHolders.checkedHash(password, views.signInName(account));
        var self = NewHolders.self(account.holder());
        transactions.run(() -> {
            invitations.take(secret);
            setPassword(self, account.holder().id(), hash);
            sessions.endAll(self, account.holder().id(), null, Code.of("password-set"));
        });
    }

    void acceptFirst(String secret, NewAccount account, String password) {
        AccessProblem.INVITATION_UNUSABLE.unless(invitations
                .find(secret)
                .filter(row -> row.reason() == Reason.FIRST_ADMINISTRATOR)
                .isPresent());
        var hash = newHolders.checkedHash(password, account.signInName());
        transactions.run(() -> {
            invitations.take(secret);
            // The link was made while there was nobody; it must not add an administrator later.
            AccessProblem.INVITATION_UNUSABLE.unless(!table.anybody());
            var holder = newHolders.insert(Actor.system("first-administrator"), account, hash);
            journal.record(Actor.system("first-administrator"), new PasswordSet(holder));
        });
    }

    void setPassword(Actor self, HolderId holder, String hash) {
        table.setPassword(holder, hash);
        journal.record(self, new PasswordSet(holder));
    }

    private AccountTable.Row get(HolderId holder) {
        return table.find(holder).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }
}
