// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.harborline.client.Feed;
import org.harborline.client.Filing;
import org.harborline.client.HarborlineClient;
import org.harborline.client.HarborlineException;
import org.harborline.client.Receipt;
import org.harborline.intake.SampleDocuments;
import org.harborline.platform.testing.Eventually;
import org.harborline.synthetic.wire.Outcome;
import org.harborline.synthetic.wire.Provider;
import org.harborline.synthetic.wire.Steps;
import org.junit.jupiter.api.Test;

/// A sandbox does what it is asked and loses the answer, over a real connection.
class LostAnswerTests extends ReportApiCase {

    @Test
    void aReportInOneCallIsFiledThoughItsAnswerIsLost() {
        String key = UUID.randomUUID().toString();
        String body = report("", "\"reference\": \"lost-1\",");

        assertThatThrownBy(() -> send(request("/reports", authorization)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header(SandboxFailures.FAIL, "drop-answer")
                        .POST(BodyPublishers.ofString(body))))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(count()).isEqualTo(1);
        long number = json.readTree(get("/reports?reference=lost-1").body())
                .path("number")
                .asLong();
        var again = file(key, body);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(filed(again).path("number").asLong()).isEqualTo(number);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anAnswerLongerThanABufferIsLostWhole() {
        assertThatThrownBy(() -> send(wire("xsd", "drop-answer").GET())).isInstanceOf(UncheckedIOException.class);
        assertThat(send(wire("xsd", "").GET()).body()).hasSizeGreaterThan(20_000);
    }

    @Test
    void aClientThatLosesEachAnswerOnceEndsWithExactlyItsReports() throws Exception {
        List<Filing> filings = IntStream.range(0, 20)
                .mapToObj(i -> Filing.of(report("", "\"reference\": \"case-%d\",".formatted(i))))
                .toList();

        try (var proxy = new LosingProxy(port)) {
            String[] pair = pair();
            var client = HarborlineClient.at(proxy.address())
                    .credential(pair[0], pair[1])
                    .build();
            List<Receipt> receipts = inParallel(filings, client::file);

            assertThat(proxy.lost()).isEqualTo(20);
            assertThat(client.repetitions()).isEqualTo(20);
            assertThat(receipts)
                    .allMatch(Receipt::repeated)
                    .extracting(Receipt::number)
                    .doesNotHaveDuplicates();
            Eventually.holds(() -> assertThat(feed(client).reports())
                    .extracting(Receipt::number)
                    .containsExactlyInAnyOrderElementsOf(
                            receipts.stream().map(Receipt::number).toList()));
            Feed feed = feed(client);
            assertThat(client.feed(feed.cursor())).isEqualTo(new Feed(List.of(), feed.cursor(), false));
            for (int i = 0; i < 20; i++) {
                assertThat(client.find("case-" + i).orElseThrow().number())
                        .isEqualTo(receipts.get(i).number());
            }
        }
        assertThat(states()).containsExactly(Map.entry("FINISHED", 20L));
    }

    private static Feed feed(HarborlineClient client) {
        try {
            return client.feed("");
        } catch (HarborlineException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A lost submit may leave an open report, which expires; no report is filed twice.
    @Test
    void submitAndFinishThatLoseEachAnswerOnceEndWithExactlyTheirReports() throws Exception {
        List<String> documents = IntStream.range(0, 5).mapToObj(this::document).toList();

        try (var proxy = new LosingProxy(port)) {
            String[] pair = pair();
            var filing = new org.harborline.synthetic.wire.Filing(Steps.UNNOTED, Duration.ofMinutes(1));
            try (var sender = Provider.at(proxy.address(), pair[0], pair[1])) {
                List<Outcome> outcomes = inParallel(documents, document -> filing.file(sender, document));

                assertThat(outcomes)
                        .allMatch(outcome -> outcome instanceof Outcome.Filed)
                        .doesNotHaveDuplicates();
            }
            assertThat(proxy.lost()).isEqualTo(10);
            assertThat(filing.losses().settledFinishes()).isEqualTo(5);
        }
        assertThat(states()).containsOnly(Map.entry("FINISHED", 5L), Map.entry("OPEN", 5L));
    }

    private String document(int place) {
        String time = clock.instant()
                .minus(Duration.ofDays(2))
                .plusSeconds(place)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return SampleDocuments.text("minimal").replaceAll("(?<=<incidentDateTime>)[^<]+", time);
    }

    private String[] pair() {
        return new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
    }

    private interface Work<A, B> {
        B of(A one) throws Exception;
    }

    private static <A, B> List<B> inParallel(List<A> all, Work<A, B> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(5)) {
            List<Future<B>> futures = new ArrayList<>();
            for (A one : all) {
                futures.add(threads.submit(() -> work.of(one)));
            }
            List<B> done = new ArrayList<>();
            for (Future<B> future : futures) {
                done.add(future.get());
            }
            return done;
        }
    }

    private Map<String, Long> states() {
        return sql
                .of("SELECT state, count(*) AS number FROM intake.report WHERE provider_id = :provider GROUP BY state")
                .param("provider", provider)
                .query((row, _) -> Map.entry(row.getString("state"), row.getLong("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private HttpRequest.Builder wire(String call, String failing) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/" + call))
                .header("Authorization", authorization)
                .header(SandboxFailures.FAIL, failing);
    }
}
