// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.common.io.ByteStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

    private static final int LONGEST_LINE = 1_024;

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

    /// How much of the file is whole lines now; what is appended later lies beyond.
    long whole() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return whole(channel);
        }
    }

    /// Heads in file order, one at a time: the file holds one for each batch since the first start. A last
    /// line that is not whole, because it is being written or a crash cut it short, is left out; any other
    /// unreadable line is an error.
    ///
    /// @param whole how much of the file is read
    Stream<Head> read(long whole) throws IOException {
        var lines = new BufferedReader(
                new InputStreamReader(ByteStreams.limit(Files.newInputStream(file), whole), StandardCharsets.US_ASCII));
        return lines.lines().map(Head::parse).onClose(() -> close(lines));
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// The position that the last whole line names; 0 when there is none. Heads are appended in their order.
    long lastPosition() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long whole = whole(channel);
            var tail = ByteBuffer.allocate((int) Math.min(whole, LONGEST_LINE));
            while (tail.hasRemaining() && channel.read(tail, whole - tail.remaining()) > 0) {
                // reads on
            }
            String text = new String(tail.array(), StandardCharsets.US_ASCII);
            return text.isEmpty()
                    ? 0
                    : Head.parse(text.substring(text.lastIndexOf('\n', text.length() - 2) + 1)
                                    .strip())
                            .position();
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// Removes a last line that a crash cut short, so that the next one does not go on in it.
    void cutTornLine() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(whole(channel));
        } catch (NoSuchFileException none) {
            // nothing was written yet
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static long whole(FileChannel channel) throws IOException {
        long whole = channel.size();
        var last = ByteBuffer.allocate(1);
        while (whole > 0 && channel.read(last.clear(), whole - 1) == 1 && last.get(0) != '\n') {
            whole--;
        }
        return whole;
    }
}
