// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.intake.web.ProviderClient.assertAnswer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.harborline.registry.Organisations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Senders who send a byte a second take nothing from others.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SlowSendersTests {

    private static final int SLOW = 1_000;

    /// The quickest counts: a build machine may be busy with other tests.
    private static final int TRIES = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Autowired
    private Organisations organisations;

    private Socket slow(String authorization, boolean inHeaders) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head = "POST /ispws/submit HTTP/1.1\r\nHost: x\r\nAuthorization: " + authorization
                + "\r\nContent-Type: text/xml\r\n";
        String sent = inHeaders ? head + "X-Slow: " : head + "Content-Length: 1000\r\n\r\n<report>";
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() != -1;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }

    @Test
    void doNotKeepANormalReportFromBeingFiled() throws IOException {
        var client = new ProviderClient(port, clock, organisations);
        assertAnswer(client.finish(client.opened(client.recent("minimal"))), 200, 0);
        List<Socket> sockets = new CopyOnWriteArrayList<>();
        try (var dripping = Executors.newSingleThreadScheduledExecutor()) {
            var drips =
                    dripping.scheduleAtFixedRate(() -> sockets.forEach(SlowSendersTests::drip), 0, 1, TimeUnit.SECONDS);
            for (int i = 0; i < SLOW; i++) {
                sockets.add(slow(client.authorization(), i % 4 == 0));
            }
            // stands behind all of them until they were let in
            assertAnswer(client.finish(client.opened(client.recent("minimal"))), 200, 0);

            long millis = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long began = System.nanoTime();
                assertAnswer(client.finish(client.opened(client.recent("minimal"))), 200, 0);
                millis = Math.min(millis, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            }
            int open = 0;
            for (Socket socket : sockets) {
                open += isOpen(socket) ? 1 : 0;
            }
            drips.cancel(false);
            assertThat(open).as("slow connections that are still waited for").isEqualTo(SLOW);
            assertThat(millis).as("milliseconds of the quickest").isLessThan(1_000);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException _) {
            // was ended; the count tells
        }
    }
}
