// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.Optional;
import org.harborline.access.AccountState;
import org.harborline.access.FactorKind;
import org.harborline.access.HolderId;
import org.springframework.stereotype.Component;

/// Compares what somebody typed with what is known of a holder.
@Component
class Credentials {

    private final AccountTable accounts;
    private final AccountSeals seals;
    private final PasswordHashes hashes;
    private final NewHolders newHolders;
    private final SecondFactors secondFactors;

    Credentials(
            AccountTable accounts,
            AccountSeals seals,
            PasswordHashes hashes,
            NewHolders newHolders,
            SecondFactors secondFactors) {
        this.accounts = accounts;
        this.seals = seals;
        this.hashes = hashes;
        this.newHolders = newHolders;
        this.secondFactors = secondFactors;
    }

    /// The holder whose name and password these are. Takes the same statements and the same hashing for a name that
    /// does not exist, is disabled or has no password.
    Optional<AccountTable.Holder> check(String name, String password) {
        var credential = accounts.credential(seals.nameProbes(name));
        return matches(credential, password)
                ? credential.flatMap(found -> accounts.find(found.holder())).map(AccountTable.Row::holder)
                : Optional.empty();
    }

    boolean exists(String name) {
        return accounts.credential(seals.nameProbes(name)).isPresent();
    }

    boolean matches(HolderId holder, String password) {
        return matches(accounts.credential(holder), password);
    }

    private boolean matches(Optional<AccountTable.Credential> credential, String password) {
        var hash = credential
                .filter(found -> found.state() == AccountState.ACTIVE)
                .map(AccountTable.Credential::passwordHash)
                .orElse(null);
        return PasswordRules.plausible(password) && hashes.matches(PasswordRules.normalised(password), hash);
    }

    /// What would be stored of a new password that satisfies the rules; empty when the current one is wrong.
    Optional<String> changeTo(HolderId holder, String current, String chosen) {
        if (!matches(holder, current)) {
            return Optional.empty();
        }
        return accounts.find(holder)
                .map(row -> newHolders.checkedHash(
                        chosen, seals.openText(AccountSeals.Field.SIGN_IN_NAME, holder, row.sealedName())));
    }

    void set(HolderId holder, String hash) {
        accounts.setPassword(holder, hash);
    }

    Optional<FactorKind> useCode(HolderId holder, String code) {
        return secondFactors.use(holder, code);
    }
}
