// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.StartRefused;

/// Keeps a second server away from a data directory. The lock dies with the process, however it dies.
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;
    private final boolean held;

    private DirectoryLock(FileChannel channel, boolean held) {
        this.channel = channel;
        this.held = held;
    }

    /// Takes the lock for a server.
    ///
    /// @throws StartRefused when another process has it
    static DirectoryLock take(DataDirectory data) {
        DirectoryLock lock = tryTake(data);
        if (!lock.isHeld()) {
            lock.close();
            throw new StartRefused("Another Harborline already runs on " + data.path()
                    + "; stop it, or give --data another directory.");
        }
        return lock;
    }

    /// Takes the lock if it is free; a command that finds it taken works on the running server's database.
    static DirectoryLock tryTake(DataDirectory data) {
        try {
            Files.createDirectories(data.path());
            var channel = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DirectoryLock(channel, isFree(channel));
        } catch (IOException cannot) {
            throw new StartRefused(
                    "The data directory " + data.path() + " cannot be used: " + cannot.getMessage(), cannot);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    boolean isHeld() {
        return held;
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
