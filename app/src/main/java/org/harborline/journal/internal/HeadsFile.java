// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Signed heads outside the database. Copy it off the machine and nobody who owns the database can cut or rewrite the
/// journal unseen.
final class HeadsFile {

    private final Path file;

    HeadsFile(Path directory) {
        this.file = directory.resolve("journal-heads");
    }

    static HeadsFile at(Path file) {
        return new HeadsFile(file, true);
    }

    private HeadsFile(Path file, boolean itself) {
        this.file = itself ? file : file.resolve("journal-heads");
    }

    Path path() {
        return file;
    }

    void append(List<Head> heads) {
        if (heads.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        heads.forEach(head -> lines.append(head.line()).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, lines, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// Heads in file order. A last line that is not whole, because it is being written or a crash cut it short, is left
    /// out; any other unreadable line is an error.
    Stream<Head> read() throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Head::parse);
    }

    /// Removes a last line that a crash cut short, so that the next one does not go on in it.
    void cutTornLine() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long whole = channel.size();
            var last = ByteBuffer.allocate(1);
            while (whole > 0 && channel.read(last.clear(), whole - 1) == 1 && last.get(0) != '\n') {
                whole--;
            }
            channel.truncate(whole);
        } catch (NoSuchFileException none) {
            // nothing was written yet
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
