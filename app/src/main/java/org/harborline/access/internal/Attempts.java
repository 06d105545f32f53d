// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.harborline.access.ClientNetwork;
import org.harborline.access.SignInAnswer;
import org.harborline.access.facts.SignInRefused;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// The way every proof of identity goes: wait for the network's turn, look whether it is slowed, compare, then count
/// and journal the outcome in one transaction.
@Component
class Attempts {

    private static final Actor SELF = Actor.system("access");

    private final PasswordHashes hashes;
    private final Slowing slowing;
    private final AccountSeals seals;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    Attempts(
            PasswordHashes hashes,
            Slowing slowing,
            AccountSeals seals,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        this.hashes = hashes;
        this.slowing = slowing;
        this.seals = seals;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What to do when the proof was right, inside the transaction.
    interface Success {
        SignInAnswer complete();
    }

    /// @param subject stands for the name in the counters, whether such an account exists or not
    /// @param check compares; empty when wrong
    SignInAnswer attempt(
            ClientNetwork network, UUID subject, SignInRefused.Stage stage, Supplier<Optional<Success>> check) {
        return hashes.inTurn(network, () -> {
            var keys = seals.failureKeys(subject, network);
            var wait = slowing.remaining(keys);
            if (wait.isPositive()) {
                return new SignInAnswer.Slowed(wait);
            }
            var success = check.get();
            return transactions.write(() -> {
                if (success.isPresent()) {
                    slowing.succeeded(keys);
                    return success.get().complete();
                }
                slowing.failed(keys);
                var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                journal.record(SELF, new SignInRefused(seals.journalled(network, today), stage));
                return new SignInAnswer.Refused();
            });
        });
    }
}
