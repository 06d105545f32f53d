// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Wakes this node's followers when another node sequenced a batch. Losing it costs a poll, nothing else.
@Component
@DependsOnDatabaseInitialization
class SequencedListener implements SmartLifecycle {

    private static final int WAIT_MILLIS = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource source;
    private final Signals signals;
    private volatile boolean running;
    private Thread thread = new Thread();

    SequencedListener(DataSource source, Signals signals) {
        this.source = source;
        this.signals = signals;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("journal-listener").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                try (var connection = source.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("LISTEN journal_sequenced");
                    var session = connection.unwrap(PGConnection.class);
                    while (running) {
                        if (session.getNotifications(WAIT_MILLIS).length > 0) {
                            signals.sequenced().ring();
                        }
                    }
                    statement.execute("UNLISTEN *");
                } catch (SQLException lost) {
                    new Signals.Bell().await(0, PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
