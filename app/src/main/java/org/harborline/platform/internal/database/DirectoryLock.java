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
import org.jspecify.annotations.Nullable;

/// Keeps a second server away from a data directory. The lock dies with the process, however it dies.
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    DirectoryLock(DataDirectory data) {
        try {
            Files.createDirectories(data.path());
            channel = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock() == null) {
                channel.close();
                throw new StartRefused("Another Harborline already runs on " + data.path()
                        + "; stop it, or give --data another directory.");
            }
        } catch (IOException cannot) {
            throw new StartRefused(
                    "The data directory " + data.path() + " cannot be used: " + cannot.getMessage(), cannot);
        }
    }

    private @Nullable Object tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            return null;
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
