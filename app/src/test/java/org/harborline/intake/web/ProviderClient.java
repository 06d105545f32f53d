// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.intake.SampleDocuments;
import org.harborline.platform.Actor;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;

/// One provider at a running server, for tests.
final class ProviderClient {

    private static final Actor SYSTEM = Actor.system("provider-client");
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Clock clock;
    private final ProviderId provider;
    private final String authorization;

    ProviderClient(int port, Clock clock, Organisations organisations) {
        this.port = port;
        this.clock = clock;
        String code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        this.provider = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        var issued = organisations.issueCredential(SYSTEM, new IssueCredential(provider, false, null));
        String pair = issued.userName() + ":" + issued.secret();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    ProviderId provider() {
        return provider;
    }

    String authorization() {
        return authorization;
    }

    /// A golden document with a time of the last days: the server's clock is real.
    String recent(String sample) {
        return at(sample, clock.instant().minus(2, ChronoUnit.DAYS));
    }

    String at(String sample, Instant incident) {
        String time = incident.truncatedTo(ChronoUnit.SECONDS).toString();
        return SampleDocuments.text(sample).replaceAll("(?<=<incidentDateTime>)[^<]+", time);
    }

    HttpResponse<String> post(String path, String type, BodyPublisher body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/" + path))
                            .header("Authorization", authorization)
                            .header("Content-Type", type)
                            .timeout(Duration.ofSeconds(60))
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> submit(String document) {
        return post("submit", "text/xml", BodyPublishers.ofString(document));
    }

    HttpResponse<String> describe(long number, String said) {
        return post(
                "fileinfo",
                "text/xml",
                BodyPublishers.ofString("<fileDetails><reportId>" + number + "</reportId>" + said + "</fileDetails>"));
    }

    HttpResponse<String> finish(long number) {
        return post("finish", "application/x-www-form-urlencoded", BodyPublishers.ofString("id=" + number));
    }

    long opened(String document) {
        var answer = submit(document);
        assertAnswer(answer, 200, 0);
        var number = NUMBER.matcher(answer.body());
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group(1));
    }

    static void assertAnswer(HttpResponse<String> response, int status, int code) {
        assertThat(response.body()).contains("<responseCode>" + code + "</responseCode>");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Request-ID")).isPresent();
        if (code != 0) {
            assertThat(response.body()).contains("<reportResponse>").containsPattern("<responseDescription>[^<]+<");
        }
    }
}
