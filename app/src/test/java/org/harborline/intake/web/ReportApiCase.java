// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.Filings;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RefusedEscalations;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Sql;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sender and its reports in one call, over a real connection.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ReportApiCase {

    static final Actor SYSTEM = Actor.system("report-api-tests");

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Autowired
    Organisations organisations;

    @Autowired
    Reports reports;

    @Autowired
    Filings filings;

    @Autowired
    RefusedEscalations refused;

    @Autowired
    Sql sql;

    @Autowired
    JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    String authorization = "";
    String readOnly = "";
    UUID provider = new UUID(0, 0);

    @BeforeEach
    void register() {
        String code = "j" + Long.toUnsignedString(System.nanoTime(), 36);
        var registered = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        authorization = basic(organisations.issueCredential(SYSTEM, new IssueCredential(registered, false, null)));
        readOnly = basic(organisations.issueCredential(SYSTEM, new IssueCredential(registered, true, null)));
        provider = registered.value();
    }

    private static String basic(IssuedCredential credential) {
        String pair = credential.userName() + ":" + credential.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String as) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", as);
    }

    HttpResponse<String> get(String path) {
        return send(request(path, authorization).GET());
    }

    HttpResponse<String> file(String body) {
        return send(request("/reports", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> file(String key, String body) {
        return send(request("/reports", authorization)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    String report(String more, String beside) {
        return """
                {%s "report": {
                  "personOrUserReported": [{"screenName": "grey_otter", "espIdentifier": "u-1",
                                            "ipCaptureEvent": {"ipAddress": "203.0.113.9", "port": 4021}}],
                  "reporter": {"reportingPerson": {"email": {"value": "desk@chat.example", "type": "Work"}}},
                  "internetDetails": {"chatImIncident": {"chatClient": "Example Chat"}},
                  "incidentSummary": {"incidentDateTime": "%s",
                                      "incidentType": "Online Enticement of Children for Sexual Acts"%s}}}
                """.formatted(beside, when(), more);
    }

    private String when() {
        return clock.instant()
                .minus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .toString();
    }

    JsonNode filed(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json.readTree(response.body());
    }

    JsonNode problem(HttpResponse<String> response, int status, int code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.path("code").asInt()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("requestId").asString(""))
                .isEqualTo(response.headers().firstValue("Request-ID").orElseThrow());
        return problem;
    }

    static List<String> pointers(JsonNode problem) {
        var pointers = new ArrayList<String>();
        problem.path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asString("")));
        return pointers;
    }

    JsonNode list(String query) {
        var response = get("/reports" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    static List<Long> listed(JsonNode page) {
        return page.path("reports").values().stream()
                .map(one -> one.path("number").asLong())
                .toList();
    }

    long open() {
        var opened = filings.submit(
                sender(),
                new SentDocument(
                        "Example Chat", SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8), null));
        return Objects.requireNonNull(opened.report()).value();
    }

    void finish(long number) {
        assertThat(filings.finish(sender(), number).code()).isEqualTo(WireCode.SUCCESS);
    }

    Actor sender() {
        return new Actor(
                "report-api-tests",
                ActorKind.PROVIDER,
                Set.of(Permission.REPORT_FILE, Permission.FILING_READ),
                new ProviderId(provider).ref(),
                Purpose.REPORTING_OBLIGATION);
    }

    ReceivedReport received(long number) {
        var report = new ReportNumber(number);
        var opened = reports.open(SYSTEM, List.of(report)).get(report);
        assertThat(opened).isNotNull();
        return opened;
    }

    long count() {
        return sql.of("SELECT count(*) FROM intake.report WHERE provider_id = :provider")
                .param("provider", provider)
                .query(Long.class)
                .single();
    }
}
