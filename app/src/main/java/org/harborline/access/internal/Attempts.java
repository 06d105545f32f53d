// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.harborline.access.ClientNetwork;
import org.harborline.access.HolderId;
import org.harborline.access.Session;
import org.harborline.access.SignInAnswer;
import org.harborline.access.facts.SignInRefused;
import org.harborline.access.internal.Slowing.Counter;
import org.harborline.access.internal.Slowing.Scope;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way every proof of identity goes: wait for the network's turn, look whether it is slowed, compare, then count
/// and journal the outcome in one transaction. A session in which too many proofs were wrong ends.
@Component
class Attempts {

    private static final Actor SELF = Actor.system("access");

    private final PasswordHashes hashes;
    private final Slowing slowing;
    private final AccountSeals seals;
    private final OpenSessions sessions;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    Attempts(
            PasswordHashes hashes,
            Slowing slowing,
            AccountSeals seals,
            OpenSessions sessions,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        this.hashes = hashes;
        this.slowing = slowing;
        this.seals = seals;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What to do when the proof was right, inside the transaction.
    interface Success {
        SignInAnswer complete();
    }

    /// Who tries to prove what.
    ///
    /// @param subject stands for the name in the counters, whether such an account exists or not
    /// @param session in which the proof is asked for; absent at the sign-in page
    /// @param guessable the proof is short enough to be found by trying: an app's six digits
    record Attempt(
            ClientNetwork network,
            UUID subject,
            SignInRefused.Stage stage,
            @Nullable Session session,
            boolean guessable) {}

    /// For a proof that takes long to compare and is not used up: it is compared before the transaction opens.
    ///
    /// @param check compares; empty when wrong
    SignInAnswer attempt(Attempt attempt, Supplier<Optional<Success>> check) {
        return hashes.inTurn(attempt.network(), () -> {
            var counters = counters(attempt);
            var wait = slowing.remaining(counters);
            if (wait.isPositive()) {
                return new SignInAnswer.Slowed(wait);
            }
            var success = check.get();
            return transactions.write(() -> conclude(attempt, counters, success));
        });
    }

    /// For a proof that is used up by being right: it is used up in the transaction that gives what it is for, so a
    /// fault between the two does not cost somebody their last code. Attempts at one account take turns, or many
    /// would be looked at before the first is counted.
    SignInAnswer attemptOnce(Attempt attempt, Supplier<Optional<Success>> check) {
        return hashes.inTurn(
                attempt.network(),
                () -> transactions.write(() -> {
                    slowing.takeTurn(new HolderId(attempt.subject()));
                    var counters = counters(attempt);
                    var wait = slowing.remaining(counters);
                    return wait.isPositive() ? new SignInAnswer.Slowed(wait) : conclude(attempt, counters, check.get());
                }));
    }

    private SignInAnswer conclude(Attempt attempt, List<Counter> counters, Optional<Success> success) {
        if (success.isPresent()) {
            slowing.succeeded(counters);
            return success.get().complete();
        }
        slowing.failed(counters);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        journal.record(SELF, new SignInRefused(seals.journalled(attempt.network(), today), attempt.stage()));
        var session = attempt.session();
        return session != null && sessions.wrongProof(session) ? new SignInAnswer.Ended() : new SignInAnswer.Refused();
    }

    private List<Counter> counters(Attempt attempt) {
        var counters = new ArrayList<Counter>(3);
        counters.add(new Counter(
                Scope.NAME_AND_NETWORK, seals.failureKey(attempt.stage(), attempt.subject(), attempt.network())));
        counters.add(new Counter(Scope.NETWORK, seals.failureKey(attempt.network())));
        if (attempt.guessable()) {
            counters.add(new Counter(Scope.ACCOUNT, seals.failureKey(attempt.subject())));
        }
        return counters;
    }
}
