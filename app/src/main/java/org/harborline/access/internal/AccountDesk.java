// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.access.AccessProblem;
import org.harborline.access.Account;
import org.harborline.access.Accounts;
import org.harborline.access.HolderId;
import org.harborline.access.Invitation;
import org.harborline.access.NewAccount;
import org.harborline.access.OpenInvitation;
import org.harborline.access.Role;
import org.harborline.access.facts.AccountDisabled;
import org.harborline.access.facts.AccountEnabled;
import org.harborline.access.facts.FactorsReset;
import org.harborline.access.facts.RolesChanged;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Manages accounts.
@Component
class AccountDesk implements Accounts {

    private static final int MOST = 200;

    private final AccountTable table;
    private final FactorTable factors;
    private final OpenSessions sessions;
    private final Onboarding onboarding;
    private final AccountViews views;
    private final Journal journal;
    private final Transactions transactions;

    AccountDesk(
            AccountTable table,
            FactorTable factors,
            OpenSessions sessions,
            Onboarding onboarding,
            AccountViews views,
            Journal journal,
            Transactions transactions) {
        this.table = table;
        this.factors = factors;
        this.sessions = sessions;
        this.onboarding = onboarding;
        this.views = views;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Override
    public HolderId create(Actor actor, NewAccount account, String password) {
        actor.require(Permission.ACCOUNT_CHANGE);
        return onboarding.create(actor, account, password);
    }

    @Override
    public Invitation invite(Actor actor, NewAccount account) {
        actor.require(Permission.ACCOUNT_CHANGE);
        return onboarding.invite(actor, account);
    }

    @Override
    public Invitation renewInvitation(Actor actor, HolderId holder) {
        actor.require(Permission.ACCOUNT_CHANGE);
        return onboarding.inviteAgain(actor, get(holder));
    }

    @Override
    public Optional<Invitation> inviteFirstAdministrator(Actor actor) {
        actor.require(Permission.ACCOUNT_CHANGE);
        return onboarding.inviteFirst(actor);
    }

    @Override
    public Optional<OpenInvitation> invitation(Actor actor, String secret) {
        return onboarding.open(secret);
    }

    @Override
    public void acceptInvitation(Actor actor, String secret, String password) {
        onboarding.accept(secret, password);
    }

    @Override
    public void acceptFirstInvitation(
            Actor actor, String secret, String signInName, String displayName, String password) {
        onboarding.acceptFirst(
                secret, new NewAccount(signInName, displayName, Set.of(Role.ADMINISTRATOR), null), password);
    }

    @Override
    public void changeRoles(Actor actor, HolderId holder, Set<Role> roles, int version) {
        requireOther(actor, holder);
        var account = get(holder);
        AccessProblem.ROLES_UNUSABLE.unless(!roles.isEmpty()
                && roles.stream()
                        .allMatch(role -> role.door() == account.holder().kind()));
        transactions.run(() -> {
            if (!roles.contains(Role.ADMINISTRATOR)) {
                requireAnotherAdministrator(holder);
            }
            requireUnchanged(table.changeRoles(holder, roles, version));
            journal.record(actor, new RolesChanged(holder, roles));
        });
    }

    @Override
    public void disable(Actor actor, HolderId holder, int version) {
        requireOther(actor, holder);
        get(holder);
        transactions.run(() -> {
            requireAnotherAdministrator(holder);
            requireUnchanged(table.disable(holder, version));
            sessions.endAll(actor, holder, null, Code.of("account-disabled"));
            journal.record(actor, new AccountDisabled(holder));
        });
    }

    @Override
    public void enable(Actor actor, HolderId holder, int version) {
        requireOther(actor, holder);
        get(holder);
        transactions.run(() -> {
            requireUnchanged(table.enable(holder, version));
            journal.record(actor, new AccountEnabled(holder));
        });
    }

    @Override
    public void resetFactors(Actor actor, HolderId holder) {
        requireOther(actor, holder);
        get(holder);
        transactions.run(() -> {
            factors.removeAll(holder);
            sessions.endAll(actor, holder, null, Code.of("factors-reset"));
            journal.record(actor, new FactorsReset(holder));
        });
    }

    @Override
    public int endSessions(Actor actor, HolderId holder) {
        actor.require(Permission.ACCOUNT_CHANGE);
        get(holder);
        return transactions.write(() -> sessions.endAll(actor, holder, null, Code.of("ended-by-administrator")));
    }

    /// Nobody changes their own roles or state, so that no single person can widen what they may do.
    private static void requireOther(Actor actor, HolderId holder) {
        actor.require(Permission.ACCOUNT_CHANGE);
        AccessProblem.OWN_ACCOUNT_REFUSED.unless(!actor.id().equals(holder.toString()));
    }

    private void requireAnotherAdministrator(HolderId holder) {
        AccessProblem.LAST_ADMINISTRATOR.unless(
                !table.otherAdministrators(holder).isEmpty());
    }

    private static void requireUnchanged(boolean done) {
        if (!done) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    @Override
    public Optional<Account> find(Actor actor, HolderId holder) {
        actor.require(Permission.ACCOUNT_CHANGE);
        return table.find(holder).map(views::shown);
    }

    @Override
    public List<Account> list(Actor actor, Optional<HolderId> after, int limit) {
        actor.require(Permission.ACCOUNT_CHANGE);
        return table.list(after.orElse(null), Math.clamp(limit, 1, MOST)).stream()
                .map(views::shown)
                .toList();
    }

    @Override
    public Map<String, String> names(Actor actor, Collection<String> actorIds) {
        if (actor.kind() != ActorKind.STAFF && actor.kind() != ActorKind.SYSTEM) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        var holders = actorIds.stream()
                .distinct()
                .flatMap(id -> Holders.parse(id).stream())
                .map(HolderId::value)
                .collect(Collectors.<UUID>toSet());
        return table.names(holders).stream()
                .collect(Collectors.toUnmodifiableMap(
                        named -> named.holder().toString(),
                        named -> views.displayName(named.holder(), named.sealedDisplayName())));
    }

    @Override
    public Account own(Actor actor) {
        actor.require(Permission.OWN_ACCOUNT);
        return views.shown(get(Holders.of(actor)));
    }

    private AccountTable.Row get(HolderId holder) {
        return table.find(holder).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }
}
