// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.util.Set;
import org.harborline.access.AccessProblem;
import org.harborline.access.HolderId;
import org.harborline.access.NewAccount;
import org.harborline.access.facts.AccountCreated;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes new accounts, sealed, under a name that nobody has.
@Component
class NewHolders {

    private final AccountTable table;
    private final AccountSeals seals;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final Journal journal;
    private final Clock clock;

    NewHolders(
            AccountTable table,
            AccountSeals seals,
            PasswordRules rules,
            PasswordHashes hashes,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.seals = seals;
        this.rules = rules;
        this.hashes = hashes;
        this.journal = journal;
        this.clock = clock;
    }

    /// Refuses a password that breaks a rule; otherwise what is stored of it.
    String checkedHash(String password, String signInName) {
        rules.check(password, signInName);
        return hashes.hash(PasswordRules.normalised(password));
    }

    /// Inside a transaction.
    HolderId insert(Actor actor, NewAccount account, @Nullable String passwordHash) {
        var id = new HolderId(Ids.next());
        // Names stored under an older version of the key are not seen by the unique constraint.
        var free = table.credential(seals.nameProbes(account.signInName())).isEmpty()
                && table.insert(new AccountTable.New(
                        new AccountTable.Holder(id, account.kind(), account.roles(), account.party(), false),
                        seals.nameKey(account.signInName()),
                        seals.keyVersion(),
                        seals.sealText(AccountSeals.Field.SIGN_IN_NAME, id, account.signInName()),
                        seals.sealText(AccountSeals.Field.DISPLAY_NAME, id, account.displayName()),
                        passwordHash,
                        clock.instant()));
        AccessProblem.SIGN_IN_NAME_TAKEN.unless(free);
        journal.record(actor, new AccountCreated(id, account.kind(), account.roles(), account.party()));
        return id;
    }

    /// The holder acting for themselves, without permissions.
    static Actor self(AccountTable.Holder holder) {
        return new Actor(holder.id().toString(), holder.kind(), Set.of(), holder.party(), null);
    }
}
