// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.access.HolderId;
import org.springframework.stereotype.Component;

/// Makes wrong attempts slow where they come from. Counted are the name from this network and the network as a whole;
/// passwords are not counted for a name alone, so nobody can slow somebody else by trying their name. The six digits of
/// an app are: whoever gets that far knows the password, and could otherwise try a million codes from a thousand
/// networks. Even then the right person is not locked out, because passkeys and recovery codes cannot be guessed and
/// are always looked at. Fails closed: without the database there is no sign-in at all.
@Component
class Slowing {

    /// Failures older than this no longer count.
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final FailureTable failures;
    private final AccountTable accounts;
    private final Clock clock;

    Slowing(FailureTable failures, AccountTable accounts, Clock clock) {
        this.failures = failures;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// How long the next attempt has to wait, doubling with each failure from one second on.
    enum Scope {
        /// A person may mistype five times.
        NAME_AND_NETWORK(5, Duration.ofSeconds(60)),
        /// An office with many people may mistype twenty times.
        NETWORK(20, Duration.ofSeconds(30)),
        /// Wrong codes for one account, wherever they come from: fewer than three hundred guesses a day, of which each
        /// is right with three in a million.
        ACCOUNT(10, Duration.ofMinutes(5));

        private final int free;
        private final Duration longest;

        Scope(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        Duration waitAfter(int failed) {
            if (failed < free) {
                return Duration.ZERO;
            }
            var seconds = 1L << Math.min(failed - free, 10);
            return seconds >= longest.toSeconds() ? longest : Duration.ofSeconds(seconds);
        }
    }

    /// One counter.
    record Counter(Scope scope, UUID key) {}

    /// Lets attempts at one account wait for each other until the current transaction ends.
    void takeTurn(HolderId holder) {
        accounts.keep(holder);
    }

    /// Time until the next attempt is looked at; zero when it may be looked at now.
    Duration remaining(List<Counter> counters) {
        var now = clock.instant();
        var scopes = counters.stream().collect(Collectors.toMap(Counter::key, Counter::scope));
        return failures.find(keys(counters)).stream()
                .filter(row -> row.lastFailedAt().plus(FORGOTTEN_AFTER).isAfter(now))
                .map(row -> Duration.between(now, until(row, Objects.requireNonNull(scopes.get(row.key())))))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static List<UUID> keys(List<Counter> counters) {
        return counters.stream().map(Counter::key).toList();
    }

    private static Instant until(FailureTable.Row row, Scope scope) {
        return row.lastFailedAt().plus(scope.waitAfter(row.failures()));
    }

    void failed(List<Counter> counters) {
        var now = clock.instant();
        failures.add(keys(counters), now, now.minus(FORGOTTEN_AFTER));
    }

    /// Forgets the failures of the name from this network. Those of the network stay: otherwise one good account would
    /// buy any number of guesses at others. So do those of the account: they are somebody else's.
    void succeeded(List<Counter> counters) {
        counters.stream()
                .filter(counter -> counter.scope() == Scope.NAME_AND_NETWORK)
                .forEach(counter -> failures.forget(counter.key()));
    }
}
