// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.harborline.synthetic.wire.Outcome;
import org.harborline.synthetic.world.SyntheticReport;
import org.jspecify.annotations.Nullable;

/// Files many reports at once. With a rate, each report has a moment at which it is due, whatever became of those
/// before it, and its latency counts from that moment: a slow server cannot make the measurement wait for it.
final class Campaign {

    /// References reach back less than this many reports.
    private static final int REMEMBERED = 1_000;

    private final Ways ways;
    private final Senders senders;
    private final int concurrency;
    private final OptionalDouble rate;
    private final Runnable progress;
    private final Tally tally = new Tally();
    private final Map<Long, Long> given = new ConcurrentHashMap<>();
    private final CountDownLatch broken = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /// @param rate reports a second, or empty for as many as the concurrency lets through
    /// @param progress is run once for each report that has ended
    Campaign(Ways ways, Senders senders, int concurrency, OptionalDouble rate, Runnable progress) {
        this.ways = ways;
        this.senders = senders;
        this.concurrency = concurrency;
        this.rate = rate;
        this.progress = progress;
    }

    /// Files these reports and waits for the last.
    ///
    /// @throws RuntimeException what broke a filing, such as a ledger that cannot be written
    Tally file(Iterator<SyntheticReport> reports) throws InterruptedException {
        var slots = new Semaphore(concurrency);
        long start = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long sent = 0; reports.hasNext() && broken.getCount() > 0; sent++) {
                var report = reports.next();
                long due = due(start, sent);
                slots.acquire();
                workers.execute(() -> {
                    try {
                        file(report, due);
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        var broke = failure.get();
        if (broke != null) {
            throw broke;
        }
        return tally;
    }

    private long due(long start, long sent) throws InterruptedException {
        if (rate.isEmpty()) {
            return System.nanoTime();
        }
        long due = start + (long) (sent * (1e9 / rate.getAsDouble()));
        var _ = broken.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        return due;
    }

    private void file(SyntheticReport report, long due) {
        try {
            var outcome = ways.file(senders.of(report), report, this::numberOf);
            tally.count(outcome, Duration.ofNanos(System.nanoTime() - due));
            if (outcome instanceof Outcome.Filed(long reportId)) {
                given.put(report.number(), reportId);
                given.remove(report.number() - REMEMBERED);
            }
            progress.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            broken.countDown();
            ways.stop();
        }
    }

    private OptionalLong numberOf(long written) {
        Long number = given.get(written);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
