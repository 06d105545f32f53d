// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReceiptVerdict;
import org.harborline.intake.Receipts;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ViewingBasis;
import org.harborline.journal.internal.JournalControl;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Whole reports in one call, over a real connection.
class ReportApiTests extends ReportApiCase {

    @Autowired
    private Receipts receipts;

    @Autowired
    private ApplicationContext context;

    @Test
    void filesAReportWithItsItemsAndIsAskedAboutItForEver() {
        var answer = file(report("", """
                "reference": "case-77", "items": [
                  {"reference": "kept-1", "viewed": true, "publiclyAvailable": false, "basis": "viewed-by-person"},
                  {"reference": "kept-2", "basis": "classifier-only"}],"""));

        JsonNode receipt = filed(answer);
        long number = receipt.path("number").asLong();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/reports/" + number);
        assertThat(receipt.path("state").asString("")).isEqualTo("received");
        assertThat(receipt.path("items").asInt()).isEqualTo(2);
        assertThat(receipt.path("legalEffect").asString("")).contains("no statutory effect");
        assertThat(get("/reports/" + number).body()).isEqualTo(answer.body());
        assertThat(get("/reports?reference=case-77").body()).isEqualTo(answer.body());
        Eventually.holds(() -> assertThat(list("").path("reports").get(0)).isEqualTo(receipt));

        ReceivedReport received = received(number);
        assertThat(received.items())
                .extracting(
                        ReceivedReport.Item::reference,
                        ReceivedReport.Item::viewedByProvider,
                        ReceivedReport.Item::basis)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kept-1", true, ViewingBasis.VIEWED_BY_PERSON),
                        org.assertj.core.groups.Tuple.tuple("kept-2", null, ViewingBasis.CLASSIFIER_ONLY));
        assertThat(received.identifiers())
                .extracting(one -> one.kind())
                .contains(IdentifierKind.IP_ADDRESS, IdentifierKind.SCREEN_NAME);
        assertThat(received.texts())
                .as("who reported is a sheet of its own")
                .noneMatch(text -> text.text().contains("desk@"));
    }

    @Test
    void everyAnswerSaysHowCompleteTheReportIs() {
        String key = UUID.randomUUID().toString();
        JsonNode receipt = filed(file(key, report("", "")));
        JsonNode completeness = receipt.path("completeness");

        // of 135: account 12, its name 5, service 5, network address 14, port 4
        assertThat(completeness.path("score").asInt()).isEqualTo(100 * 40 / 135);
        assertThat(completeness.path("rubric").asString("")).isEqualTo("2026-11");
        assertThat(completeness.path("missing").values().stream()
                        .map(one -> one.path("field").asString("")))
                .containsExactly(
                        "victim/espIdentifier",
                        "additionalInfo",
                        "personOrUserReported/personOrUserReportedPerson/email");
        assertThat(completeness.path("missing").get(0).path("part").asString(""))
                .isEqualTo("who");
        assertThat(completeness.path("missing").get(0).path("adds").asString(""))
                .endsWith("help.");
        String number = receipt.path("number").asString("");
        assertThat(json.readTree(get("/reports/" + number).body()).path("completeness"))
                .isEqualTo(completeness);
        assertThat(filed(file(key, report("", ""))).path("completeness"))
                .as("repeated")
                .isEqualTo(completeness);
        assertThat(filed(file(report(", \"incidentDateTimeDescription\": \"time of upload\"", "")))
                        .path("completeness")
                        .path("score")
                        .asInt())
                .isEqualTo(100 * 48 / 135);
    }

    @Test
    void oneKeySentTenTimesAtOnceIsOneReport() throws Exception {
        String body = report("", "");
        String key = UUID.randomUUID().toString();
        Callable<HttpResponse<String>> call = () -> file(key, body);

        Set<Long> numbers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            numbers = threads.invokeAll(java.util.Collections.nCopies(10, call)).stream()
                    .map(ReportApiTests::done)
                    .map(this::filed)
                    .map(receipt -> receipt.path("number").asLong())
                    .collect(Collectors.toSet());
        }

        assertThat(numbers).hasSize(1);
        assertThat(count()).isEqualTo(1);
        var again = file(key, body);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(numbers).containsExactly(filed(again).path("number").asLong());
    }

    private static HttpResponse<String> done(Future<HttpResponse<String>> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void saysWhereAnotherReportUnderTheSameKeyDiffers() {
        String key = UUID.randomUUID().toString();
        long number = filed(file(key, report("", "\"items\": [{\"reference\": \"kept-1\"}],")))
                .path("number")
                .asLong();

        assertThat(filed(file(
                                key,
                                report("", "\"items\": [{\"reference\": \"kept-1\"}],")
                                        .replaceAll("\\s+", " ")))
                        .path("number")
                        .asLong())
                .as("white space is not content")
                .isEqualTo(number);
        JsonNode other = problem(
                file(
                        key,
                        report(", \"platform\": \"Other\"", "\"items\": [{\"reference\": \"kept-2\"}],")
                                .replace("203.0.113.9", "203.0.113.10")),
                409,
                5102);

        assertThat(other.path("report").asLong()).isEqualTo(number);
        assertThat(other.path("differences").values().stream().map(one -> one.asString("")))
                .containsExactlyInAnyOrder(
                        "/report/incidentSummary/platform",
                        "/report/personOrUserReported/0/ipCaptureEvent/ipAddress",
                        "/items/0/reference");
        assertThat(other.toString()).doesNotContain("203.0.113");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void pointsIntoWhatWasSentByItsNamesAndItsLists() {
        String first = """
                "items": [{"reference": "kept-1", "viewed": true, "exifViewed": false}, {"reference": "kept-2"}],
                """;
        String key = UUID.randomUUID().toString();
        long number = filed(file(key, report("", first))).path("number").asLong();

        assertThat(differences(file(key, report("", """
                                "relation": {"kind": "supplement", "of": %d},
                                "items": [{"reference": "kept-1", "viewed": false, "exifViewed": false}],
                                """.formatted(number)))))
                .containsExactlyInAnyOrder("/items/0/viewed", "/items", "/relation/of", "/relation/kind");
        assertThat(differences(file(
                        key,
                        report("", first)
                                .replace("\"type\": \"Work\"", "\"type\": \"Home\"")
                                .replace("\"screenName\": \"grey_otter\",", "")
                                .replace("}}],", "}}, {\"espIdentifier\": \"u-2\"}],"))))
                .containsExactlyInAnyOrder(
                        "/report/personOrUserReported/0/screenName",
                        "/report/personOrUserReported/1",
                        "/report/reporter/reportingPerson/email");

        String related = UUID.randomUUID().toString();
        String relation = "\"relation\": {\"kind\": \"supplement\", \"of\": " + number + "},";
        filed(file(related, report("", relation)));
        assertThat(differences(file(related, report("", "")))).containsExactly("/relation");
        assertThat(differences(file(related, report("", relation.replace("supplement", "correction")))))
                .containsExactly("/relation/kind");
    }

    private List<String> differences(HttpResponse<String> response) {
        return problem(response, 409, 5102).path("differences").values().stream()
                .map(one -> one.asString(""))
                .toList();
    }

    @Test
    void aReportThatIsFinishedLaterComesBehindWhatWasReadBefore() {
        long opened = open();
        long filed = filed(file(report("", ""))).path("number").asLong();
        assertThat(opened).as("numbers are given when a report is opened").isLessThan(filed);
        Eventually.holds(() -> assertThat(listed(list(""))).containsExactly(filed));
        String known = list("").path("cursor").asString();
        assertThat(listed(list("?after=" + known))).isEmpty();
        assertThat(list("?after=" + known).path("cursor").asString()).isEqualTo(known);

        finish(opened);

        Eventually.holds(() -> assertThat(listed(list("?after=" + known))).containsExactly(opened));
        assertThat(listed(list(""))).containsExactly(filed, opened);
        assertThat(list("").has("next")).isFalse();
        problem(get("/reports?after=" + filed), 400, 4000);
        problem(get("/reports?after=f--1"), 400, 4000);
        register();
        assertThat(listed(list(""))).isEmpty();
        assertThat(listed(list("?after=f-0"))).isEmpty();
    }

    @Test
    void aReferenceNamesOneReport() {
        long number = filed(file(report("", "\"reference\": \"case-9\",")))
                .path("number")
                .asLong();
        String key = UUID.randomUUID().toString();

        JsonNode taken =
                problem(file(key, report(", \"platform\": \"Other\"", "\"reference\": \"case-9\",")), 409, 5102);
        assertThat(taken.path("report").asLong()).isEqualTo(number);
        assertThat(count()).isEqualTo(1);

        assertThat(filed(file(key, report(", \"platform\": \"Other\"", "\"reference\": \"case-10\",")))
                        .path("number")
                        .asLong())
                .as("the key of a call that filed nothing is free")
                .isGreaterThan(number);
    }

    @Test
    void aSupplementBelongsToItsReportAndChangesNothingOfIt() {
        long first = filed(file(report("", ""))).path("number").asLong();

        JsonNode supplement =
                filed(file(report("", "\"relation\": {\"kind\": \"supplement\", \"of\": %d},".formatted(first))));

        assertThat(supplement.path("relation").path("of").asLong()).isEqualTo(first);
        long second = supplement.path("number").asLong();
        assertThat(received(second).identifiers())
                .as("linking takes it as the sender's own word")
                .anyMatch(one ->
                        one.kind() == IdentifierKind.PRIOR_REPORT && one.value().equals(Long.toString(first)));
        assertThat(reports.related(SYSTEM, new ReportNumber(first)))
                .singleElement()
                .matches(one -> one.later() && one.other().value() == second);
        assertThat(reports.related(SYSTEM, new ReportNumber(second)))
                .singleElement()
                .matches(one -> !one.later() && one.other().value() == first);
    }

    @Test
    void nobodyReachesTheReportOfAnotherSender() {
        long number = filed(file(report("", "\"reference\": \"mine\",")))
                .path("number")
                .asLong();
        register();

        problem(get("/reports/" + number), 404, 5001);
        problem(get("/reports?reference=mine"), 404, 5001);
        assertThat(pointers(problem(
                        file(report("", "\"relation\": {\"kind\": \"correction\", \"of\": %d},".formatted(number))),
                        400,
                        4100)))
                .containsExactly("/relation/of");
    }

    @Test
    void dropsFingerprintsAsEverywhere() {
        JsonNode receipt = filed(file(report("", """
                "items": [{"reference": "kept-1", "originalFileHash": [{"value": "0123", "hashType": "MD5"}]}],""")));

        assertThat(receipt.path("leftOut").asInt()).isEqualTo(1);
    }

    @Test
    void aTimeAheadOfTheClockIsTakenAndSaidEachTimeTheCallIsRepeated() {
        String key = UUID.randomUUID().toString();
        String ahead = report("", "")
                .replaceAll(
                        "(?<=\"incidentDateTime\": \")[^\"]+",
                        clock.instant().plusSeconds(60).toString());

        JsonNode receipt = filed(file(key, ahead));

        assertThat(receipt.path("notes")).hasSize(1);
        JsonNode note = receipt.path("notes").get(0);
        assertThat(note.path("pointer").asString("")).isEqualTo("/report/incidentSummary/incidentDateTime");
        assertThat(note.path("sentence").asString("")).contains("ahead of the clock");
        assertThat(filed(file(key, ahead))).isEqualTo(receipt);
        assertThat(filed(file(report("", ""))).has("notes")).isFalse();
    }

    @Test
    void aReceiptIsAFileThatSaysFromWhenItIsProved() {
        long number = filed(file(report("", ""))).path("number").asLong();

        JsonNode early = json.readTree(get("/reports/" + number + "/receipt").body());
        assertThat(early.path("format").asString("")).isEqualTo("harborline-receipt-1");
        assertThat(early.path("report").asLong()).isEqualTo(number);
        assertThat(early.path("proof").isNull()).isTrue();
        assertThat(early.path("proofFrom").isString()).isTrue();

        Eventually.holds(() -> {
            JournalControl.signRoot(context);
            String proved = get("/reports/" + number + "/receipt").body();
            assertThat(json.readTree(proved).path("proofFrom").isNull()).isTrue();
            assertThat(receipts.verify(SYSTEM, proved)).isInstanceOf(ReceiptVerdict.Proved.class);
        });
        assertThat(send(request("/reports/" + number + "/receipt", readOnly).GET())
                        .statusCode())
                .isEqualTo(200);
        register();
        problem(get("/reports/" + number + "/receipt"), 404, 5001);
    }
}
