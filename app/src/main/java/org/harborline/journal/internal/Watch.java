// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harborline.journal.Alarms;
import org.harborline.journal.Follower;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sees from the tables what keeps reports from going on, so that every node and the doctor see the same.
@Component
class Watch {

    private final ObjectProvider<Follower> followers;
    private final CursorTable cursors;
    private final EntryTable entries;
    private final BalanceTable balances;
    private final Clock clock;

    Watch(ObjectProvider<Follower> followers, FollowerTables tables, BalanceTable balances, Clock clock) {
        this.followers = followers;
        this.cursors = tables.cursors();
        this.entries = tables.entries();
        this.balances = balances;
        this.clock = clock;
    }

    Alarms look() {
        return new Alarms(cursors.halfBuilt(), waiting(), broken());
    }

    private SortedMap<String, Duration> waiting() {
        var waiting = new TreeMap<String, Duration>();
        followers.forEach(follower -> cursors.takenUpTo(follower.name())
                .flatMap(position -> entries.firstAfter(
                        position, FactCatalogue.byName(follower.follows()).keySet()))
                .ifPresent(recorded -> waiting.put(follower.name(), Duration.between(recorded, clock.instant()))));
        return waiting;
    }

    private SortedMap<String, List<String>> broken() {
        var broken = new TreeMap<String, List<String>>();
        balances.all().forEach((law, balance) -> {
            if (balance.isAlarming()) {
                broken.put(law, balance.astray());
            }
        });
        return broken;
    }
}
