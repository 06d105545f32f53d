// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.harborline.client.HarborlineClient;

/// A provider with its credential, calling the reporting interface of one server. No call is ever repeated here: who
/// wants another try must first know what the lost one may have done, see [Filing].
///
/// Every call throws [IOException] when no answer came, and [java.net.ConnectException] when the server was never
/// reached, so that nothing can have happened there. Safe for many threads.
public final class Provider implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    // The server gives a request 30 s in all.
    private static final Duration ANSWERING = Duration.ofSeconds(35);

    private final HttpClient client;
    private final String server;
    private final String user;
    private final String password;

    private Provider(HttpClient client, String server, String user, String password) {
        this.client = client;
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /// A provider that calls the server at that address, with or without the closing `/ispws`.
    ///
    /// @throws IllegalArgumentException when the address is not one of HTTP
    public static Provider at(URI server, String user, String password) {
        String scheme = server.getScheme();
        if (server.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("a server's address begins with http:// or https://");
        }
        String trimmed = server.toString().replaceAll("/+$", "").replaceAll("/ispws$", "");
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build();
        return new Provider(client, trimmed, user, password);
    }

    /// Another provider that calls the same server over the same connections; closing either closes both.
    public Provider as(String otherUser, String otherPassword) {
        return new Provider(client, server, otherUser, otherPassword);
    }

    /// The published client with this credential, over the same connections.
    ///
    /// @param deadline for one report with all its tries
    public HarborlineClient oneCall(Duration deadline) {
        return HarborlineClient.at(URI.create(server))
                .credential(user, password)
                .deadline(deadline)
                .through(client)
                .allowPlainHttp()
                .build();
    }

    /// Asks whether the server is there and knows the credential.
    public Answer status() throws IOException, InterruptedException {
        return call(request("/status").GET());
    }

    /// Opens a report.
    public Answer submit(String xml) throws IOException, InterruptedException {
        return call(request("/submit")
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(xml, StandardCharsets.UTF_8)));
    }

    /// Files an open report, for ever.
    public Answer finish(long reportId) throws IOException, InterruptedException {
        return call(form("/finish", reportId));
    }

    /// Takes an open report back.
    public Answer retract(long reportId) throws IOException, InterruptedException {
        return call(form("/retract", reportId));
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder form(String path, long reportId) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id=" + reportId, StandardCharsets.US_ASCII));
    }

    private HttpRequest.Builder request(String path) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(server + "/ispws" + path))
                .timeout(ANSWERING)
                .header("Authorization", "Basic " + pair);
    }

    private Answer call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return AnswerReader.read(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }
}
