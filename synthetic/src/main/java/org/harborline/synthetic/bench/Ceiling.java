// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.wire.Latencies;

/// How many reports a second the database itself can take: the checked-in script on plain connections.
final class Ceiling {

    private static final long FIRST = 5_000_000_000L;

    private final Installation installation;
    private final Script script;
    private final List<Sample> samples;
    private final int factsATime;
    private final Way way;
    private final AtomicLong number = new AtomicLong(FIRST);

    private Ceiling(Installation installation, Script script, List<Sample> samples, int factsATime, Way way) {
        this.installation = installation;
        this.script = script;
        this.samples = samples;
        this.factsATime = factsATime;
        this.way = way;
    }

    /// Makes the tables and reads what the server has stored as samples.
    ///
    /// @param factsATime how many facts the server ordered in one transaction, on the average
    static Ceiling prepare(Installation installation, int factsATime, Way way) throws IOException, SQLException {
        var script = Script.named("intake-ceiling.sql");
        try (var connection = installation.administer();
                var statement = connection.createStatement()) {
            for (String sql : script.statements("prepare")) {
                statement.execute(sql);
            }
            return new Ceiling(
                    installation, script, Sample.read(connection, script.statement("sample")), factsATime, way);
        }
    }

    /// Writes on so many connections for that time.
    Load.Measured run(int connections, Duration time) throws SQLException, InterruptedException {
        var durations = new ConcurrentLinkedQueue<Duration>();
        var failures = new ConcurrentLinkedQueue<SQLException>();
        try (var sequencer = new CeilingSequencer(
                installation.administer(), script, samples.getFirst().fact(), factsATime)) {
            var ordering = Thread.ofPlatform().name("ceiling-order").start(() -> {
                try {
                    sequencer.work();
                } catch (SQLException failure) {
                    failures.add(failure);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            long start = System.nanoTime();
            var workers = new ArrayList<Thread>();
            for (int i = 0; i < connections; i++) {
                workers.add(Thread.ofPlatform().name("ceiling-" + i).start(() -> {
                    try (var writer = new CeilingWriter(installation.administer(), script, way)) {
                        write(writer, sequencer, start + time.toNanos(), durations);
                    } catch (SQLException failure) {
                        failures.add(failure);
                    }
                }));
            }
            for (Thread worker : workers) {
                worker.join();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            sequencer.end();
            ordering.join();
            if (!failures.isEmpty()) {
                throw failures.peek();
            }
            return new Load.Measured(connections, durations.size(), seconds, new Latencies(durations));
        }
    }

    private void write(
            CeilingWriter writer, CeilingSequencer sequencer, long end, ConcurrentLinkedQueue<Duration> durations)
            throws SQLException {
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            long next = number.getAndIncrement();
            writer.write(next, samples.get((int) (next % samples.size())));
            sequencer.committed();
            durations.add(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
