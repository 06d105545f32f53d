// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /// Heads in file order. A last line cut short by a crash is left out; any other unreadable line is an error.
    Stream<Head> read() throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        int whole = lines.size();
        if (whole > 0 && !endsWithNewLine()) {
            whole--;
        }
        return lines.subList(0, whole).stream().map(Head::parse);
    }

    private boolean endsWithNewLine() throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                return true;
            }
            channel.position(channel.size() - 1);
            var last = java.nio.ByteBuffer.allocate(1);
            return channel.read(last) == 1 && last.get(0) == '\n';
        }
    }
}
