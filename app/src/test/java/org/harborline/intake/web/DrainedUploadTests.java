// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.intake.SampleDocuments;
import org.harborline.platform.Actor;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/// A sandbox that lets uploads pass by, as a client meets it that always uploads.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"harborline.mode=sandbox", "harborline.intake.upload-policy=drain"})
class DrainedUploadTests {

    private static final Actor SYSTEM = Actor.system("drained-upload-tests");
    private static final String BOUNDARY = "boundary-17";
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");
    private static final Pattern REFERENCE = Pattern.compile("<fileId>(f[0-9a-f]{31})</fileId>");
    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    private int port;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Clock clock;

    private final HttpClient client = HttpClient.newHttpClient();
    private String authorization = "";

    @BeforeEach
    void register() {
        authorization = credential(provider());
    }

    private ProviderId provider() {
        String code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        return organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
    }

    private String credential(ProviderId provider) {
        var issued = organisations.issueCredential(SYSTEM, new IssueCredential(provider, false, null));
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((issued.userName() + ":" + issued.secret()).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/" + path))
                        .header("Authorization", authorization)
                        .header("Content-Type", type)
                        .timeout(Duration.ofSeconds(60))
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private long opened() throws IOException, InterruptedException {
        return opened("minimal");
    }

    private long opened(String sample) throws IOException, InterruptedException {
        String time = clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String report = SampleDocuments.text(sample).replaceAll("(?<=<incidentDateTime>)[^<]+", time);
        return Long.parseLong(found(NUMBER, post("submit", "text/xml", BodyPublishers.ofString(report))));
    }

    private static String found(Pattern pattern, HttpResponse<String> response) {
        var match = pattern.matcher(response.body());
        assertThat(match.find()).as(response.body()).isTrue();
        return match.group(1);
    }

    private static String field(long number) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n" + number + "\r\n";
    }

    private static BodyPublisher item(int megabytes, String before, String after) {
        return BodyPublishers.concat(
                BodyPublishers.ofString(before + "--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"item.bin\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"),
                BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, new byte[MEGABYTE])),
                BodyPublishers.ofString("\r\n" + after + "--" + BOUNDARY + "--\r\n"));
    }

    private HttpResponse<String> upload(BodyPublisher form) throws IOException, InterruptedException {
        return post("upload", "multipart/form-data; boundary=" + BOUNDARY, form);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsAClientThatUploadsGoItsWholeWay(boolean numberFirst) throws IOException, InterruptedException {
        long number = opened();
        String field = field(number);

        var uploaded = upload(numberFirst ? item(50, field, "") : item(50, "", field));

        assertThat(uploaded.statusCode()).isEqualTo(200);
        assertThat(uploaded.body())
                .contains("<responseCode>0</responseCode>", "52428800 bytes", "dropped unread")
                .doesNotContain("<hash>");
        assertThat(found(NUMBER, uploaded)).isEqualTo(Long.toString(number));
        String reference = found(REFERENCE, uploaded);
        String details = "<fileDetails><reportId>" + number + "</reportId><fileId>" + reference
                + "</fileId><fileViewedByEsp>true</fileViewedByEsp></fileDetails>";
        assertThat(post("fileinfo", "text/xml", BodyPublishers.ofString(details))
                        .body())
                .contains("<responseCode>0</responseCode>");
        assertThat(post("finish", "application/x-www-form-urlencoded", BodyPublishers.ofString("id=" + number))
                        .body())
                .contains("<files><fileId>" + reference + "</fileId></files>");
        assertThat(upload(item(1, field, "")).body()).contains("<responseCode>5102</responseCode>");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheItemOfABatchWhoseMarkIsSaidAfterItOrNever(boolean described) throws IOException, InterruptedException {
        long number = opened("batched");

        String reference = found(REFERENCE, upload(item(1, field(number), "")));

        String details =
                "<fileDetails><reportId>" + number + "</reportId><fileId>" + reference + "</fileId>%s</fileDetails>";
        if (described) {
            assertThat(post("fileinfo", "text/xml", BodyPublishers.ofString(details.formatted("")))
                            .body())
                    .as("who describes it says the mark")
                    .contains("<responseCode>4100</responseCode>", "viral or potentialMeme");
            assertThat(post(
                                    "fileinfo",
                                    "text/xml",
                                    BodyPublishers.ofString(
                                            details.formatted("<fileAnnotations><viral/></fileAnnotations>")))
                            .body())
                    .contains("<responseCode>0</responseCode>");
        }
        assertThat(finish(number)).contains("<responseCode>0</responseCode>", "<fileId>" + reference + "</fileId>");
    }

    @Test
    void refusesToFinishABatchOfTwoItems() throws IOException, InterruptedException {
        long number = opened("batched");
        upload(item(1, field(number), ""));
        upload(item(1, field(number), ""));

        assertThat(finish(number)).contains("<responseCode>4100</responseCode>", "may have one item");
    }

    private String finish(long number) throws IOException, InterruptedException {
        return post("finish", "application/x-www-form-urlencoded", BodyPublishers.ofString("id=" + number))
                .body();
    }

    @Test
    void namesWhatWasUploadedAndNeverDescribed() throws IOException, InterruptedException {
        long number = opened();
        String first = found(REFERENCE, upload(item(1, field(number), "")));
        String second = found(REFERENCE, upload(item(1, field(number), "")));

        assertThat(post("finish", "application/x-www-form-urlencoded", BodyPublishers.ofString("id=" + number))
                        .body())
                .contains("<fileId>" + first + "</fileId><fileId>" + second + "</fileId>");
    }

    @Test
    void takesNothingForTheReportOfAnotherSender() throws IOException, InterruptedException {
        long number = opened();
        authorization = credential(provider());

        var answer = upload(item(1, field(number), ""));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<responseCode>5001</responseCode>");
    }

    @Test
    void saysWhatIsMissing() throws IOException, InterruptedException {
        long number = opened();
        String form = "--" + BOUNDARY + "--\r\n";

        assertThat(upload(BodyPublishers.ofString(field(number) + form)).body()).contains("the part file");
        assertThat(upload(item(1, "", "")).body()).contains("the field id");
        assertThat(post("upload", "text/plain", BodyPublishers.ofString("x")).body())
                .contains("a multipart form");
    }

    @Test
    void refusesAFormWithTwoNumbersOrTwoItems() throws IOException, InterruptedException {
        long number = opened();
        String field = field(number);

        for (String before : List.of(field + field, field + part("x"))) {
            var answer = upload(item(1, before, ""));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("<responseCode>4000</responseCode>", "each once");
        }
        assertThat(post("finish", "application/x-www-form-urlencoded", BodyPublishers.ofString("id=" + number))
                        .body())
                .doesNotContain("<fileId>");
    }

    private static String part(String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                + content + "\r\n";
    }

    @Test
    void endsAnUploadThatTakesTooLong() {
        var request = new MockHttpServletRequest("POST", "/ispws/upload");
        request.setContentType("multipart/form-data; boundary=" + BOUNDARY);
        request.setContent((field(17) + part("x") + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(BoundedBody.Refused.class)
                .isThrownBy(() -> DrainedUpload.read(request, Duration.ZERO))
                .satisfies(refused -> assertThat(refused.answer().description()).contains("within 0 seconds"));
        assertThatCode(() -> DrainedUpload.read(request, Duration.ofMinutes(1))).doesNotThrowAnyException();
    }

    @Test
    void writesNothingAnywhere() throws IOException, InterruptedException {
        long number = opened();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = large(temporary);

        upload(item(20, field(number), ""));

        assertThat(large(temporary)).isEqualTo(before);
    }

    private static long large(Path directory) throws IOException {
        try (var files = Files.walk(directory, 1)) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload_"))
                    .count();
        }
    }
}
