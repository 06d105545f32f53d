// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarborlineClientTests {

    private static final String BODY = "{\"report\": {\"incidentSummary\": {\"platform\": \"é\"}}}";
    private static final String URGENT =
            "{\"report\": {\"incidentSummary\": {\"escalateToHighPriority\": \"[synthetic reason 1]\"}}}";
    private static final String BUSY = "{\"status\": 500, \"code\": 1000, \"title\": \"The server failed\"}";

    private final FakePace pace = new FakePace();
    private FakeServer server;
    private HarborlineClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        client = HarborlineClient.at(server.address())
                .credential("sandbox-1", "sécret")
                .deadline(Duration.ofMinutes(1))
                .pace(pace)
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheReceiptAndKeepsWhatItDoesNotKnow() throws Exception {
        server.then(201, Map.of("Idempotent-Replayed", "true"), FakeServer.RECEIPT);

        Receipt receipt = client.file(Filing.of(BODY, "key-1"));

        assertThat(receipt)
                .isEqualTo(new Receipt(
                        17,
                        "received",
                        Instant.parse("2026-11-20T18:00:00Z"),
                        Instant.parse("2027-11-20T18:00:00Z"),
                        "none",
                        2,
                        1,
                        null,
                        true,
                        FakeServer.RECEIPT));
        assertThat(server.asked)
                .containsExactly(
                        new FakeServer.Asked("POST /api/v1/reports", "key-1", "Basic c2FuZGJveC0xOnPDqWNyZXQ=", BODY));
    }

    @Test
    void keepsOneKeyOverEveryTry() throws Exception {
        server.thenLoseTheAnswer()
                .then(502, "<html>")
                .then(503, "")
                .then(504, "")
                .then(429, BUSY)
                .then(500, BUSY)
                .thenLoseTheAnswer()
                .then(201, FakeServer.RECEIPT);

        assertThat(client.file(Filing.of(BODY)).number()).isEqualTo(17);

        assertThat(server.asked).hasSize(8).containsOnly(server.asked.get(0));
        assertThat(client.repetitions()).isEqualTo(7);
    }

    @Test
    void twoFilingsHaveTwoKeys() {
        assertThat(Filing.of(BODY).key()).isNotEqualTo(Filing.of(BODY).key());
    }

    @Test
    void pausesDoubleUpToHalfAMinute() {
        server.thenLoseTheAnswer();
        client = HarborlineClient.at(server.address())
                .credential("a", "b")
                .deadline(Duration.ofMinutes(3))
                .pace(pace)
                .build();

        var unanswered = catchThrowableOfType(UnansweredException.class, () -> client.file(Filing.of(BODY)));

        assertThat(pace.slept)
                .extracting(Duration::toMillis)
                .containsExactly(
                        250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L, 30_000L);
        assertThat(unanswered.tries()).isEqualTo(12).isEqualTo(server.asked.size());
        assertThat(unanswered.lastStatus()).isEmpty();
        assertThat(unanswered).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void chanceShortensAPauseToItsHalfAtMost() throws Exception {
        pace.chance = 0;
        server.thenLoseTheAnswer().thenLoseTheAnswer().then(201, FakeServer.RECEIPT);

        client.file(Filing.of(BODY));

        assertThat(pace.slept).extracting(Duration::toMillis).containsExactly(125L, 250L);
    }

    @ParameterizedTest
    @CsvSource({"7, 7125", "0, 250", "soon, 250"})
    void waitsAsLongAsItIsAsked(String asked, long millis) throws Exception {
        server.then(429, Map.of("Retry-After", asked), BUSY).then(201, FakeServer.RECEIPT);

        client.file(Filing.of(BODY));

        assertThat(pace.slept).extracting(Duration::toMillis).containsExactly(millis);
    }

    @Test
    void givesUpAtOnceWhenItIsAskedToWaitBeyondTheDeadline() {
        server.then(503, Map.of("Retry-After", "3600"), "");

        var unanswered = catchThrowableOfType(UnansweredException.class, () -> client.file(Filing.of(BODY)));

        assertThat(pace.slept).isEmpty();
        assertThat(unanswered.lastStatus()).hasValue(503);
        assertThat(unanswered).hasMessage("no settling answer in 1 try; the last was HTTP 503");
    }

    @Test
    void doesNotSendAgainWhatWasRefused() {
        server.then(400, """
                {"type": "https://x.example/api#code-4100", "title": "The report cannot be taken as it is", "status": 400,
                 "detail": "Nothing was filed.", "code": 4100, "requestId": "r-1", "fix": "Mend it.",
                 "errors": [{"pointer": "/report/x", "sentence": "x is not part of report", "fix": "leave it out"}]}""");

        var refused = catchThrowableOfType(RefusedException.class, () -> client.file(Filing.of(BODY)));

        assertThat(server.asked).hasSize(1);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(4100);
        assertThat(refused.type()).endsWith("#code-4100");
        assertThat(refused.detail()).isEqualTo("Nothing was filed.");
        assertThat(refused.fix()).isEqualTo("Mend it.");
        assertThat(refused.requestId()).isEqualTo("r-1");
        assertThat(refused.faults())
                .containsExactly(new ProblemException.Fault("/report/x", "x is not part of report", "leave it out"));
        assertThat(refused)
                .hasMessage(
                        "HTTP 400, code 4100: The report cannot be taken as it is; /report/x x is not part of report");
    }

    @Test
    void saysWhereAnotherReportUnderTheSameKeyDiffers() {
        server.then(409, "{\"code\": 5102, \"report\": 12, \"differences\": [\"/report/a\", \"/reference\"]}");

        var conflict = catchThrowableOfType(ConflictException.class, () -> client.file(Filing.of(BODY)));

        assertThat(server.asked).hasSize(1);
        assertThat(conflict.report()).isEqualTo(12);
        assertThat(conflict.differences()).containsExactly("/report/a", "/reference");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 401, 403, 404, 405, 408, 413, 500, 501})
    void takesNoOtherAnswerForAReceipt(int status) {
        server.then(status, "<html>a page of something on the way</html>");

        var problem = catchThrowableOfType(ProblemException.class, () -> client.file(Filing.of(BODY)));

        assertThat(server.asked).hasSize(1);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(ProblemException.NO_CODE);
        assertThat(problem instanceof CredentialException).isEqualTo(status == 401 || status == 403);
    }

    @Test
    void filesFirstWhatAsksForHighPriorityAndStopsForNothing() throws Exception {
        server.then(201, FakeServer.RECEIPT).then(400, "{\"code\": 4100}").then(201, FakeServer.RECEIPT);
        var filings = List.of(Filing.of(BODY, "a"), Filing.of(BODY, "b"), Filing.of(URGENT, "c"));

        List<Outcome> outcomes = client.fileAll(filings);

        assertThat(server.asked).extracting(FakeServer.Asked::key).containsExactly("c", "a", "b");
        assertThat(outcomes).extracting(Outcome::filing).containsExactlyElementsOf(filings);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Filed.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Filed.class);
    }

    @Test
    void findsAReportByNumberAndReference() throws Exception {
        String related = FakeServer.RECEIPT.replace(
                "\"later\"", "\"relation\": {\"kind\": \"supplement\", \"of\": 9}, \"later\"");
        server.thenLoseTheAnswer().then(200, related).then(404, "{\"code\": 5001}");

        assertThat(client.find(17).orElseThrow().relation()).isEqualTo(new Receipt.Relation("supplement", 9));
        assertThat(client.find("case/7&x")).isEmpty();

        assertThat(server.asked)
                .extracting(FakeServer.Asked::call)
                .endsWith("GET /api/v1/reports/17", "GET /api/v1/reports?reference=case%2F7%26x");
    }

    @Test
    void anAddressThatIsWrongIsNotAReportThatIsMissing() {
        server.then(404, "{\"code\": 1210}");

        assertThat(catchThrowableOfType(ProblemException.class, () -> client.find(1))
                        .code())
                .isEqualTo(1210);
    }

    @Test
    void sendsNoSecretReadableByEverybody() {
        var builder =
                HarborlineClient.at(URI.create("http://clearinghouse.example/")).credential("a", "b");
        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("https://");
        assertThat(builder.allowPlainHttp().build()).isNotNull();
        assertThat(HarborlineClient.at(URI.create("https://clearinghouse.example/api/v1"))
                        .credential("a", "b")
                        .build())
                .isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> HarborlineClient.at(URI.create("https://clearinghouse.example"))
                        .build());
        assertThatIllegalArgumentException().isThrownBy(() -> HarborlineClient.at(URI.create("ftp://x.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"report\": "})
    void aFilingIsOneObject(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> Filing.of(body));
    }

    @Test
    void aFilingShowsNothingOfItsReport() {
        assertThat(Filing.of(BODY, "key-1")).hasToString("Filing(key-1)");
        assertThat(Filing.of(BODY).escalated()).isFalse();
        assertThat(Filing.of(URGENT).escalated()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Filing.of(BODY, "two words"));
    }
}
