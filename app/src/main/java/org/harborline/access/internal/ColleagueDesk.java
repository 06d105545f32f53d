// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.AccessProblem;
import org.harborline.access.Account;
import org.harborline.access.Colleagues;
import org.harborline.access.HolderId;
import org.harborline.access.Invitation;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.access.facts.AccountDisabled;
import org.harborline.access.facts.AccountEnabled;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Lets a company keep its own people.
@Component
class ColleagueDesk implements Colleagues {

    /// More people than any company has here; who has more asks for another page.
    private static final int MOST = 500;

    /// Without vowels, and without what is taken for something else.
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private static final int ENDING = 6;

    private final AccountTable table;
    private final OpenSessions sessions;
    private final Onboarding onboarding;
    private final AccountViews views;
    private final Journal journal;
    private final Transactions transactions;

    ColleagueDesk(
            AccountTable table,
            OpenSessions sessions,
            Onboarding onboarding,
            AccountViews views,
            Journal journal,
            Transactions transactions) {
        this.table = table;
        this.sessions = sessions;
        this.onboarding = onboarding;
        this.views = views;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Override
    public List<Account> list(Actor actor) {
        return table.of(company(actor), MOST).stream().map(views::shown).toList();
    }

    @Override
    public Account get(Actor actor, HolderId holder) {
        return views.shown(own(actor, holder));
    }

    @Override
    public Invitation invite(Actor actor, String signInName, String displayName, Set<Role> roles) {
        RecordRef company = company(actor);
        AccessProblem.ROLES_UNUSABLE.unless(
                !roles.isEmpty() && roles.stream().allMatch(role -> role.door() == ActorKind.PROVIDER));
        String ending = ending(company);
        String name = NewAccount.normalised(signInName);
        return onboarding.invite(
                actor, new NewAccount(name.endsWith(ending) ? name : name + ending, displayName, roles, company));
    }

    @Override
    public String nameEnding(Actor actor) {
        return ending(company(actor));
    }

    /// Out of the company's id, whose last bits are random: it says nothing about the company, and stays.
    private static String ending(RecordRef company) {
        long left = UUID.fromString(company.id()).getLeastSignificantBits() & Long.MAX_VALUE;
        var ending = new StringBuilder(".");
        for (int letter = 0; letter < ENDING; letter++) {
            ending.append(LETTERS.charAt((int) (left % LETTERS.length())));
            left /= LETTERS.length();
        }
        return ending.toString();
    }

    @Override
    public Invitation renewInvitation(Actor actor, HolderId holder) {
        return onboarding.inviteAgain(actor, other(actor, holder));
    }

    @Override
    public void disable(Actor actor, HolderId holder, int version) {
        other(actor, holder);
        transactions.run(() -> {
            requireUnchanged(table.disable(holder, version));
            sessions.endAll(actor, holder, null, Code.of("account-disabled"));
            journal.record(actor, new AccountDisabled(holder));
        });
    }

    @Override
    public void enable(Actor actor, HolderId holder, int version) {
        other(actor, holder);
        transactions.run(() -> {
            requireUnchanged(table.enable(holder, version));
            journal.record(actor, new AccountEnabled(holder));
        });
    }

    private static void requireUnchanged(boolean done) {
        if (!done) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /// Somebody else of the own company.
    private AccountTable.Row other(Actor actor, HolderId holder) {
        var found = own(actor, holder);
        AccessProblem.OWN_ACCOUNT_REFUSED.unless(!actor.id().equals(holder.toString()));
        return found;
    }

    private AccountTable.Row own(Actor actor, HolderId holder) {
        RecordRef company = company(actor);
        return table.find(holder)
                .filter(row -> company.equals(row.holder().party()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    private static RecordRef company(Actor actor) {
        actor.require(Permission.COMPANY_KEEP);
        RecordRef party = actor.party();
        if (actor.kind() != ActorKind.PROVIDER || party == null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return party;
    }
}
