// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.internal.JournalControl;
import org.harborline.notices.EndpointMessage.Way;
import org.harborline.notices.OutwardState;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.Questions;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.CredentialScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The published description of the JSON interface against the running server, in both directions.
class ApiDocumentTests extends ApiDocumentCase {

    private static final String REPORT = "/api/v1/reports/{number}";
    private static final String RECEIPT = "/api/v1/reports/{number}/receipt";
    private static final String WEBHOOK = "/api/v1/webhook";
    private static final String QUESTIONS = "/api/v1/questions";
    private static final String QUESTION = "/api/v1/questions/{question}";
    private static final String NOBODY = "";

    private static final Map<String, Permission> SCOPES = Map.of(
            "read", Permission.FILING_READ,
            "file", Permission.REPORT_FILE,
            "file-and-webhooks", Permission.WEBHOOK_KEEP,
            "questions", Permission.QUESTION_ANSWER);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MessageTable messages;

    @Autowired
    private Questions questions;

    @Autowired
    private Sql sql;

    @Test
    void everyHandlerIsDescribedAndNothingElse() {
        var handlers = new TreeMap<String, Permission>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(BASE + "/") && !pattern.endsWith("**"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    var needs = handler.getMethodAnnotation(Requires.class);
                                    handlers.put(
                                            method + " " + pattern,
                                            needs == null ? Permission.OWN_ACCOUNT : needs.value());
                                })));

        var described = new TreeMap<String, Permission>();
        contract.operations()
                .forEach((name, operation) -> described.put(
                        name,
                        SCOPES.getOrDefault(
                                operation
                                        .path("security")
                                        .path(0)
                                        .path("credential")
                                        .path(0)
                                        .asString(""),
                                Permission.OWN_ACCOUNT)));

        assertThat(described).isEqualTo(handlers);
    }

    @Test
    void everyAnswerThatIsDescribedIsGivenAndNoOther() {
        refusalsOfTheDoor();
        reports();
        batches();
        scorecard();
        webhook();
        questions();
        sandbox();

        var never = new TreeSet<>(contract.documented());
        never.removeAll(contract.seen());
        assertThat(never).as("described, and never given").isEmpty();
    }

    private void refusalsOfTheDoor() {
        contract.operations().forEach((operation, described) -> {
            if (described.path("security").isEmpty()) {
                return;
            }
            String path = operation
                    .substring(operation.indexOf(' ') + 1)
                    .replace("{number}", "1")
                    .replace("{month}", "2026-11")
                    .replace("{part}", "accepts")
                    .replace("{id}", Ids.next().toString())
                    .replace("{question}", Ids.next().toString())
                    .replace("{message}", Ids.next().toString());
            call(401, operation, NOBODY, path, "");
            call(429, operation, keeper, path, "", "Harborline-Sandbox-Fail", "429");
            call(500, operation, keeper, path, "", "Harborline-Sandbox-Fail", "1000");
            if (described.path("responses").has("403")) {
                call(403, operation, reader, path, "{}");
            }
        });
    }

    private void reports() {
        String file = "POST " + REPORTS;
        String key = UUID.randomUUID().toString();
        String report = example(file, "report");
        JsonNode receipt = call(201, file, filer, REPORTS, report, "Idempotency-Key", key);
        long number = receipt.path("number").asLong();
        assertThat(call(201, file, filer, REPORTS, report, "Idempotency-Key", key))
                .isEqualTo(receipt);
        call(409, file, filer, REPORTS, report.replace("u-1", "u-2"), "Idempotency-Key", key);
        call(409, file, filer, REPORTS, report.replace("u-1", "u-2"));
        call(400, file, filer, REPORTS, "{}");
        call(400, file, filer, REPORTS, report, "Idempotency-Key", "with a space");
        String supplement = example(file, "supplement")
                .replace("1042317", Long.toString(number))
                // the clock of these tests stands, and an alarm would ring without end
                .replace(",\"escalateToHighPriority\":\"[synthetic reason 5]\"", "");
        assertThat(supplement).doesNotContain("escalate");
        assertThat(call(201, file, filer, REPORTS, supplement)
                        .path("relation")
                        .path("of")
                        .asLong())
                .isEqualTo(number);
        String ahead = report.replace("your-case-17", "your-case-18")
                .replace(
                        "2026-11-20T18:00:00Z",
                        director.clock().instant().plusSeconds(60).toString());
        assertThat(call(201, file, filer, REPORTS, ahead).path("notes")).hasSize(1);
        lookUps(number);
    }

    private void batches() {
        String post = "POST " + BASE + "/batches";
        String csv = contract.operations()
                .get(post)
                .at("/requestBody/content/text~1csv/examples/batch/value")
                .asString("");
        String key = UUID.randomUUID().toString();
        JsonNode first = batch(201, csv.replace("2026-11-20T19", "2026-11-20T99"), key);
        assertThat(first.path("filed").asInt()).isEqualTo(1);
        assertThat(batch(201, csv.replace("2026-11-20T19", "2026-11-20T99"), key))
                .isEqualTo(first);
        batch(409, csv, key);
        batch(400, "", UUID.randomUUID().toString());
        String one = "GET " + BASE + "/batches/{id}";
        assertThat(call(200, one, reader, BASE + "/batches/" + first.path("id").asString(), ""))
                .isEqualTo(first);
        call(404, one, reader, BASE + "/batches/" + Ids.next(), "");
    }

    private JsonNode batch(int status, String csv, String key) {
        String post = "POST " + BASE + "/batches";
        return call(status, post, filer, BASE + "/batches", csv, "Idempotency-Key", key, "Content-Type", "text/csv");
    }

    private void lookUps(long number) {
        String list = "GET " + REPORTS;
        Eventually.holds(() ->
                assertThat(call(200, list, reader, REPORTS, "").path("reports")).hasSize(3));
        assertThat(call(200, list, reader, REPORTS + "?reference=your-case-17", "")
                        .path("number")
                        .asLong())
                .isEqualTo(number);
        call(404, list, reader, REPORTS + "?reference=unknown", "");
        call(400, list, reader, REPORTS + "?after=" + number, "");
        String all = call(200, list, reader, REPORTS, "").path("cursor").asString();
        assertThat(call(200, list, reader, REPORTS + "?after=" + all, "").path("reports"))
                .isEmpty();

        String one = REPORTS + "/" + number;
        call(200, "GET " + REPORT, reader, one, "");
        call(404, "GET " + REPORT, reader, REPORTS + "/1", "");
        call(404, "GET " + REPORT, reader, REPORTS + "/none", "");
        call(404, "GET " + RECEIPT, reader, REPORTS + "/1/receipt", "");
        assertThat(call(200, "GET " + RECEIPT, reader, one + "/receipt", "")
                        .path("proof")
                        .isNull())
                .isTrue();
        Eventually.holds(() -> {
            JournalControl.signRoot(context);
            assertThat(call(200, "GET " + RECEIPT, reader, one + "/receipt", "")
                            .path("proof")
                            .isObject())
                    .isTrue();
        });
    }

    private void scorecard() {
        director.settle();
        String card = "GET /api/v1/scorecards/{month}";
        String month = YearMonth.from(director.clock().instant().atOffset(ZoneOffset.UTC))
                .toString();
        assertThat(call(200, card, reader, "/api/v1/scorecards/" + month, "").at("/services/0/missing"))
                .isNotEmpty();
        call(404, card, reader, "/api/v1/scorecards/1999-01", "");
        call(404, card, reader, "/api/v1/scorecards/next", "");
    }

    private void questions() {
        String answerer = credential(CredentialScope.QUESTIONS);
        Actor analyst = Stage.staff(Permission.REPORT_READ, Permission.REFER);
        long number = call(200, "GET " + REPORTS, reader, REPORTS + "?reference=your-case-17", "")
                .path("number")
                .asLong();
        UUID asked = questions.ask(
                analyst,
                new ReportNumber(number),
                new Questions.Ask(QuestionKind.ACCOUNT_USE, "[synthetic question 8]", "[synthetic order 8]", 7, false));
        String one = QUESTIONS + "/" + asked;

        assertThat(call(200, "GET " + QUESTIONS, answerer, QUESTIONS, "")
                        .at("/questions/0/id")
                        .asString())
                .isEqualTo(asked.toString());
        call(400, "GET " + QUESTIONS, answerer, QUESTIONS + "?due=soon", "");
        assertThat(call(200, "GET " + QUESTION, answerer, one, "").path("basis").asString())
                .isEqualTo("[synthetic order 8]");
        call(404, "GET " + QUESTION, answerer, QUESTIONS + "/" + Ids.next(), "");
        String answer = "POST " + QUESTION + "/answer";
        call(404, answer, answerer, QUESTIONS + "/" + Ids.next() + "/answer", example(answer, "answer"));
        call(400, answer, answerer, one + "/answer", "{\"answer\": \" \"}");
        assertThat(call(200, answer, answerer, one + "/answer", example(answer, "answer"))
                        .path("state")
                        .asString())
                .isEqualTo("answered");
        call(409, answer, answerer, one + "/answer", example(answer, "answer"));
    }

    private void webhook() {
        call(404, "GET " + WEBHOOK, reader, WEBHOOK, "");
        call(404, "DELETE " + WEBHOOK, keeper, WEBHOOK, "");
        call(404, "POST " + WEBHOOK + "/rotation", keeper, WEBHOOK + "/rotation", "");
        call(404, "POST " + WEBHOOK + "/ping", keeper, WEBHOOK + "/ping", "");
        String put = "PUT " + WEBHOOK;
        call(422, put, keeper, WEBHOOK, example(put, "address"));
        call(400, put, keeper, WEBHOOK, "{\"adress\": \"http://127.0.0.1:9/hook\"}");
        String listed = "{\"address\": \"http://127.0.0.1:9/hook\"}";
        assertThat(contract.requestFaults(put, listed)).isEmpty();
        call(201, put, keeper, WEBHOOK, listed);
        call(200, put, keeper, WEBHOOK, listed);
        call(200, "POST " + WEBHOOK + "/rotation", keeper, WEBHOOK + "/rotation", "");
        call(409, "POST " + WEBHOOK + "/rotation", keeper, WEBHOOK + "/rotation", "");
        call(200, "GET " + WEBHOOK, reader, WEBHOOK, "");
        call(200, "POST " + WEBHOOK + "/ping", keeper, WEBHOOK + "/ping", "");
        messages();
        call(204, "DELETE " + WEBHOOK, keeper, WEBHOOK, "");
    }

    private void messages() {
        director.settle();
        String list = "GET " + WEBHOOK + "/messages";
        var dead = new MessageTable.New(
                Ids.next(),
                -71,
                company.value(),
                new ReportNumber(7_999_998),
                OutwardState.MADE_AVAILABLE,
                director.clock().instant());
        director.transactions()
                .run(
                        () -> { // or the job of the server finds it waiting
                            messages.insert(List.of(dead));
                            messages.end(List.of(new MessageTable.End(dead.id(), Way.DEAD, null)));
                        });
        assertThat(call(200, list, reader, WEBHOOK + "/messages?dead=true", "").path("messages"))
                .hasSize(1);
        call(400, list, reader, WEBHOOK + "/messages?after=nothing", "");
        String one = "POST " + WEBHOOK + "/messages/{message}/replay";
        call(404, one, keeper, WEBHOOK + "/messages/" + Ids.next() + "/replay", "");
        call(204, one, keeper, WEBHOOK + "/messages/" + dead.id() + "/replay", "");
        String since = "POST " + WEBHOOK + "/replay";
        call(200, since, keeper, WEBHOOK + "/replay", example(since, "since"));
        call(400, since, keeper, WEBHOOK + "/replay", "{\"since\": \"yesterday\"}");
        sql.of("DELETE FROM notices.message WHERE cause = -71").update();
    }

    private void sandbox() {
        String play = "POST " + REPORT + "/sample-agencies/{part}";
        long number = call(200, "GET " + REPORTS, reader, REPORTS, "")
                .path("reports")
                .path(0)
                .path("number")
                .asLong();
        String path = REPORTS + "/" + number + "/sample-agencies/";
        call(202, play, filer, path + "stays-silent", "");
        call(404, play, filer, path + "STAYS_SILENT", "");
        call(404, play, filer, REPORTS + "/1/sample-agencies/accepts", "");
    }

    @Test
    void anAddressSaysWhichMethodsItTakes() {
        var answer = send(HttpRequest.newBuilder(address(WEBHOOK))
                .header("Authorization", filer)
                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Allow")).contains("DELETE, GET, PUT");
        assertThat(answer.body()).contains("DELETE and GET and PUT");
    }
}
