// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the server has acknowledged, on the disk before the next step is taken. When either side dies, the last line
/// about a report tells what may be asked of the server: `finished N` must be there, `finishing N` is settled by a
/// second finish, `opened N` may expire.
public final class Ledger implements Steps, AutoCloseable {

    private final FileChannel file;

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /// Goes on at the end of that file, made when it is not there.
    public static Ledger appendingTo(Path path) throws IOException {
        return new Ledger(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    @Override
    public void opened(long reportId) throws IOException {
        write("opened " + reportId);
    }

    @Override
    public void finishing(long reportId) throws IOException {
        write("finishing " + reportId);
    }

    @Override
    public void finished(long reportId) throws IOException {
        write("finished " + reportId);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private synchronized void write(String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            var _ = file.write(bytes);
        }
        file.force(false);
    }
}
