// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.Filings;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.intake.facts.ReportCorrected;
import org.harborline.journal.Entry;
import org.harborline.journal.Journal;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.notices.NoticesProblem;
import org.harborline.notices.OutwardState;
import org.harborline.notices.OutwardStates;
import org.harborline.notices.Question;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.QuestionState;
import org.harborline.notices.Questions;
import org.harborline.notices.Questions.Ask;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.registry.AgencyId;
import org.harborline.registry.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Questions to senders: who asks, who answers, and what the sender never learns.
@NoticesTest
class QuestionTests {

    private static final Actor ANALYST =
            Stage.staff(Permission.REPORT_READ, Permission.REFER, Permission.REGISTRY_READ);
    private static final Ask ASK = new Ask(QuestionKind.TIME, "[synthetic question 3]", "", 7, false);

    @Autowired
    Stage.Director director;

    @Autowired
    Questions questions;

    @Autowired
    OutwardStates states;

    @Autowired
    Filings filings;

    @Autowired
    WatchQuestions watch;

    @Autowired
    QuestionTable table;

    @Autowired
    List<Ledger> ledgers;

    @Autowired
    Journal journal;

    @Autowired
    MovableClock clock;

    @Autowired
    Sql sql;

    @Autowired
    MockMvcTester mvc;

    private final AgencyId agency = new AgencyId(Ids.next());
    private final Actor officer = officer(agency);
    private ProviderId company;
    private Actor sender;
    private ReportNumber report;

    @BeforeEach
    void anAgencyHasAReport() {
        company = director.company();
        sender = Stage.of(company);
        report = filings.submit(
                        sender,
                        new SentDocument(
                                "Told", SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .report();
        filings.finish(sender, report.value());
        director.read(report);
        deliver(agency);
    }

    private static Actor officer(AgencyId agency) {
        return new Actor(
                "officer-" + agency,
                ActorKind.AGENCY,
                EnumSet.of(Permission.PACKAGE_READ, Permission.PACKAGE_ANSWER),
                agency.ref(),
                null);
    }

    private void deliver(AgencyId to) {
        director.happens(new PackageDelivered(
                new DeliveryId(Ids.next()),
                report,
                to,
                PackageKind.REFERRAL,
                null,
                List.of(),
                List.of(),
                clock.instant(),
                1,
                1,
                null));
    }

    private OutwardState state() {
        return states.of(sender, List.of(report)).get(report).state();
    }

    private static void refused(Object problem, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(thrown -> assertThat(thrown.type()).isEqualTo(problem));
    }

    private long count(String name) {
        return ledgers.stream()
                .filter(ledger -> ledger.law().equals("questions"))
                .flatMap(ledger -> ledger.counts().stream())
                .filter(count -> count.name().equals(name))
                .mapToLong(Ledger.Count::value)
                .sum();
    }

    private void holds() {
        assertThat(count("asked")).isEqualTo(count("open") + count("overdue") + count("answered") + count("withdrawn"));
    }

    @Test
    void anAgencyIsAnsweredAndTheSenderNeverLearnsWhichItIs() {
        clock.move(Duration.ofMinutes(1));
        UUID id = questions.ask(officer, report, ASK);
        director.settle();

        assertThat(state()).isEqualTo(OutwardState.QUESTION);
        Question seen = questions.get(sender, id);
        assertThat(seen.words().text()).isEqualTo("[synthetic question 3]");
        assertThat(seen.agency()).isNull();
        assertThat(seen.askedAt()).isNull();
        assertThat(questions.waiting(sender, null, null, 10))
                .extracting(Question::id)
                .containsExactly(id);
        assertThat(journal.of(Stage.OUTSIDE, report.asRecord(), 0, 100))
                .filteredOn(entry -> entry.type().equals("notices.state-changed"))
                .last()
                .extracting(Entry::body)
                .asString()
                .contains("QUESTION")
                .doesNotContain(agency.toString());
        holds();

        questions.answer(sender, id, "[synthetic answer 3]");
        director.settle();

        assertThat(questions.get(officer, id).words().answer()).isEqualTo("[synthetic answer 3]");
        assertThat(questions.get(officer, id).state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(state()).as("the state before stands again").isEqualTo(OutwardState.MADE_AVAILABLE);
        assertThat(questions.waiting(sender, null, null, 10)).isEmpty();
        assertThat(questions.settled(officer, null, 10))
                .extracting(Question::id)
                .containsExactly(id);
        refused(NoticesProblem.QUESTION_SETTLED, () -> questions.answer(sender, id, "again"));
        holds();
    }

    @Test
    void anAgencyThatLetsItselfBeNamedIsNamed() {
        UUID id = questions.ask(officer, report, new Ask(QuestionKind.OTHER, "[synthetic question 4]", "", 7, true));

        assertThat(questions.get(sender, id).agency()).isEqualTo(agency.value());
    }

    @Test
    void onlyWhoHasTheReportAsksAndOnlyItsSenderAnswers() {
        Actor other = officer(new AgencyId(Ids.next()));
        Actor stranger = Stage.of(director.company());
        UUID id = questions.ask(officer, report, ASK);

        refused(PlatformProblem.NOT_FOUND, () -> questions.ask(other, report, ASK));
        refused(PlatformProblem.NOT_FOUND, () -> questions.ask(sender, report, ASK));
        refused(PlatformProblem.NOT_FOUND, () -> questions.ask(Stage.staff(Permission.REPORT_READ), report, ASK));
        refused(PlatformProblem.NOT_FOUND, () -> questions.get(other, id));
        refused(PlatformProblem.NOT_FOUND, () -> questions.get(stranger, id));
        refused(PlatformProblem.NOT_FOUND, () -> questions.answer(stranger, id, "x"));
        refused(PlatformProblem.NOT_FOUND, () -> questions.answer(officer, id, "x"));
        refused(PlatformProblem.NOT_FOUND, () -> questions.withdraw(sender, id));
        refused(PlatformProblem.NOT_FOUND, () -> questions.withdraw(other, id));
        assertThat(questions.ofReport(other, report)).isEmpty();
        assertThat(questions.get(ANALYST, id).agency()).isEqualTo(agency.value());

        director.happens(new PackageReturned(new DeliveryId(Ids.next()), report, agency, ReturnReason.WRONG_PLACE));
        assertThat(questions.mayAsk(officer, report)).isFalse();
        refused(PlatformProblem.NOT_FOUND, () -> questions.ask(officer, report, ASK));

        deliver(agency);
        assertThat(questions.mayAsk(officer, report)).isTrue();
    }

    @Test
    void whoHoldsAnAccountIsAskedWithAReferenceInLaw() {
        refused(
                NoticesProblem.BASIS_NEEDED,
                () -> questions.ask(officer, report, new Ask(QuestionKind.ACCOUNT_HOLDER, "x", " ", 7, false)));
        refused(
                PlatformProblem.INVALID_INPUT,
                () -> questions.ask(officer, report, new Ask(QuestionKind.OTHER, "x", "", 91, false)));

        UUID id = questions.ask(
                officer, report, new Ask(QuestionKind.ACCOUNT_HOLDER, "x", "[synthetic order 9]", 7, false));

        assertThat(questions.get(sender, id).words().basis()).isEqualTo("[synthetic order 9]");
    }

    @Test
    void whatIsLateShowsToAllAndIsAnsweredAllTheSame() {
        UUID id = questions.ask(ANALYST, report, ASK);
        clock.move(Duration.ofDays(7));
        watch.run();
        watch.run();

        assertThat(questions.get(ANALYST, id).state()).isEqualTo(QuestionState.OVERDUE);
        assertThat(questions.waiting(sender, null, null, 10))
                .extracting(Question::id)
                .containsExactly(id);
        director.settle();
        assertThat(journal.of(Stage.OUTSIDE, report.asRecord(), 0, 100))
                .filteredOn(entry -> entry.type().equals("notices.question-overdue"))
                .hasSize(1);
        holds();

        questions.answer(sender, id, "[synthetic answer 5]");
        assertThat(questions.get(ANALYST, id).state()).isEqualTo(QuestionState.ANSWERED);
        holds();
    }

    @Test
    void theStateStandsUntilTheLastQuestionIsSettled() {
        clock.move(Duration.ofMinutes(1));
        UUID first = questions.ask(officer, report, ASK);
        UUID second = questions.ask(ANALYST, report, ASK);
        questions.withdraw(officer, first);
        director.settle();
        assertThat(state()).isEqualTo(OutwardState.QUESTION);

        questions.withdraw(ANALYST, second);
        director.settle();

        assertThat(state()).isEqualTo(OutwardState.MADE_AVAILABLE);
    }

    @Test
    void aCorrectionOfItsSenderIsToldAsTakenIn() {
        clock.move(Duration.ofHours(1));
        director.happens(new ReportCorrected(report, company.value(), new ReportNumber(6_999_998)));

        assertThat(state()).isEqualTo(OutwardState.CORRECTED);
    }

    @Test
    void anErasedReportLeavesNoWords() {
        UUID open = questions.ask(officer, report, ASK);
        UUID answered = questions.ask(officer, report, ASK);
        questions.answer(sender, answered, "[synthetic answer 6]");

        table.forget(List.of(report), clock.instant());

        assertThat(questions.get(officer, open)).satisfies(question -> {
            assertThat(question.words()).isNull();
            assertThat(question.state()).isEqualTo(QuestionState.WITHDRAWN);
        });
        assertThat(questions.get(officer, answered).state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(sql.of("""
                        SELECT count(*) FROM notices.question q JOIN notices.question_progress p USING (question)
                         WHERE q.report = :report AND (q.text IS NOT NULL OR q.basis IS NOT NULL OR p.answer IS NOT NULL)
                        """).param("report", report.value()).query(Long.class).single())
                .isZero();
        holds();
    }

    @Test
    void allThreeSidesHaveTheirPages() {
        UUID id = questions.ask(officer, report, ASK);

        assertThat(page("/provider/questions", sender)).contains("What a time or its zone means", report.toString());
        assertThat(page("/provider/questions/" + id, sender))
                .contains("[synthetic question 3]", "The clearinghouse", "name=\"answer\"")
                .doesNotContain(agency.toString(), "/withdrawal");
        assertThat(page("/agency/questions/about/" + report, officer)).contains("Ask the company", "name=\"named\"");
        assertThat(page("/agency/questions/" + id, officer))
                .contains("/withdrawal")
                .doesNotContain("name=\"answer\"");
        assertThat(page("/questions/about/" + report, ANALYST)).contains("Ask the company");
        assertThat(page("/questions/" + id + "?hidden=true", ANALYST))
                .contains("[hidden]")
                .doesNotContain("[synthetic question 3]");
        assertThat(mvc.post()
                        .uri("/provider/questions/" + id + "/answer")
                        .param("answer", "[synthetic answer 7]")
                        .with(csrf())
                        .with(authentication(new ActorAuthentication(sender))))
                .hasStatus3xxRedirection();
        assertThat(page("/agency/questions?settled=true", officer)).contains(id.toString());
    }

    private String page(String path, Actor actor) {
        var answer = mvc.get()
                .uri(path)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
        assertThat(answer).hasStatusOk();
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("??");
        return body;
    }

    @Test
    void readsListsFromTheirIndexes() {
        int _ = sql.of("""
                WITH asked AS (
                    INSERT INTO notices.question (question, report, provider, agency, kind, named, asked_by, asked_at)
                    SELECT gen_random_uuid(), 900000000 + n, CASE WHEN n % 3 = 0 THEN :one ELSE gen_random_uuid() END,
                           CASE WHEN n % 3 = 0 THEN :one ELSE gen_random_uuid() END, 'OTHER', false, 'x',
                           timestamptz '2026-01-01Z'
                      FROM generate_series(1, 20000) AS n
                    RETURNING question, report, provider, agency)
                INSERT INTO notices.question_progress (question, report, provider, agency, state, told_at, due_at, settled_at)
                SELECT question, report, provider, agency, CASE WHEN report % 2 = 0 THEN 'OVERDUE' ELSE 'ANSWERED' END,
                       timestamptz '2026-01-01Z', timestamptz '2026-01-02Z' + report * interval '1 second',
                       CASE WHEN report % 2 = 1 THEN timestamptz '2026-01-02Z' END
                  FROM asked
                """).param("one", company.value()).update();
        try {
            assertThat(plan(sql.of("EXPLAIN " + QuestionTable.WAITING_AT_PROVIDER)
                            .param("now", Columns.time(clock.instant()))))
                    .contains("question_at_provider")
                    .doesNotContain("Seq Scan");
            assertThat(plan(sql.of("EXPLAIN " + QuestionTable.WAITING_OF_AGENCY)))
                    .contains("question_of_agency");
            assertThat(plan(sql.of("EXPLAIN " + QuestionTable.WAITING)))
                    .contains("question_waiting")
                    .doesNotContain("Seq Scan");
            assertThat(plan(sql.of("EXPLAIN " + QuestionTable.SETTLED_OF_AGENCY)))
                    .contains("question_settled_of_agency");
            assertThat(plan(sql.of("EXPLAIN " + QuestionTable.OF_REPORT))).contains("question_progress_of_report");
        } finally {
            int _ = sql.of("DELETE FROM notices.question_progress WHERE report > 900000000")
                    .update();
            int _ = sql.of("DELETE FROM notices.question WHERE report > 900000000")
                    .update();
        }
    }

    private String plan(StatementSpec statement) {
        return String.join(
                "\n",
                statement
                        .param("whose", company.value())
                        .param("report", 900_000_017L)
                        .param("after", Columns.time(clock.instant()))
                        .param("question", new UUID(0, 0))
                        .param("before", new UUID(-1, -1))
                        .param("limit", 50)
                        .query(String.class)
                        .list());
    }
}
