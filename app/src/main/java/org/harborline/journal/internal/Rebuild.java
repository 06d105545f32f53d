// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.journal.Follower.Followed;
import org.harborline.platform.DerivedTables;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Builds a follower's derived tables again from the journal and reports where the outcome differs from what was
/// recorded at the time.
///
/// 1. How far the tables were built is noted beside the cursor. If it stops here or later, the follower takes up
/// nothing, because it would record again what it recorded at the time, until another rebuild came to its end.
/// 2. The tables are emptied and the cursor is set back.
/// 3. Batch by batch the facts are taken up as ever, but consequences are compared with the journal instead of
/// recorded, and nothing is started. The cursor moves with each batch, up to the noted position and no further: what
/// was never taken up, parked facts among it, is left to the follower, who records and starts what follows from it.
/// 4. The note is removed.
@Component
class Rebuild {

    private static final int BATCH = 500;

    private final FollowerTables tables;
    private final DerivedTables derived;
    private final Transactions transactions;
    private final FactCatalogue catalogue;

    Rebuild(FollowerTables tables, DerivedTables derived, Transactions transactions, FactCatalogue catalogue) {
        this.tables = tables;
        this.derived = derived;
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    /// Rebuilds; the follower itself must not run meanwhile.
    ///
    /// @return how many facts were taken up, and which consequences are recorded or made but not both
    Result run(Follower follower) {
        var facts = FactCatalogue.byName(follower.follows());
        long end = begin(follower);
        Set<Long> parked = tables.parked().positions(follower.name());
        long taken = 0;
        var differences = new ArrayList<String>();
        long from = 0;
        while (from < end) {
            List<Entry> read = tables.entries().after(from, facts.keySet(), BATCH).stream()
                    .filter(entry -> entry.position() <= end)
                    .toList();
            long to = read.size() == BATCH ? read.getLast().position() : end;
            List<Entry> batch = read.stream()
                    .filter(entry -> !parked.contains(entry.position()))
                    .toList();
            take(follower, facts, batch, from, to, differences);
            taken += batch.size();
            from = to;
        }
        transactions.run(() -> tables.cursors().endRebuilding(follower.name()));
        return new Result(taken, differences);
    }

    /// @return how far the tables were built
    private long begin(Follower follower) {
        tables.cursors().create(follower.name());
        // a transaction of its own, before anything is emptied
        transactions.run(() -> tables.cursors().beginRebuilding(follower.name()));
        derived.empty(follower.derivedTables());
        transactions.run(() -> tables.cursors().reset(follower.name()));
        return Objects.requireNonNull(tables.cursors().stand(follower.name()).rebuildingTo());
    }

    private void take(
            Follower follower,
            Map<String, Class<? extends Fact>> facts,
            List<Entry> batch,
            long from,
            long to,
            List<String> differences) {
        List<Entry> then = tables.entries()
                .consequences(
                        follower.name(), batch.stream().map(Entry::position).toList());
        Follower.Changes changes =
                batch.isEmpty() ? _ -> {} : follower.replay(followed(batch, facts), new Then(then, catalogue));
        var made = new Made();
        transactions.run(() -> {
            if (!tables.cursors().moveRebuilding(follower.name(), from, to)) {
                throw new FollowerRunner.LostTurn();
            }
            changes.apply(made);
        });
        compare(made.lines, then.stream().map(Rebuild::line).collect(Collectors.toSet()), differences);
    }

    private List<Followed> followed(List<Entry> batch, Map<String, Class<? extends Fact>> facts) {
        return batch.stream()
                .map(entry ->
                        new Followed(entry, catalogue.read(entry, Objects.requireNonNull(facts.get(entry.type())))))
                .toList();
    }

    private static void compare(Set<String> made, Set<String> recorded, List<String> differences) {
        made.stream()
                .filter(line -> !recorded.contains(line))
                .sorted()
                .map(line -> "made now, not then: " + line)
                .forEach(differences::add);
        recorded.stream()
                .filter(line -> !made.contains(line))
                .sorted()
                .map(line -> "made then, not now: " + line)
                .forEach(differences::add);
    }

    private static String line(Entry entry) {
        return entry.cause() + " " + entry.type() + " " + entry.subject();
    }

    /// What a rebuild did.
    record Result(long facts, List<String> differences) {}

    /// What was recorded with the causes of one batch.
    private record Then(List<Entry> entries, FactCatalogue catalogue) implements Follower.Recorded {

        @Override
        public <F extends Fact> List<F> of(Entry cause, Class<F> type) {
            String name = FactCatalogue.name(type).value();
            return entries.stream()
                    .filter(entry -> Objects.equals(entry.cause(), cause.position()))
                    .filter(entry -> entry.type().equals(name))
                    .map(entry -> catalogue.read(entry, type))
                    .toList();
        }
    }

    private static final class Made implements Follower.Consequences {

        private final Set<String> lines = new HashSet<>();

        @Override
        public void record(Entry cause, Fact fact) {
            lines.add(
                    cause.position() + " " + FactCatalogue.name(fact.getClass()).value() + " " + fact.subject());
        }

        @Override
        public boolean replaying() {
            return true;
        }
    }
}
