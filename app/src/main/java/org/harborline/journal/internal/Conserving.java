// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.harborline.journal.Conservation;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.journal.ledgers.Ledger.Count;
import org.harborline.journal.ledgers.Ledger.Side;
import org.harborline.platform.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Adds up the ledgers of all modules in one snapshot, with what the journal itself has on its way.
@Component
class Conserving {

    private static final String IN_FLIGHT = "in-flight";
    private static final String PARKED = "parked";
    private static final int NAMED = 20;

    private final ObjectProvider<Ledger> ledgers;
    private final EntryTable entries;
    private final OnTheWayTable onTheWay;
    private final Transactions transactions;
    private final Clock clock;

    Conserving(
            ObjectProvider<Ledger> ledgers,
            EntryTable entries,
            OnTheWayTable onTheWay,
            Transactions transactions,
            Clock clock) {
        this.ledgers = ledgers;
        this.entries = entries;
        this.onTheWay = onTheWay;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Compares the sums of every law, and the ids one by one where the sums differ or it is asked for.
    List<Conservation> check(Predicate<String> walk) {
        Map<String, List<Ledger>> laws = new TreeMap<>();
        ledgers.orderedStream()
                .forEach(ledger -> laws.computeIfAbsent(ledger.law(), _ -> new ArrayList<>())
                        .add(ledger));
        return transactions.read(() -> laws.entrySet().stream()
                .map(law -> check(law.getKey(), law.getValue(), walk.test(law.getKey())))
                .toList());
    }

    private Conservation check(String law, List<Ledger> parts, boolean walk) {
        var columns = new ArrayList<Column>();
        for (Ledger ledger : parts) {
            ledger.counts()
                    .forEach(count ->
                            columns.add(new Column(count, (after, limit) -> ledger.ids(count.name(), after, limit))));
            ledger.entrance().ifPresent(entrance -> {
                String type = FactCatalogue.name(entrance.fact()).value();
                columns.add(new Column(
                        new Count(IN_FLIGHT, Side.RIGHT, onTheWay.countInFlight(entrance.follower(), type)),
                        (after, limit) -> onTheWay.inFlight(entrance.follower(), type, after, limit)));
                columns.add(new Column(
                        new Count(PARKED, Side.RIGHT, onTheWay.countParked(entrance.follower(), type)),
                        (after, limit) -> onTheWay.parked(entrance.follower(), type, after, limit)));
            });
        }
        var counts = columns.stream().map(Column::count).toList();
        var sums = new Conservation(law, entries.lastPosition(), counts, new TreeSet<>(), null);
        return sums.isLevel() && !walk
                ? sums
                : new Conservation(law, sums.position(), counts, astray(columns), clock.instant());
    }

    /// Walks both sides in the order of their ids and keeps what only one of them has.
    private static SortedSet<String> astray(List<Column> columns) {
        var left = new IdWalk(columns, Side.LEFT);
        var right = new IdWalk(columns, Side.RIGHT);
        var astray = new TreeSet<String>();
        while (astray.size() < NAMED && (left.hasNext() || right.hasNext())) {
            int order = !left.hasNext() ? 1 : !right.hasNext() ? -1 : IdWalk.ORDER.compare(left.peek(), right.peek());
            if (order == 0) {
                left.next();
                right.next();
            } else {
                astray.add(order < 0 ? left.next() : right.next());
            }
        }
        return astray;
    }

    /// One count with the way to its ids.
    record Column(Count count, Ids ids) {}

    /// Pages of ids, ascending by the bytes of their text.
    interface Ids {
        SortedSet<String> page(String after, int limit);
    }
}
