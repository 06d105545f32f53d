// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Keyset;
import org.harborline.platform.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gives committed facts their order. One node at a time: the session that holds the advisory lock is the session that
/// writes, so a holder
/// that lost its connection cannot write.
///
/// 1. One transaction takes committed rows from the inbox in their order, writes them as entries with the next dense
/// positions and their
///    hashes, signs the head and stores it. If it stops here, nothing happened and the rows are still in the inbox.
/// 2. The head is appended to the heads file. If it stops before, the next start appends what the file lacks.
@Component
@DependsOnDatabaseInitialization
class Sequencer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration GATHERING = Duration.ofMillis(8);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource source;
    private final Signals signals;
    private final Clock clock;
    private final Keyset keyset;
    private final Chain chain;
    private final HeadsFile file;
    private volatile boolean running;
    private Thread thread = new Thread();

    Sequencer(DataSource source, Signals signals, Clock clock, Keyset keyset, DataDirectory data, JsonMapper json) {
        this.source = source;
        this.signals = signals;
        this.clock = clock;
        this.keyset = keyset;
        this.chain = new Chain(json, keyset.journalMac());
        this.file = new HeadsFile(data.heads());
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("journal-sequencer").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                try (var session = SequencerSession.open(source, clock, keyset, chain, file)) {
                    if (session.isHolder()) {
                        sequence(session);
                    } else {
                        pause();
                    }
                } catch (RuntimeException outage) {
                    // whatever it was: without a sequencer nothing goes on, and a new session begins from what is
                    // stored
                    if (running) {
                        LOG.warn("the sequencer waits for the database: {}", Failure.where(outage));
                        pause();
                    }
                } catch (Error fault) {
                    LOG.error("the sequencer goes on after a fault: {}", Traces.of(fault));
                    pause();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sequence(SequencerSession session) throws InterruptedException {
        session.completeHeadsFile();
        var bell = signals.recorded();
        while (running) {
            long seen = bell.rings();
            int ordered = session.sequence();
            if (ordered > 0) {
                signals.sequenced().ring();
            }
            if (ordered < SequencerSession.MOST) {
                bell.await(seen, POLL);
                gather();
            }
        }
    }

    /// A head is signed for each batch and every follower wakes for it: under load, a moment's patience makes one batch
    /// of what would have been several.
    private void gather() throws InterruptedException {
        new Signals.Bell().await(0, GATHERING);
    }

    private void pause() throws InterruptedException {
        new Signals.Bell().await(0, PAUSE);
    }

    @Override
    public void stop() {
        running = false;
        signals.recorded().ring();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Stops after the followers, so that their last consequences are ordered.
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
