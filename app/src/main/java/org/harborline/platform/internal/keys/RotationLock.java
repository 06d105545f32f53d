// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.harborline.platform.StartRefused;

/// Keeps a second rotation away from the key file: each reads it, adds keys and writes it, and the keys that the other
/// added would be lost. The lock dies with the process, however it dies.
final class RotationLock implements AutoCloseable {

    private final FileChannel channel;

    private RotationLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, unless somebody has it.
    ///
    /// @param keys directory of the key file
    static Optional<RotationLock> tryTake(Path keys) {
        Path file = keys.resolve("rotation.lock");
        try {
            var lock = new RotationLock(FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
            if (lock.isTaken()) {
                return Optional.of(lock);
            }
            lock.close();
            return Optional.empty();
        } catch (IOException cannot) {
            throw new StartRefused("The keys in " + keys + " cannot be locked: " + cannot.getMessage(), cannot);
        }
    }

    private boolean isTaken() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
