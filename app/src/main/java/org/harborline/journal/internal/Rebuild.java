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
/// 1. The tables are emptied and the cursor is set back, if it stops here, the next run or the running follower fills
/// them again.
/// 2. Batch by batch the facts are taken up as ever, but consequences are compared with the journal instead of
/// recorded, and nothing is
///    started. The cursor moves with each batch.
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
        tables.cursors().create(follower.name());
        derived.empty(follower.derivedTables());
        transactions.run(() -> {
            tables.cursors().reset(follower.name());
            tables.parked().clear(follower.name());
        });
        long taken = 0;
        var differences = new ArrayList<String>();
        while (true) {
            long from = tables.cursors().position(follower.name());
            long last = tables.entries().lastPosition();
            List<Entry> batch = tables.entries().after(from, facts.keySet(), BATCH);
            long to = batch.size() == BATCH ? batch.getLast().position() : last;
            if (to <= from) {
                return new Result(taken, differences);
            }
            take(follower, facts, batch, from, to, differences);
            taken += batch.size();
        }
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
            if (!tables.cursors().move(follower.name(), from, to)) {
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
