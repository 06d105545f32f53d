// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.QuestionState;
import org.harborline.notices.Questions;
import org.harborline.notices.Questions.Ask;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions to a company, answered by its machines.
@NoticesTest
class QuestionApiTests {

    private static final String PATH = "/api/v1/questions";
    private static final Actor ANALYST = Stage.staff(Permission.REPORT_READ, Permission.REFER);
    private static final String ANSWER = "{\"answer\": \" [synthetic answer 7] \"}";

    @Autowired
    Stage.Director director;

    @Autowired
    Questions questions;

    @Autowired
    Filings filings;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    private ProviderId company;
    private ReportNumber report;
    private String answerer;

    @BeforeEach
    void aCompanyHasFiled() {
        company = director.company();
        Actor sender = Stage.of(company);
        report = filings.submit(
                        sender,
                        new SentDocument(
                                "Told", SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .report();
        filings.finish(sender, report.value());
        director.read(report);
        answerer = credential(company, CredentialScope.QUESTIONS);
    }

    private String credential(ProviderId of, CredentialScope scope) {
        var issued =
                director.organisations().issueCredential(Stage.OUTSIDE, new IssueCredential(of, null, scope, null));
        String pair = issued.userName() + ":" + issued.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private UUID asked(int days) {
        return questions.ask(ANALYST, report, new Ask(QuestionKind.TIME, "[synthetic question 3]", "", days, false));
    }

    private JsonNode call(int status, HttpMethod method, String path, String as, String body) {
        var answer = mvc.method(method)
                .uri(path)
                .header("Authorization", as)
                .contentType("application/json")
                .content(body)
                .exchange();
        assertThat(answer).hasStatus(status);
        assertThat(answer.getResponse().getContentType())
                .startsWith(status == 200 ? "application/json" : "application/problem+json");
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private JsonNode get(int status, String path, String as) {
        return call(status, HttpMethod.GET, path, as, "");
    }

    private JsonNode answer(int status, UUID question, String as, String body) {
        return call(status, HttpMethod.POST, PATH + "/" + question + "/answer", as, body);
    }

    @Test
    void aMachineListsReadsAndAnswersWhatItsCompanyIsAsked() {
        UUID later = asked(9);
        UUID sooner = asked(7);

        JsonNode list = get(200, PATH, answerer);
        assertThat(list.at("/questions/0/id").asString()).isEqualTo(sooner.toString());
        assertThat(list.at("/questions/1/id").asString()).isEqualTo(later.toString());
        assertThat(list.at("/questions/0/report").asLong()).isEqualTo(report.value());
        assertThat(list.toString()).doesNotContain("synthetic");
        assertThat(list.has("next")).isFalse();
        JsonNode one = get(200, PATH + "/" + sooner, answerer);
        assertThat(one.path("text").asString()).isEqualTo("[synthetic question 3]");
        assertThat(one.path("state").asString()).isEqualTo("open");
        assertThat(one.has("agency")).isFalse();

        JsonNode answered = answer(200, sooner, answerer, ANSWER);

        assertThat(answered.path("answer").asString()).isEqualTo("[synthetic answer 7]");
        assertThat(get(200, PATH + "/" + sooner, answerer)).isEqualTo(answered);
        assertThat(questions.get(ANALYST, sooner).state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(get(200, PATH, answerer).path("questions")).hasSize(1);
        answer(409, sooner, answerer, ANSWER);
        questions.withdraw(ANALYST, later);
        answer(409, later, answerer, ANSWER);
    }

    @Test
    void aLateAnswerIsTaken() {
        UUID late = asked(1);
        clock.move(Duration.ofDays(2));

        answer(200, late, answerer, ANSWER);
    }

    @Test
    void theQuestionOfAnotherCompanyDoesNotExist() {
        UUID asked = asked(7);
        String stranger = credential(director.company(), CredentialScope.QUESTIONS);

        assertThat(get(200, PATH, stranger).path("questions")).isEmpty();
        JsonNode absent = get(404, PATH + "/" + UUID.randomUUID(), stranger);
        JsonNode hidden = get(404, PATH + "/" + asked, stranger);
        assertThat(hidden.path("detail")).isEqualTo(absent.path("detail"));
        answer(404, asked, stranger, ANSWER);
        assertThat(questions.get(ANALYST, asked).state()).isEqualTo(QuestionState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(names = "QUESTIONS", mode = EnumSource.Mode.EXCLUDE)
    void aCredentialThatWasNotIssuedForItReadsAndAnswersNothing(CredentialScope scope) {
        UUID asked = asked(7);
        String other = credential(company, scope);

        get(403, PATH, other);
        get(403, PATH + "/" + asked, other);
        answer(403, asked, other, ANSWER);
    }

    @Test
    void aCredentialForQuestionsFilesNothingAndKeepsNoWebhook() {
        call(403, HttpMethod.POST, "/api/v1/reports", answerer, "{}");
        call(403, HttpMethod.DELETE, "/api/v1/webhook", answerer, "");
        get(200, "/api/v1/reports/" + report, answerer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "{\"answer\": null}", "{\"answer\": \" \"}", "{\"anser\": \"x\"}", "[1]", "x"})
    void whatIsNoAnswerIsSaidToBeNone(String body) {
        UUID asked = asked(7);

        assertThat(answer(400, asked, answerer, body).path("detail").asString()).contains("1 to 4,000 characters");
        assertThat(questions.get(ANALYST, asked).state()).isEqualTo(QuestionState.OPEN);
    }

    @Test
    void anAnswerHasAtMostFourThousandCharacters() {
        UUID asked = asked(7);
        String longest = "\\u00e9".repeat(4000);

        answer(400, asked, answerer, "{\"answer\": \"" + longest + "x\"}");
        answer(400, asked, answerer, "{\"answer\": \"" + "\\u00e9".repeat(6000) + "\"}");
        answer(200, asked, answerer, "{\"answer\": \"" + longest + "\"}");
    }

    @Test
    void aPageLeadsToTheNext() {
        var ids = IntStream.range(0, 101).mapToObj(_ -> asked(7).toString()).toList();

        JsonNode first = get(200, PATH, answerer);
        assertThat(first.path("questions")).hasSize(100);
        JsonNode second = get(200, first.path("next").asString(), answerer);

        assertThat(second.path("questions")).hasSize(1);
        assertThat(second.at("/questions/0/id").asString()).isEqualTo(ids.getLast());
        assertThat(second.has("next")).isFalse();
    }
}
