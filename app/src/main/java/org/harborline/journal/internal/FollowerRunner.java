// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.journal.Follower.Followed;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Traces;
import org.harborline.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands ordered facts to one follower, each exactly once.
///
/// 1. Facts after the cursor are read and prepared; nothing is written. If it stops here, the same facts are read
/// again.
/// 2. One transaction moves the cursor (only if it still stands where the batch began), applies the changes, records
/// their consequences and
///    parks what waits behind a parked fact. If it stops here, all or none of it happened.
/// 3. A batch that fails is tried again with half the facts, until the failing one is alone; that one is parked.
final class FollowerRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FollowerRunner.class);
    private static final int MOST = 500;
    private static final Duration BATCH = Duration.ofMillis(200);

    private final Follower follower;
    private final Actor actor;
    private final Map<String, Class<? extends Fact>> facts;
    private final FollowerTables tables;
    private final Transactions transactions;
    private final FactCatalogue catalogue;
    private int limit = 64;
    private boolean refusing;

    FollowerRunner(Follower follower, FollowerTables tables, Transactions transactions, FactCatalogue catalogue) {
        this.follower = follower;
        this.actor = Actor.system(follower.name());
        this.facts = FactCatalogue.byName(follower.follows());
        this.tables = tables;
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    String name() {
        return follower.name();
    }

    Follower follower() {
        return follower;
    }

    void create() {
        tables.cursors().create(name());
    }

    /// Takes up one batch.
    ///
    /// @return whether the cursor moved, that is whether it is worth looking again at once
    synchronized boolean step() {
        CursorTable.Stand stand = tables.cursors().stand(name());
        if (!stand.isWhole()) {
            refuse();
            return false;
        }
        refusing = false;
        long from = stand.position();
        // Read before the facts: the cursor may then jump over facts of other types, but never over one that was not
        // looked at.
        long last = tables.entries().lastPosition();
        if (last <= from) {
            return false;
        }
        List<Entry> batch = tables.entries().after(from, facts.keySet(), limit).stream()
                .filter(entry -> entry.position() <= last)
                .toList();
        long to = batch.size() == limit ? batch.getLast().position() : last;
        try {
            long started = System.nanoTime();
            take(batch, from, to);
            adapt(batch.size(), Duration.ofNanos(System.nanoTime() - started));
        } catch (RuntimeException failure) {
            if (Outage.isOne(failure)) {
                throw failure;
            }
            failed(batch, from, failure);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            // what was read for the batch is garbage by now; a smaller one may fit
            failed(batch, from, tooMuch);
        }
        return true;
    }

    private void refuse() {
        if (!refusing) {
            LOG.error(
                    "alarm: the tables of {} are half built, a rebuild was stopped before its end; nothing is taken up"
                            + " until ./harborline rebuild {} comes to its end. See docs/operations/incident.md",
                    name(),
                    name());
        }
        refusing = true;
    }

    private void failed(List<Entry> batch, long from, Throwable failure) {
        if (batch.size() > 1) {
            limit = batch.size() / 2;
        } else {
            park(batch.getFirst(), from, failure);
        }
    }

    private void adapt(int size, Duration took) {
        if (took.compareTo(BATCH) > 0) {
            limit = Math.max(1, (int) (size * BATCH.toMillis() / took.toMillis()));
        } else if (size == limit) {
            limit = Math.min(MOST, limit * 2);
        }
    }

    private void take(List<Entry> batch, long from, long to) {
        var parked =
                tables.parked().among(name(), batch.stream().map(Entry::subject).collect(Collectors.toSet()));
        var live = batch.stream()
                .filter(entry -> !parked.contains(entry.subject()))
                .toList();
        var behind = batch.stream()
                .filter(entry -> parked.contains(entry.subject()))
                .map(entry -> new ParkedTable.Waiting(entry, "waits behind a parked fact"))
                .toList();
        Follower.Changes changes = prepare(live);
        transactions.run(() -> {
            move(from, to);
            apply(changes);
            tables.parked().park(name(), behind);
        });
        tables.ring();
    }

    private Follower.Changes prepare(List<Entry> live) {
        if (live.isEmpty()) {
            return _ -> {};
        }
        return follower.prepare(live.stream().map(this::followed).toList());
    }

    private Followed followed(Entry entry) {
        Class<? extends Fact> type = facts.get(entry.type());
        if (type == null) {
            throw new IllegalStateException(name() + " does not follow " + entry.type());
        }
        return new Followed(entry, catalogue.read(entry, type));
    }

    private void move(long from, long to) {
        if (!tables.cursors().move(name(), from, to)) {
            throw new LostTurn();
        }
    }

    private void apply(Follower.Changes changes) {
        var consequences = new ArrayList<InboxTable.Recorded>();
        changes.apply((cause, fact) -> consequences.add(new InboxTable.Recorded(fact, cause.position())));
        tables.inbox().insert(actor, name(), consequences);
    }

    private void park(Entry entry, long from, Throwable failure) {
        LOG.error("{} parks fact {} ({}): {}", name(), entry.position(), entry.type(), Traces.of(failure));
        transactions.run(() -> {
            move(from, entry.position());
            tables.parked().park(name(), List.of(new ParkedTable.Waiting(entry, Failure.where(failure))));
        });
    }

    /// Tries the parked facts of a subject again, each in a transaction of its own, until one fails. None is taken up
    /// into tables that are half built.
    synchronized int retry(RecordRef subject) {
        if (!tables.cursors().stand(name()).isWhole()) {
            return 0;
        }
        List<Long> positions = tables.parked().of(name(), subject);
        int done = 0;
        for (Entry entry : tables.entries().at(positions)) {
            try {
                Follower.Changes changes = prepare(List.of(entry));
                transactions.run(() -> {
                    if (!tables.cursors().isWhole(name()) || !tables.parked().remove(name(), entry.position())) {
                        throw new LostTurn();
                    }
                    apply(changes);
                });
                tables.ring();
                done++;
            } catch (RuntimeException failure) {
                if (Outage.isOne(failure)) {
                    throw failure;
                }
                transactions.run(() ->
                        tables.parked().park(name(), List.of(new ParkedTable.Waiting(entry, Failure.where(failure)))));
                return done;
            }
        }
        return done;
    }

    /// Somebody else moved the cursor or took the parked fact; whatever this turn wrote is rolled back.
    static final class LostTurn extends RuntimeException {}
}
