// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\ncontent-length: 5\r\nDate: x\r\n\r\nhello",
                "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"
            })
    void readsABodyHoweverItIsSent(String answer) throws IOException, InterruptedException {
        assertThat(answered(answer)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 \r\nContent-Length: 4\r\n\r\noops",
                "HTTP/1.1 200 \r\nContent-Length: 9\r\n\r\nshort",
                ""
            })
    void failsWhenThereIsNoGoodAnswer(String answer) {
        assertThatIOException().isThrownBy(() -> answered(answer));
    }

    @Test
    void keepsTheConnection() throws IOException, InterruptedException {
        String one = "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\n";
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = answering(socket, one + "a" + one + "b");
            try (var wire = new Wire(URI.create("http://127.0.0.1:" + socket.getLocalPort()))) {
                assertThat(wire.call(new byte[] {'x'})).isEqualTo("a");
                assertThat(wire.call(new byte[] {'x'})).isEqualTo("b");
            }
            server.join();
        }
    }

    private static String answered(String answer) throws IOException, InterruptedException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = answering(socket, answer);
            try (var wire = new Wire(URI.create("http://127.0.0.1:" + socket.getLocalPort()))) {
                return wire.call(new byte[] {'x'});
            } finally {
                server.join();
            }
        }
    }

    /// Says its piece when it has heard something, then closes.
    private static Thread answering(ServerSocket socket, String answer) {
        return Thread.ofVirtual().start(() -> {
            try (var peer = socket.accept()) {
                var _ = peer.getInputStream().read();
                peer.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                peer.getOutputStream().flush();
                // until the other side has gone: an early close could take unread bytes with it
                peer.shutdownOutput();
                peer.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException _) {
                // the test has what it wanted
            }
        });
    }
}
