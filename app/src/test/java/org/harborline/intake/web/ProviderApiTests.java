// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.SampleDocuments;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.registry.CredentialId;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The provider interface over a real connection, as its clients use it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProviderApiTests {

    private static final Actor SYSTEM = Actor.system("provider-api-tests");
    private static final Pattern CODE = Pattern.compile("<responseCode>(\\d+)</responseCode>");
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Autowired
    private Organisations organisations;

    @Autowired
    private RefusedEscalations refused;

    @Autowired
    private ApiProblems problems;

    private final HttpClient client = HttpClient.newHttpClient();
    private String authorization = "";
    private String readOnly = "";
    private UUID provider = new UUID(0, 0);

    @BeforeEach
    void register() {
        String code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        var registered = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        authorization = basic(organisations.issueCredential(SYSTEM, new IssueCredential(registered, false, null)));
        readOnly = basic(organisations.issueCredential(SYSTEM, new IssueCredential(registered, true, null)));
        provider = registered.value();
    }

    private static String basic(IssuedCredential credential) {
        String pair = credential.userName() + ":" + credential.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/" + path))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    private HttpResponse<String> submit(String document) {
        return post("submit", "text/xml; charset=utf-8", BodyPublishers.ofString(document));
    }

    private HttpResponse<String> form(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    private static void assertAnswer(HttpResponse<String> response, int status, int code) {
        assertThat(response.body()).contains("<responseCode>" + code + "</responseCode>");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Request-ID")).isPresent();
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(response.body()).doesNotContain("xmlns");
        if (!response.body().contains("<reportDoneResponse>")) {
            assertThat(response.body()).contains("<reportResponse>", "<responseDescription>");
        }
    }

    /// The golden documents have fixed times; the server's clock is real.
    private String recent(String sample) {
        String time = clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return SampleDocuments.text(sample).replaceAll("(?<=<incidentDateTime>)[^<]+", time);
    }

    private long opened(HttpResponse<String> response) {
        assertAnswer(response, 200, 0);
        Matcher number = NUMBER.matcher(response.body());
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group(1));
    }

    @Test
    void goesThroughTheMinimalSequence() {
        assertAnswer(send(request("status").GET()), 200, 0);
        long number = opened(submit(recent("minimal")));
        var finished = form("finish", "id=" + number);
        assertAnswer(finished, 200, 0);
        assertThat(finished.body())
                .contains("<reportDoneResponse>", "<reportId>" + number + "</reportId>", "<files")
                .doesNotContain("responseDescription");
        assertAnswer(form("finish", "id=" + number), 409, 5102);
        assertAnswer(form("retract", "id=" + number), 409, 5102);

        long second = opened(submit(recent("enticement")));
        assertAnswer(form("retract", "id=" + second), 200, 0);
        assertAnswer(form("retract", "id=" + second), 409, 5101);
        assertAnswer(form("finish", "id=" + second), 409, 5101);
        assertAnswer(form("finish", "id=4711"), 404, 5001);
    }

    @Test
    void saysHowCompleteAReportIsWhenItIsOpenedAndWhenItIsFiled() {
        String expected = "0; rubric=\"2026-11\"; missing=\"network account child\"";
        var answer = submit(recent("minimal"));
        assertThat(answer.headers().firstValue("Harborline-Completeness")).contains(expected);
        var finished = form("finish", "id=" + opened(answer));
        assertThat(finished.headers().firstValue("Harborline-Completeness")).contains(expected);
        assertThat(submit("<report/>").headers().firstValue("Harborline-Completeness"))
                .isEmpty();
    }

    @Test
    void saysWhatAReceiptMeansInLaw() {
        assertThat(submit(recent("minimal")).body())
                .contains("This receipt has no statutory effect; US providers must also report to NCMEC.");
    }

    @Test
    void refusesWhoeverIsNotKnownBeforeReadingAnything() {
        for (String wrong : new String[] {"Basic eDp5", "Basic !!!", "Bearer x", "Basic " + "A".repeat(4000)}) {
            authorization = wrong;
            var response = send(request("status").GET());
            assertAnswer(response, 401, 2000);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic realm=");
        }
    }

    @Test
    void keepsAReadOnlyCredentialFromWriting() {
        authorization = readOnly;
        assertAnswer(send(request("status").GET()), 200, 0);
        assertAnswer(submit(recent("minimal")), 403, 3100);
        assertAnswer(form("finish", "id=1"), 403, 3300);
        assertAnswer(form("retract", "id=1"), 403, 3300);
        assertAnswer(post("fileinfo", "text/xml", BodyPublishers.ofString("<fileDetails/>")), 403, 3100);
        assertAnswer(post("upload", "multipart/form-data; boundary=b", BodyPublishers.ofString("")), 403, 3100);
        assertThat(send(request("xsd").GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAReadOnlyCredentialFromWritingHoweverTheAddressIsWritten() {
        long number = opened(submit(recent("minimal")));
        authorization = readOnly;
        assertAnswer(post("%73ubmit", "text/xml", BodyPublishers.ofString(recent("minimal"))), 403, 3100);
        assertAnswer(post("fileinf%6F", "text/xml", BodyPublishers.ofString("<fileDetails/>")), 403, 3100);
        assertAnswer(form("%66inish", "id=" + number), 403, 3300);
        assertAnswer(form("r%65tract", "id=" + number), 403, 3300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml", "text/plain;charset=UTF-8", "text/xml; charset=utf-8"})
    void takesEveryTypeOfBody(String type) {
        var document = BodyPublishers.ofString(recent("minimal"));
        assertAnswer(post("submit", type, document), 200, 0);
        byte[] bytes = recent("minimal").getBytes(StandardCharsets.UTF_8);
        var chunked = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes));
        assertAnswer(post("submit", type, chunked), 200, 0);
    }

    private List<RefusedEscalation.Reason> refusals() {
        return refused.list(SYSTEM, null, 200).stream()
                .filter(one -> one.provider().equals(provider))
                .map(RefusedEscalation::reason)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/octet-stream", "nonsense"})
    void tellsTheDutyOfficerOfAnEscalationUnderAnotherType(String type) {
        assertAnswer(post("submit", type, BodyPublishers.ofString(recent("minimal"))), 400, 4000);
        assertThat(refusals()).isEmpty();
        assertAnswer(post("submit", type, BodyPublishers.ofString(recent("enticement"))), 400, 4000);
        assertThat(refusals()).containsExactly(RefusedEscalation.Reason.NOT_TAKEN);
    }

    @Test
    void tellsTheDutyOfficerOfAnEscalationThatIsTooLarge() {
        byte[] large = recent("enticement")
                .replace("</report>", "<!--" + " ".repeat(6 << 20) + "--></report>")
                .getBytes(StandardCharsets.UTF_8);
        assertAnswer(post("submit", "text/xml", BodyPublishers.ofByteArray(large)), 400, 4000);
        var chunked = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        assertAnswer(post("submit", "text/xml", chunked), 400, 4000);
        assertThat(refusals()).as("both tries in one row").containsExactly(RefusedEscalation.Reason.NOT_TAKEN);
    }

    @Test
    void tellsTheDutyOfficerOfAnEscalationSentWithAReadOnlyCredential() {
        authorization = readOnly;
        assertAnswer(submit(recent("minimal")), 403, 3100);
        assertAnswer(post("submit", "image/png", BodyPublishers.ofString(recent("enticement"))), 403, 3100);
        assertAnswer(post("fileinfo", "text/xml", BodyPublishers.ofString(recent("enticement"))), 403, 3100);
        assertThat(refusals()).isEmpty();
        assertAnswer(submit(recent("enticement")), 403, 3100);
        assertThat(refusals()).containsExactly(RefusedEscalation.Reason.NOT_TAKEN);
    }

    @Test
    void everyAnswerOfASandboxSaysThatItIsOneAndItFailsOnRequest() {
        assertThat(submit(recent("minimal")).headers().firstValue("Harborline-Mode"))
                .contains("sandbox");
        assertAnswer(send(failing("status", "1000").GET()), 500, 1000);
        var slowed = send(failing("status", "429").GET());
        assertAnswer(slowed, 429, 1000);
        assertThat(slowed.headers().firstValue("Retry-After")).contains("1");
    }

    private HttpRequest.Builder failing(String path, String how) {
        return request(path).header("Harborline-Sandbox-Fail", how);
    }

    @Test
    void aServerForRealReportsNeverFailsOnRequest() {
        assertThat(new IntakeWeb().sandboxFailures(Mode.PRODUCTION, problems).isEnabled())
                .isFalse();
        assertThat(new IntakeWeb().sandboxFailures(Mode.SANDBOX, problems).isEnabled())
                .isTrue();
    }

    @Test
    void saysSoWhenACredentialWasMadeForRealReports() {
        authorization = basic(new IssuedCredential(new CredentialId(new UUID(0, 1)), "live-0123456789", "live-secret"));
        var refused = submit(recent("minimal"));
        assertAnswer(refused, 401, 2000);
        assertThat(refused.body()).contains("a credential for real reports, and this server is a sandbox");
    }

    @Test
    void doesNotReadWhatSaysThatItIsMaterial() {
        assertAnswer(post("submit", "image/png", BodyPublishers.ofString(recent("enticement"))), 400, 4000);
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "nonsense"})
    void refusesOtherTypesOfBody(String type) {
        assertAnswer(post("submit", type, BodyPublishers.ofString(recent("minimal"))), 400, 4000);
    }

    private HttpResponse<String> multipart(String path, String partHeaders, String value) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"id\"" + partHeaders + "\r\n\r\n" + value
                + "\r\n--b--\r\n";
        return post(path, "multipart/form-data; boundary=b", BodyPublishers.ofString(body));
    }

    @Test
    void takesBothEncodingsOfAFormAndNothingAttached() {
        long number = opened(submit(recent("minimal")));
        assertAnswer(multipart("retract", "; filename=\"id.txt\"", number + ""), 400, 4000);
        assertAnswer(multipart("retract", "\r\nContent-Type: image/png", number + ""), 400, 4000);
        assertAnswer(multipart("retract", "", "x".repeat(5000)), 400, 4000);
        assertAnswer(multipart("retract", "", "-1"), 400, 4000);
        assertAnswer(form("retract", "number=" + number), 400, 4000);
        assertAnswer(form("retract", "id=1&id=2"), 400, 4000);
        assertAnswer(multipart("retract", "\r\nContent-Type: text/plain; charset=UTF-8", number + ""), 200, 0);
        long other = opened(submit(recent("minimal")));
        assertAnswer(multipart("finish", "", number + ""), 409, 5101);
        assertAnswer(multipart("finish", "", other + ""), 200, 0);
    }

    @Test
    void servesTheSchema() {
        var response = send(request("xsd").GET());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<xs:schema").contains("2026-11-23");
        assertThat(response.headers().firstValue("Request-ID")).isPresent();
    }

    @Test
    void answersUnknownAddressesAndMethodsInItsOwnFormat() {
        assertAnswer(send(request("nothing").GET()), 404, 1210);
        assertAnswer(send(request("submit").GET()), 400, 4000);
        assertAnswer(send(request("status").DELETE()), 400, 4000);
    }

    @Test
    void takesWhatASenderSaysAboutAnItemItKeeps() {
        long number = opened(submit(recent("minimal")));
        String item = SampleDocuments.text("item").replace("<reportId>1<", "<reportId>" + number + "<");
        var described = post("fileinfo", "text/xml", BodyPublishers.ofString(item));
        assertAnswer(described, 200, 0);
        assertThat(described.body()).contains("<fileId>item-88-A</fileId>");
        assertAnswer(post("fileinfo", "text/xml", BodyPublishers.ofString(item)), 200, 0);
        assertThat(form("finish", "id=" + number).body()).contains("<files><fileId>item-88-A</fileId></files>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE report><report/>",
                "<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><report>&x;</report>",
                "<!DOCTYPE report [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><report>&b;</report>",
                "<report>\u0000</report>",
                "not xml"
            })
    void answersHostileDocumentsAndGoesOn(String document) {
        assertAnswer(submit(document), 400, 4110);
        assertAnswer(send(request("status").GET()), 200, 0);
    }

    @Test
    void answersDeepNestingAndBodiesWithoutEnd() {
        assertAnswer(submit("<a>".repeat(10_000)), 400, 4110);
        byte[] piece = new byte[1 << 20];
        var gigabyte = BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(java.util.Collections.nCopies(1024, piece)), 1L << 30);
        assertAnswer(post("submit", "text/xml", gigabyte), 400, 4000);
        assertAnswer(send(request("status").GET()), 200, 0);
    }

    @Test
    void cutsOffABodyThatStalls() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /ispws/submit HTTP/1.1\r\nHost: x\r\nAuthorization: " + authorization
                            + "\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<report><incidentSummary>"
                            + "<escalateToHighPriority>")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.setSoTimeout(40_000);
            assertAnswer(send(request("status").GET()), 200, 0);
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(CODE.matcher(answer).find()).isTrue();
            assertThat(answer).contains("<responseCode>4000</responseCode>", "Request-ID");
            assertThat(refusals()).containsExactly(RefusedEscalation.Reason.NOT_TAKEN);
        }
    }
}
