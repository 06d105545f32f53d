// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.harborline.platform.Ids;
import org.harborline.platform.StartRefused;
import org.harborline.platform.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Loads the key file again when it changes and tells the database which state this server has loaded, so that a
/// rotation can wait for it.
@Component
@ConditionalOnProperty(name = "harborline.command", havingValue = "false", matchIfMissing = true)
class KeyWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final UUID node = Ids.next();
    private final KeyFile file;
    private final LiveKeyset keyset;
    private final NodeTable nodes;
    private volatile CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean running;
    private byte[] loaded = {};
    private long told;
    private Thread thread = new Thread();

    KeyWatch(KeyFile file, LiveKeyset keyset, NodeTable nodes) {
        this.file = file;
        this.keyset = keyset;
        this.nodes = nodes;
    }

    /// Registers before it reads the file: whoever writes the file afterwards finds this server, and what was written
    /// before is read now.
    @Override
    public void start() {
        closing = new CountDownLatch(1);
        tell();
        look();
        running = true;
        thread = Thread.ofPlatform().daemon().name("key-watch").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                    if (System.nanoTime() - told > SIGN_OF_LIFE.toNanos()) {
                        tell();
                    }
                } catch (RuntimeException outage) {
                    LOG.warn("the keys in use could not be told to the database: {}", Traces.of(outage));
                }
            }
            nodes.remove(node);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException outage) {
            LOG.warn("this server could not be taken off the list: {}", Traces.of(outage));
        }
    }

    private void look() {
        byte[] found = file.bytes();
        if (Arrays.equals(found, loaded)) {
            return;
        }
        loaded = found;
        try {
            KeyFile.Content content = file.read();
            if (!content.id().equals(keyset.id())) {
                LOG.error("the key file now belongs to another database; this server goes on with the keys it has");
            } else if (!KeyRing.fingerprint(content).equals(keyset.fingerprint())) {
                keyset.use(content);
                LOG.info("other keys came into use");
            }
        } catch (StartRefused unreadable) {
            LOG.error("the key file changed and cannot be read; this server goes on with the keys it has");
        }
        tell();
    }

    private void tell() {
        nodes.put(node, keyset.fingerprint());
        told = System.nanoTime();
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

    /// Before anything is served or followed, and gone after everything.
    @Override
    public int getPhase() {
        return 0;
    }
}
