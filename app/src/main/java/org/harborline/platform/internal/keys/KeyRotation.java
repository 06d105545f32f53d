// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Settings;
import org.harborline.platform.StartRefused;
import org.harborline.platform.internal.database.RunningServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Replaces keys without losing sight of anything that is sealed with the old ones.
///
/// 1. New keys are added to the file, behind the ones in use. If it stops here, the next run finds them and goes on.
/// 2. It waits until every running server has loaded them: from then on each can open what another seals with them.
/// 3. They are promoted. If it stops here, nothing is lost: old and new keys open, and the next run goes on with step
/// 4.
/// 4. It waits until every running server has loaded that, so nobody seals with the old ones any more.
/// 5. What is stored is renewed batch by batch. If it stops here, the rest opens with the old keys and the next run
/// goes
///    on with it.
///
/// Old keys stay in the file until they are retired, which is a step of its own: nothing can be in use then that is not
/// seen in the database, so no server may run.
@Component
class KeyRotation {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KeyFile file;
    private final LiveKeyset keyset;
    private final NodeTable nodes;
    private final KeyVersionTable versions;
    private final ObjectProvider<KeyUse> uses;
    private final RunningServer server;
    private final KeySettings settings;

    KeyRotation(
            KeyFile file,
            LiveKeyset keyset,
            NodeTable nodes,
            KeyVersionTable versions,
            ObjectProvider<KeyUse> uses,
            RunningServer server,
            KeySettings settings) {
        this.file = file;
        this.keyset = keyset;
        this.nodes = nodes;
        this.versions = versions;
        this.uses = uses;
        this.server = server;
        this.settings = settings;
    }

    /// Where new keys and exported copies lie, and how long to wait.
    @Component
    record KeySettings(DataDirectory data, Settings settings) {}

    /// Keeps other rotations away until it is closed; empty when one runs. What this process loaded before may be of
    /// before another rotation, so the keys are loaded anew.
    Optional<RotationLock> lock() {
        Optional<RotationLock> lock = RotationLock.tryTake(settings.data().keys());
        if (lock.isPresent()) {
            keyset.use(file.read());
        }
        return lock;
    }

    /// A server runs on this database.
    boolean isServed() {
        return server.isThere() || !running().isEmpty();
    }

    /// An embedded database has one server at most, and while this command has its directory it has none, whatever a
    /// crash left in the table.
    private List<NodeTable.Node> running() {
        boolean embedded = settings.settings().database().url() == null;
        return embedded && !server.isThere() ? List.of() : nodes.running();
    }

    /// An earlier run was interrupted.
    boolean isUnfinished(KeyUse.Kind kind) {
        return KeyRing.isPending(file.read(), KeyRing.names(kind))
                || uses(kind).stream().anyMatch(use -> use.remaining() > 0);
    }

    /// Step 1.
    void add(KeyUse.Kind kind) {
        write(KeyRing.add(file.read(), KeyRing.names(kind)));
    }

    /// Step 3.
    void promote(KeyUse.Kind kind) {
        write(KeyRing.promote(file.read(), KeyRing.names(kind)));
    }

    /// The file first: a database that needs a key which no file has could not be opened again.
    private void write(KeyFile.Content content) {
        try {
            Files.deleteIfExists(settings.data().keys().resolve(ExportKeysCommand.MARK));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        file.write(content);
        versions.record(KeyRing.versions(content));
        keyset.use(content);
    }

    /// Steps 2 and 4.
    ///
    /// @throws StartRefused when a server does not load the keys in time
    void awaitNodes() {
        long end = System.nanoTime() + settings.settings().keys().patience().toNanos();
        while (true) {
            List<UUID> behind = running().stream()
                    .filter(node -> !node.fingerprint().equals(keyset.fingerprint()))
                    .map(NodeTable.Node::id)
                    .toList();
            if (behind.isEmpty()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new StartRefused("The running server " + behind.getFirst() + " has not loaded the new keys; copy "
                        + file.path() + " to its keys directory if it has one of its own, then run rotate-keys again.");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /// Step 5.
    void renew(KeyUse.Kind kind, Progress progress) {
        for (KeyUse use : uses(kind)) {
            while (use.remaining() > 0) {
                use.renew(count -> progress.renewed(use, count));
            }
        }
    }

    /// Whether everything stored is under the newest keys.
    boolean isRenewed() {
        return uses.stream().allMatch(use -> use.remaining() == 0);
    }

    /// Takes the old keys out of file and database, in the other order: a database that does not need a key which the
    /// file has is harmless.
    void retire() {
        KeyFile.Content content = KeyRing.retire(file.read());
        versions.keepOnly(KeyRing.versions(content));
        file.write(content);
        keyset.use(content);
    }

    private List<KeyUse> uses(KeyUse.Kind kind) {
        return uses.orderedStream().filter(use -> use.kind() == kind).toList();
    }

    /// Hears of each batch.
    interface Progress {
        void renewed(KeyUse use, long count);
    }
}
