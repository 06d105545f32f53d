// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.harborline.journal.Follower;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Traces;
import org.harborline.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs every follower on a thread of its own while this node holds its lock.
@Component
@DependsOnDatabaseInitialization
class Followers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_OUTAGE = Duration.ofMillis(500);

    private final ObjectProvider<Follower> found;
    private final FollowerTables tables;
    private final Transactions transactions;
    private final FactCatalogue catalogue;
    private final DataSource source;
    private final boolean paused;
    private Map<String, FollowerRunner> runners = Map.of();
    private List<Thread> threads = List.of();
    private volatile boolean running;

    Followers(
            ObjectProvider<Follower> found,
            FollowerTables tables,
            Transactions transactions,
            FactCatalogue catalogue,
            DataSource source,
            @Value("${harborline.journal.followers-paused:false}") boolean paused) {
        this.found = found;
        this.tables = tables;
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.source = source;
        this.paused = paused;
    }

    @Override
    public synchronized void start() {
        runners = runners();
        runners.values().forEach(FollowerRunner::create);
        running = true;
        if (paused) {
            LOG.warn("followers are paused by harborline.journal.followers-paused");
            return;
        }
        var holder = new Holder(source);
        threads = runners.values().stream()
                .map(runner -> Thread.ofPlatform()
                        .daemon()
                        .name("follower-" + runner.name())
                        .start(() -> follow(runner, holder)))
                .toList();
    }

    private Map<String, FollowerRunner> runners() {
        var byName = new TreeMap<String, FollowerRunner>();
        found.orderedStream().forEach(follower -> {
            var runner = new FollowerRunner(follower, tables, transactions, catalogue);
            if (byName.put(runner.name(), runner) != null) {
                throw new IllegalStateException("two followers are named " + runner.name() + "; a module has one");
            }
        });
        return byName;
    }

    FollowerRunner runner(String name) {
        FollowerRunner runner = runners.get(name);
        if (runner == null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return runner;
    }

    int retry(String name, RecordRef subject) {
        return runner(name).retry(subject);
    }

    private void follow(FollowerRunner runner, Holder holder) {
        var bell = tables.signals().sequenced();
        try {
            while (running) {
                long seen = bell.rings();
                if (!holder.holds("journal.follower." + runner.name()) || !stepped(runner)) {
                    bell.await(seen, POLL);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            holder.close();
        }
    }

    private static boolean stepped(FollowerRunner runner) throws InterruptedException {
        try {
            return runner.step();
        } catch (FollowerRunner.LostTurn elsewhere) {
            return false;
        } catch (RuntimeException outage) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("{} waits: {}", runner.name(), Failure.where(outage));
            new Signals.Bell().await(0, PAUSE_AFTER_OUTAGE);
            return false;
        } catch (Error fault) {
            // without its thread a follower stands still until the next start, and nobody is told
            LOG.error("{} goes on after a fault: {}", runner.name(), Traces.of(fault));
            new Signals.Bell().await(0, PAUSE_AFTER_OUTAGE);
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        tables.signals().sequenced().ring();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
