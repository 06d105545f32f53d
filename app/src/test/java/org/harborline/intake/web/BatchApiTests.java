// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RefusedEscalation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Batches of reports, over a real connection.
class BatchApiTests extends ReportApiCase {

    private static final String HEADER =
            "reference,incidentType,incidentDateTime,reporterEmail,chatClient,espIdentifier,"
                    + "screenName,ipAddress,port,escalateToHighPriority,additionalInfo,itemReference,itemViewed,itemBasis\n";

    private HttpResponse<String> batch(String key, String csv) {
        return send(request("/batches", authorization)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(csv)));
    }

    private HttpResponse<String> batch(String csv) {
        return batch(UUID.randomUUID().toString(), csv);
    }

    private String row(String reference, String port, String urgent) {
        String when = clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .toString();
        return reference + ",Online Enticement of Children for Sexual Acts," + when
                + ",desk@chat.example,Example Chat,u-" + reference + ",grey_otter,203.0.113.9," + port + "," + urgent
                + ",\"[synthetic narrative 3], with a comma\nand \"\"quotes\"\"\",kept-" + reference
                + ",true,viewed-by-person\n";
    }

    private String row(String reference) {
        return row(reference, "4021", "");
    }

    private static List<Long> numbers(JsonNode batch) {
        var numbers = new ArrayList<Long>();
        batch.path("results").forEach(row -> numbers.add(row.path("number").asLong(0)));
        return numbers;
    }

    @Test
    void filesEachRowAsIfItHadComeAlone() {
        var answer = batch(HEADER + row("case-1") + row("case-2"));

        JsonNode batch = filed(answer);
        assertThat(batch.path("rows").asInt()).isEqualTo(2);
        assertThat(batch.path("filed").asInt()).isEqualTo(2);
        assertThat(batch.path("complete").asBoolean()).isTrue();
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(get(location.substring("/api/v1".length())).body()).isEqualTo(answer.body());
        long number = numbers(batch).get(1);
        JsonNode receipt = json.readTree(get("/reports?reference=case-2").body());
        assertThat(receipt.path("number").asLong()).isEqualTo(number);
        assertThat(receipt.path("items").asInt()).isEqualTo(1);
        ReceivedReport received = received(number);
        assertThat(received.identifiers())
                .extracting(one -> one.kind())
                .contains(IdentifierKind.IP_ADDRESS, IdentifierKind.SCREEN_NAME);
        assertThat(received.texts())
                .anyMatch(text -> text.text().equals("[synthetic narrative 3], with a comma\nand \"quotes\""))
                .noneMatch(text -> text.text().contains("desk@"));
        assertThat(received.items()).singleElement().matches(item -> item.viewedByProvider());
    }

    @Test
    void oneBadRowStopsNoOther() {
        JsonNode batch = filed(batch(HEADER
                + row("case-1")
                + row("case-2", "70000", "")
                + "case-3,too,few\n"
                + row("", "4021", "")
                + row("case-1")
                + row("case-6").replace("Online Enticement of Children for Sexual Acts", "Something")
                + row("case-7")));

        assertThat(batch.path("filed").asInt()).isEqualTo(2);
        assertThat(batch.path("refused").asInt()).isEqualTo(5);
        List<JsonNode> errors = new ArrayList<>();
        batch.path("results").forEach(row -> errors.add(row.path("errors").path(0)));
        assertThat(errors)
                .extracting(error -> error.path("pointer").asString(""))
                .containsExactly(
                        "",
                        "/rows/2/port",
                        "/rows/3",
                        "/rows/4/reference",
                        "/rows/5/reference",
                        "/rows/6/incidentType",
                        "");
        assertThat(errors.get(1).path("row").asInt()).isEqualTo(2);
        assertThat(errors.get(1).path("column").asString("")).isEqualTo("port");
        assertThat(errors.get(1).path("code").asInt()).isEqualTo(4100);
        assertThat(errors.get(1).path("fix").asString("")).contains("again under a new key");
        assertThat(errors.get(4).path("sentence").asString("")).contains("row 1");
        assertThat(batch.toString()).as("no value").doesNotContain("70000", "Something", "grey_otter");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aRepeatedBatchIsAnsweredAsTheFirstTime() {
        String key = UUID.randomUUID().toString();
        String csv = HEADER + row("case-1") + row("case-2", "70000", "");
        var first = batch(key, csv);

        var again = batch(key, csv);

        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode other = problem(batch(key, csv + row("case-3")), 409, 5102);
        assertThat(other.path("detail").asString(""))
                .contains(filed(first).path("id").asString("?"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aMendedBatchFilesWhatWasMissingAndNothingTwice() {
        JsonNode first = filed(batch(HEADER + row("case-1") + row("case-2", "70000", "") + row("case-3")));

        JsonNode mended = filed(
                batch(HEADER + row("case-1") + row("case-2") + row("case-3").replace("203.0.113.9", "203.0.113.10")));

        assertThat(numbers(mended).getFirst()).isEqualTo(numbers(first).getFirst());
        JsonNode changed = mended.path("results").path(2);
        assertThat(changed.path("filed").asBoolean(true)).isFalse();
        assertThat(changed.path("number").asLong()).isEqualTo(numbers(first).get(2));
        assertThat(changed.path("errors").path(0).path("code").asInt()).isEqualTo(5102);
        assertThat(changed.path("errors").path(0).path("column").asString("")).isEqualTo("ipAddress");
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void refusesWholeWhatIsNoTableOfReports() {
        assertThat(pointers(problem(batch("reference,md5,incidentTyp\na,b,c\n"), 400, 4100)))
                .containsExactly("/columns/md5", "/columns/incidentTyp");
        assertThat(problem(batch("reference,incidentTyp\na,b\n"), 400, 4100).toString())
                .contains("did you mean incidentType?");
        assertThat(pointers(problem(batch("incidentType\na\n"), 400, 4100))).containsExactly("/columns/reference");
        assertThat(pointers(problem(batch("reference,port,port\na,1,1\n"), 400, 4100)))
                .containsExactly("/columns/port");
        assertThat(pointers(problem(batch(HEADER), 400, 4100))).containsExactly("/rows");
        problem(batch(""), 400, 4100);
        assertThat(pointers(problem(batch("reference\n" + "a\n".repeat(10_001)), 400, 4100)))
                .containsExactly("/rows");
        assertThat(problem(batch(HEADER + row("case-1") + "\"open,"), 400, 4000).toString())
                .contains("quotes");
        problem(
                send(request("/batches", authorization)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xff}))),
                400,
                4000);
        problem(
                send(request("/batches", authorization)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(HEADER + row("case-1")))),
                400,
                4000);
        problem(
                send(request("/batches", authorization)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(HEADER + row("case-1")))),
                400,
                4000);
        problem(get("/batches"), 400, 4000);
        assertThat(count()).isZero();
    }

    @Test
    void anEscalationInARefusedRowOrBatchIsHeard() {
        JsonNode batch = filed(batch(
                HEADER + row("case-1", "70000", "[synthetic reason 5]") + row("case-2", "1", "[synthetic reason 6]")));

        assertThat(batch.path("filed").asInt()).isEqualTo(1);
        assertThat(heard()).containsExactly(RefusedEscalation.Reason.INVALID);
        problem(batch("reference,escalateToHighPrioritty\na,\n"), 400, 4100);
        assertThat(heard()).as("nothing was asked").hasSize(1);
        problem(batch("reference,escalateToHighPrioritty\na,[synthetic reason 7]\n"), 400, 4100);
        assertThat(heard())
                .containsExactlyInAnyOrder(RefusedEscalation.Reason.INVALID, RefusedEscalation.Reason.NOT_TAKEN);
    }

    @Test
    void aReadOnlyCredentialFilesNothingAndAnEscalationIsHeard() {
        problem(
                send(request("/batches", readOnly)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(HEADER + row("case-1", "1", "[synthetic reason 5]")))),
                403,
                3100);

        assertThat(heard()).containsExactly(RefusedEscalation.Reason.NOT_TAKEN);
        assertThat(count()).isZero();
    }

    private List<RefusedEscalation.Reason> heard() {
        return refused.list(SYSTEM, null, 200).stream()
                .filter(one -> one.provider().equals(provider))
                .map(RefusedEscalation::reason)
                .toList();
    }

    @Test
    void nobodyReadsTheBatchOfAnotherSender() {
        String id = filed(batch(HEADER + row("case-1"))).path("id").asString("");
        register();

        problem(get("/batches/" + id), 404, 5001);
        problem(get("/batches/nonsense"), 404, 5001);
        assertThat(filed(batch(HEADER + row("case-1"))).path("filed").asInt())
                .as("a reference is its sender's own")
                .isEqualTo(1);
    }

    @Test
    void oneBatchSentFourTimesAtOnceFilesEachRowOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String csv =
                HEADER + IntStream.range(0, 150).mapToObj(i -> row("r" + i)).collect(Collectors.joining());
        Callable<HttpResponse<String>> call = () -> batch(key, csv);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<List<Long>> answers = new HashSet<>();
            for (var done : threads.invokeAll(Collections.nCopies(4, call))) {
                answers.add(numbers(filed(done.get())));
            }

            assertThat(answers).hasSize(1);
        }
        assertThat(count()).isEqualTo(150);
    }

    @Test
    void theSampleIsFiled() throws IOException {
        String sample = Files.readString(Path.of("src/main/resources/static/samples/batch.csv"));

        assertThat(filed(batch(sample)).path("filed").asInt()).isEqualTo(2);
    }

    @Test
    void takesTenThousandRows() {
        String[] cells = row("r").split(",", 4);
        String csv = "reference,incidentType,incidentDateTime,reporterEmail\n"
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "r" + i + "," + cells[1] + "," + cells[2] + ",desk@chat.example\n")
                        .collect(Collectors.joining());

        JsonNode batch = filed(batch(csv));

        assertThat(batch.path("filed").asInt()).isEqualTo(10_000);
        assertThat(numbers(batch)).doesNotHaveDuplicates();
        assertThat(count()).isEqualTo(10_000);
    }
}
