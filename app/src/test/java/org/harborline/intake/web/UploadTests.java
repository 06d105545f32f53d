// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/// The refusal of every upload: from its headers, received whole by every kind of client, with an end to what follows.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "harborline.intake.discard-for=13s")
class UploadTests {

    private static final Actor SYSTEM = Actor.system("upload-tests");
    private static final int MEGABYTE = 1 << 20;
    private static final String ANSWER = "<responseCode>4200</responseCode>";
    private static final String SENTENCE = "the material stays with the provider";

    @LocalServerPort
    private int port;

    @Autowired
    private Organisations organisations;

    @TempDir
    private Path directory;

    private String pair = "";

    @BeforeEach
    void register() {
        String code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        var provider = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        var issued = organisations.issueCredential(SYSTEM, new IssueCredential(provider, false, null));
        pair = issued.userName() + ":" + issued.secret();
    }

    private String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void curlReceivesTheAnswerToFiftyMegabytes() throws IOException, InterruptedException {
        Path item = Files.write(directory.resolve("item.txt"), new byte[50 * MEGABYTE]);
        Path answer = directory.resolve("answer.txt");
        int exit = new ProcessBuilder(
                        "curl",
                        "--silent",
                        "--show-error",
                        // sends without waiting to be asked to
                        "--header",
                        "Expect:",
                        "--user",
                        pair,
                        "--form",
                        "id=1",
                        "--form",
                        "file=@" + item,
                        "http://127.0.0.1:" + port + "/ispws/upload")
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(answer)).contains(ANSWER, SENTENCE);
        assertThat(exit).isZero();
    }

    @Test
    void aLibraryReceivesTheAnswerToFiftyMegabytes() throws IOException, InterruptedException {
        var body = BodyPublishers.ofByteArrays(Collections.nCopies(50, new byte[MEGABYTE]));
        try (var client = HttpClient.newHttpClient()) {
            for (var publisher : List.of(body, BodyPublishers.fromPublisher(body, 50L * MEGABYTE))) {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/upload"))
                                .header("Authorization", authorization())
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(publisher)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).contains(ANSWER, SENTENCE);
                assertThat(answer.statusCode()).isEqualTo(400);
            }
        }
    }

    private Socket announced() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(("POST /ispws/upload HTTP/1.1\r\nHost: x\r\nAuthorization: " + authorization()
                                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                                + 50 * MEGABYTE + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("</reportResponse>") < 0) {
            int read = in.read();
            assertThat(read).as("answered so far: " + text).isNotNegative();
            text.append((char) read);
        }
        return text.toString();
    }

    @Test
    void aBareConnectionIsAnsweredBeforeTheBodyMaySendItAllAndIsThenClosed() throws IOException {
        try (Socket socket = announced()) {
            socket.setSoTimeout(10_000);
            assertThat(answer(socket.getInputStream())).contains(ANSWER, SENTENCE);
            OutputStream out = socket.getOutputStream();
            byte[] piece = new byte[MEGABYTE];
            for (int sent = 0; sent < 50; sent++) {
                out.write(piece);
            }
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoeverIsSilentAndWhoeverSendsALittleAreEndedAtTheSameTime() throws IOException {
        try (Socket silent = announced();
                Socket dripping = announced()) {
            long began = System.nanoTime();
            assertThat(answer(silent.getInputStream())).contains(ANSWER);
            assertThat(answer(dripping.getInputStream())).contains(ANSWER);
            silent.setSoTimeout(10);
            dripping.setSoTimeout(250);
            // longer than the connector waits for anything else
            while (since(began).toSeconds() < 11) {
                assertThat(isOpen(dripping)).isTrue();
                assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(silent.getInputStream()::read);
            }
            while (isOpen(dripping)) {
                assertThat(since(began)).isLessThan(Duration.ofSeconds(20));
            }
            silent.setSoTimeout(20_000);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(since(began)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(18));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Sends a byte and listens for a moment.
    private static boolean isOpen(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(0);
            return socket.getInputStream().read() != -1;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (SocketException _) {
            return false;
        }
    }

    @Test
    void anOperatorWhoSetsNothingGetsSixtySeconds() throws IOException {
        assertThat(new YamlPropertySourceLoader()
                        .load("defaults", new ClassPathResource("application.yaml"))
                        .getFirst()
                        .getProperty("harborline.intake.discard-for"))
                .hasToString("60s");
    }
}
