// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes wrong attempts slow where they come from. Counted are the name from this network and the network as a whole;
/// nothing is counted for a name alone, so nobody can slow somebody else by trying their name. Fails closed: without
/// the database there is no sign-in at all.
@Component
class Slowing {

    /// Failures older than this no longer count.
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final FailureTable failures;
    private final Clock clock;

    Slowing(FailureTable failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /// How long the next attempt has to wait, doubling with each failure from one second on.
    enum Scope {
        /// A person may mistype five times.
        NAME_AND_NETWORK(5, Duration.ofSeconds(60)),
        /// An office with many people may mistype twenty times.
        NETWORK(20, Duration.ofSeconds(30));

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

    /// Time until the next attempt is looked at; zero when it may be looked at now.
    ///
    /// @param keys as made by [AccountSeals#failureKeys]: name and network first, network second
    Duration remaining(List<UUID> keys) {
        var now = clock.instant();
        return failures.find(keys).stream()
                .filter(row -> row.lastFailedAt().plus(FORGOTTEN_AFTER).isAfter(now))
                .map(row -> Duration.between(now, until(row, keys)))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Instant until(FailureTable.Row row, List<UUID> keys) {
        var scope = row.key().equals(keys.getFirst()) ? Scope.NAME_AND_NETWORK : Scope.NETWORK;
        return row.lastFailedAt().plus(scope.waitAfter(row.failures()));
    }

    void failed(List<UUID> keys) {
        var now = clock.instant();
        failures.add(keys, now, now.minus(FORGOTTEN_AFTER));
    }

    /// Forgets the failures of the name from this network. Those of the network stay: otherwise one good account would
    /// buy any number of guesses at others.
    void succeeded(List<UUID> keys) {
        failures.forget(keys.getFirst());
    }
}
