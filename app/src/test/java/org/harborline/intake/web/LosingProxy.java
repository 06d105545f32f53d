// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Stands before a sandbox and lets it lose the answer to each call once: the server has done its work,
/// and whoever called hears nothing. The same call a second time passes.
final class LosingProxy implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final int target;
    private final ServerSocket socket;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    LosingProxy(int target) {
        this.target = target;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// How many answers were lost.
    int lost() {
        return lost.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> pass(caller));
            } catch (IOException _) {
                // closed: the test is over
                return;
            }
        }
    }

    private void pass(Socket caller) {
        try (caller;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            String head = head(caller.getInputStream());
            var length = LENGTH.matcher(head);
            byte[] body = caller.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            boolean first = lost.add(head + new String(body, StandardCharsets.UTF_8));
            String more = "\r\nConnection: close" + (first ? "\r\n" + SandboxFailures.FAIL + ": drop-answer" : "");
            int end = head.indexOf("\r\n");
            server.getOutputStream()
                    .write((head.substring(0, end) + more + head.substring(end)).getBytes(StandardCharsets.US_ASCII));
            server.getOutputStream().write(body);
            server.getOutputStream().flush();
            server.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException _) {
            // the caller sees its connection end
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                break;
            }
            next = in.read();
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
