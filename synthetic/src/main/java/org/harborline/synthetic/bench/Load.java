// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.harborline.synthetic.wire.Latencies;

/// Files reports on many connections at once.
final class Load {

    private static final long AS_FAST_AS_ANSWERED = 0;

    private final URI server;
    private final Requests requests;
    private final AtomicLong next = new AtomicLong();

    Load(URI server, Requests requests) {
        this.server = server;
        this.requests = requests;
    }

    /// Every connection files the next report when the one before is done.
    Measured closed(int connections, Duration time) throws IOException, InterruptedException {
        return run(connections, time, AS_FAST_AS_ANSWERED);
    }

    /// Reports are due on a fixed schedule, whatever became of those before, and a latency counts from when it was due.
    ///
    /// @param connections enough that the schedule and not their number sets the pace
    Measured open(int connections, Duration time, int perSecond) throws IOException, InterruptedException {
        return run(connections, time, 1_000_000_000L / perSecond);
    }

    private Measured run(int connections, Duration time, long gap) throws IOException, InterruptedException {
        var durations = new ConcurrentLinkedQueue<Duration>();
        var failures = new ConcurrentLinkedQueue<IOException>();
        var turn = new AtomicLong();
        long start = System.nanoTime();
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            workers.add(Thread.ofPlatform().name("load-" + i).start(() -> {
                try (var wire = new Wire(server)) {
                    work(wire, start, time.toNanos(), gap, turn, durations);
                } catch (IOException failure) {
                    failures.add(failure);
                }
            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
        return new Measured(connections, durations.size(), (System.nanoTime() - start) / 1e9, new Latencies(durations));
    }

    private void work(
            Wire wire, long start, long time, long gap, AtomicLong turn, ConcurrentLinkedQueue<Duration> durations)
            throws IOException {
        while (true) {
            long due = gap == AS_FAST_AS_ANSWERED ? System.nanoTime() : start + turn.getAndIncrement() * gap;
            if (due - start >= time) {
                return;
            }
            for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
                LockSupport.parkNanos(ahead);
            }
            requests.file(wire, next.getAndIncrement());
            durations.add(Duration.ofNanos(System.nanoTime() - due));
        }
    }

    /// One run.
    ///
    /// @param reports filed
    /// @param seconds from the first to the last
    record Measured(int connections, int reports, double seconds, Latencies latencies) {

        double perSecond() {
            return reports / seconds;
        }

        static Measured best(List<Measured> runs) {
            return runs.stream()
                    .max(java.util.Comparator.comparingDouble(Measured::perSecond))
                    .orElseThrow();
        }
    }
}
