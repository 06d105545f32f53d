// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.harborline.journal.Backlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Raises the alarm when committed facts wait for their order: nothing is followed then, no report gets a priority. It
/// looks from a thread of its own on every node, because what it watches is a thread that may hang on another.
///
/// The alarm is a line in the log when it begins and when it ends, a number for whoever collects numbers, and a notice
/// on the operator's pages. With the same look it sees to the alarms of what comes after the order.
@Component
@DependsOnDatabaseInitialization
@ConditionalOnProperty(name = "harborline.command", havingValue = "false", matchIfMissing = true)
class OrderAlarm implements SmartLifecycle {

    static final String METRIC = "harborline.journal.oldest.unordered";

    private static final Logger LOG = LoggerFactory.getLogger(OrderAlarm.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final InboxTable inbox;
    private final AlarmLog others;
    private volatile CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Duration oldest = Duration.ZERO;
    private volatile boolean raised;
    private Thread thread = new Thread();

    OrderAlarm(InboxTable inbox, AlarmLog others, MeterRegistry metrics) {
        this.inbox = inbox;
        this.others = others;
        Gauge.builder(METRIC, this, alarm -> alarm.oldest.toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest committed fact that has no position yet")
                .register(metrics);
    }

    /// Looks once.
    synchronized void look() {
        oldest = inbox.oldestAge();
        boolean late = Backlog.isLate(oldest);
        if (late && !raised) {
            LOG.error(
                    "alarm: the oldest fact without a position waits since {} s; no sequencer orders facts, and no report"
                            + " goes on. See docs/operations/incident.md",
                    oldest.toSeconds());
        } else if (raised && !late) {
            LOG.info("end of alarm: facts are ordered again");
        }
        raised = late;
        others.look();
    }

    boolean isRaised() {
        return raised;
    }

    @Override
    public void start() {
        closing = new CountDownLatch(1);
        running = true;
        thread = Thread.ofPlatform().daemon().name("journal-alarm").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException outage) {
                    LOG.warn("whether facts are ordered and taken up cannot be seen: {}", Failure.where(outage));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
