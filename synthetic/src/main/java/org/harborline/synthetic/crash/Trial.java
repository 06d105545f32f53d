// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.server.ServerFile;
import org.harborline.synthetic.server.Waiting;

/// Blow after blow, with an examination after each.
final class Trial {

    private static final Duration EARLIEST = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofMillis(2_500);
    private static final Duration RETURNING = Duration.ofMinutes(3);

    private final RunningServer server;
    private final Filer filer;
    private final Settlement settlement;
    private final Judge judge;
    private final Copying copying;
    private final RandomGenerator random;
    private final Duration recovering;
    private final Tolls tolls = new Tolls();
    private final Strike strike;
    private int promisedBefore;

    /// @param file what the server runs
    /// @param recovering how long after ready everything must be in order
    Trial(
            RunningServer server,
            ServerFile file,
            Filer filer,
            Settlement settlement,
            RandomGenerator random,
            Duration recovering) {
        this.server = server;
        this.copying = new Copying(server, file);
        this.filer = filer;
        this.settlement = settlement;
        this.judge = new Judge(server.installation());
        this.random = random;
        this.strike = new Strike(new Running(server, filer), tolls, random, RETURNING);
        this.recovering = recovering;
    }

    /// Goes on until all blows have fallen or something is wrong, and ends with a copy that is restored elsewhere.
    ///
    /// @param told gets a line for each round
    CrashResult run(List<Blow> blows, Consumer<String> told) throws IOException, InterruptedException, SQLException {
        var found = new Findings(List.of());
        for (Blow blow : blows) {
            found = round(blow);
            told.accept("round " + tolls.rounds() + " of " + blows.size() + ": " + blow + ", "
                    + promised().size() + " reports acknowledged, " + (found.none() ? "all in order" : found));
            if (!found.none()) {
                return result(found);
            }
        }
        found = copy();
        told.accept("backup while reports arrive, restored elsewhere: " + (found.none() ? "all in order" : found));
        return result(found.none() ? end() : found);
    }

    private Findings round(Blow blow) throws IOException, InterruptedException, SQLException {
        if (!filesAgain()) {
            return new Findings(List.of("the filer does not file any more: " + filer.lastWords()));
        }
        Waiting.pause(Duration.ofMillis(random.nextLong(EARLIEST.toMillis(), LATEST.toMillis())));
        var found = strike.fall(blow);
        if (blow.hitsServer()) {
            server.restart();
        }
        if (!settlement.awaitAnswers(RETURNING)) {
            return new Findings(List.of("the server does not answer " + RETURNING.toSeconds() + " s after the blow"));
        }
        long ready = System.nanoTime();
        if (blow.hitsFiler()) {
            found = found.and(settlement.settle(Promises.in(filer.ledger()).unanswered()));
            filer.restart();
        }
        found = found.and(examine(ready)).and(prove());
        tolls.round();
        return found;
    }

    private Findings copy() throws IOException, InterruptedException, SQLException {
        if (!filesAgain()) {
            return new Findings(List.of("the filer does not file any more: " + filer.lastWords()));
        }
        var promised = promised();
        var found = copying.examine(promised);
        tolls.copied(promised.size());
        return found;
    }

    /// A blow, or a copy, counts only if reports were on their way.
    private boolean filesAgain() throws InterruptedException {
        int enough = promisedBefore + 10;
        return Waiting.until(
                        RETURNING, () -> Promises.in(filer.ledger()).finished().size() >= enough || !filer.isAlive())
                && filer.isAlive();
    }

    private Findings examine(long ready) throws IOException, InterruptedException, SQLException {
        Set<Long> promised = promised();
        promisedBefore = Promises.in(filer.ledger()).finished().size();
        boolean inOrder = Waiting.until(
                recovering.minusNanos(System.nanoTime() - ready),
                () -> judge.examine(promised).none() && judge.conservation().holds());
        tolls.recovered(System.nanoTime() - ready);
        return inOrder
                ? new Findings(List.of())
                : judge.examine(promised).and(judge.conservation().findings());
    }

    private Set<Long> promised() throws IOException {
        var promised = new TreeSet<>(Promises.in(filer.ledger()).finished());
        promised.addAll(settlement.settled());
        return Collections.unmodifiableSet(promised);
    }

    private Findings prove() throws IOException, InterruptedException {
        var answer = server.command("prove");
        if (answer.code() == 0) {
            tolls.proved();
            return new Findings(List.of());
        }
        return new Findings(List.of("prove ended with " + answer.code() + ": " + answer.printed()));
    }

    /// The last filer dies too, its open questions are settled, and the server stops as an operator stops it.
    private Findings end() throws IOException, InterruptedException, SQLException {
        filer.kill();
        var found = settlement.settle(Promises.in(filer.ledger()).unanswered()).and(examine(System.nanoTime()));
        tolls.links(judge.links());
        if (!server.stop()) {
            found = found.and(new Findings(List.of("the server did not stop when asked")));
        }
        return found.and(prove());
    }

    private CrashResult result(Findings found) throws IOException {
        return tolls.result(promised().size(), settlement, found);
    }

    private record Running(RunningServer server, Filer filer) implements Victims {

        @Override
        public boolean hasDatabase() {
            return server.installation().postmaster().isPresent();
        }

        @Override
        public boolean killDatabase() throws InterruptedException {
            return server.killDatabase();
        }

        @Override
        public void killServer() throws InterruptedException {
            server.kill();
        }

        @Override
        public void killFiler() throws InterruptedException {
            filer.kill();
        }
    }
}
