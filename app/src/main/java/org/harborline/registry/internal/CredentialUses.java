// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.harborline.platform.Traces;
import org.harborline.registry.CredentialId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Remembers when credentials were last used, and writes it once a minute for all of them with one statement: a
/// request costs a look into a map. What a crash loses is at most that minute.
@Component
class CredentialUses {

    private final Map<CredentialId, Instant> seen = new ConcurrentHashMap<>();
    private final CredentialTable table;

    CredentialUses(CredentialTable table) {
        this.table = table;
    }

    void saw(CredentialId credential, Instant now) {
        seen.put(credential, now);
    }

    /// Writes what was seen since the last time. What could not be written is kept.
    void write() {
        var due = Map.copyOf(seen);
        if (!due.isEmpty()) {
            table.used(due);
            due.forEach(seen::remove);
        }
    }

    /// Calls the writing while the server runs, and once more when it stops.
    @Component
    @ConditionalOnProperty(name = "harborline.command", havingValue = "false", matchIfMissing = true)
    static class Minute implements SmartLifecycle {

        private static final Logger LOG = LoggerFactory.getLogger(CredentialUses.class);
        private static final Duration EVERY = Duration.ofMinutes(1);

        private final CredentialUses uses;
        private volatile CountDownLatch closing = new CountDownLatch(1);
        private volatile boolean running;
        private Thread thread = new Thread();

        Minute(CredentialUses uses) {
            this.uses = uses;
        }

        @Override
        public void start() {
            closing = new CountDownLatch(1);
            running = true;
            thread = Thread.ofVirtual().name("credential-uses").start(this::run);
        }

        private void run() {
            try {
                boolean closed;
                do {
                    closed = closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                    write();
                } while (!closed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void write() {
            try {
                uses.write();
            } catch (RuntimeException outage) {
                LOG.warn("when credentials were used could not be written: {}", Traces.of(outage));
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

        /// Stops after the web server, which is in one of the last phases.
        @Override
        public int getPhase() {
            return 2;
        }
    }
}
