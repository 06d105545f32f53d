// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.ReceiptWords;
import org.harborline.platform.Sql;
import org.harborline.support.AskForSupport;
import org.harborline.support.CallOutcome;
import org.harborline.support.ClosingReason;
import org.harborline.support.ContactWay;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportAsked;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportProblem;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportRequests;
import org.harborline.support.SupportState;
import org.harborline.support.SupportTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The way of a request, at the real database.
@SpringBootTest
class SupportDeskTests {

    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);
    private static final Actor DESK = staff("desk-1", Permission.SUPPORT_ANSWER);
    private static final Actor COLLEAGUE = staff("desk-2", Permission.SUPPORT_ANSWER);
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
    private static final String NUMBER = "+1 202 555 0147";
    private static final String SAID = "[synthetic request 17]";

    @Autowired
    SupportRequests requests;

    @Autowired
    Sql sql;

    private static Actor staff(String id, Permission... may) {
        return new Actor(id, ActorKind.STAFF, Set.of(may), null, Purpose.SUPPORT);
    }

    @BeforeEach
    void isStaffed() {
        requests.changeHours(
                DESK,
                new DeskHours(
                        ZoneOffset.UTC,
                        Stream.of(DayOfWeek.values())
                                .map(day -> new DeskHours.Shift(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                                .toList()));
    }

    private String ask(ContactWay way, boolean household) {
        return requests.ask(VISITOR, request(UUID.randomUUID(), way, household)).words();
    }

    private static AskForSupport request(UUID form, ContactWay way, boolean household) {
        return new AskForSupport(
                form,
                SupportTopic.TALK,
                "en",
                "Robin",
                way,
                way == ContactWay.COME_BACK ? "" : NUMBER,
                "after nine",
                household,
                SAID);
    }

    private SupportRequestId newest() {
        return new SupportRequestId(sql.of("SELECT request_id FROM support.request ORDER BY request_id DESC LIMIT 1")
                .query(UUID.class)
                .single());
    }

    private SupportFile file(SupportRequestId id) {
        return requests.open(DESK, id).orElseThrow();
    }

    private Instant shown(SupportRequestId id) {
        return file(id).messages().getLast().at();
    }

    @Test
    void isAnsweredByOnePersonAndReadByWhoeverKnowsTheWords() {
        String words = ask(ContactWay.COME_BACK, false);
        SupportRequestId id = newest();
        requests.take(DESK, id);
        assertThatProblem(
                SupportProblem.TAKEN_BY_ANOTHER, () -> requests.answer(COLLEAGUE, id, "[synthetic answer 1]", LATER));

        requests.answer(DESK, id, "[synthetic answer 2]", shown(id));

        assertThat(requests.enter(VISITOR, words).orElseThrow().fromDesk())
                .as("never shows what they said themselves, and not who wrote")
                .extracting(SupportFile.Message::text, SupportFile.Message::byDesk)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("[synthetic answer 2]", ""));
        assertThat(file(id).request().dueAt()).as("nothing is owed any more").isNull();
        assertThat(requests.enter(VISITOR, ReceiptWords.of(UUID.randomUUID(), "en")))
                .isEmpty();
    }

    @Test
    void isTakenOverFromSomebodyWhoIsNotThereByOneOfTwo() {
        ask(ContactWay.PHONE, false);
        SupportRequestId id = newest();
        Actor third = staff("desk-3", Permission.SUPPORT_ANSWER);
        requests.take(DESK, id);
        Instant promised = file(id).request().dueAt();

        requests.takeOver(COLLEAGUE, id, DESK.id());
        assertThatProblem(SupportProblem.TAKEN_BY_ANOTHER, () -> requests.takeOver(third, id, DESK.id()));
        requests.takeOver(COLLEAGUE, id, DESK.id());

        assertThat(file(id).request().takenBy()).isEqualTo(COLLEAGUE.id());
        assertThat(file(id).request().dueAt())
                .as("the clock goes on")
                .isNotNull()
                .isEqualTo(promised);
        assertThatProblem(SupportProblem.TAKEN_BY_ANOTHER, () -> requests.called(DESK, id, CallOutcome.REACHED));
        requests.answer(COLLEAGUE, id, "[synthetic answer 8]", LATER);
        assertThat(recorded("support.support-taken-over", id)).isEqualTo(1);
    }

    private long recorded(String fact, SupportRequestId id) {
        return sql.of("""
                        SELECT count(*)
                          FROM (SELECT fact_type, subject_id FROM journal.inbox
                                UNION ALL
                                SELECT fact_type, subject_id FROM journal.entry) AS fact
                         WHERE fact_type = :fact
                           AND subject_id = :id
                        """)
                .param("fact", fact)
                .param("id", id.value().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void nobodyTakesOverWhatNobodyHas() {
        ask(ContactWay.COME_BACK, false);
        SupportRequestId id = newest();

        assertThatProblem(SupportProblem.TAKEN_BY_ANOTHER, () -> requests.takeOver(COLLEAGUE, id, DESK.id()));
        assertThat(file(id).request().takenBy()).isNull();
    }

    @Test
    void owesAnAnswerAgainAndOpensAgainWhenTheyWrite() {
        String words = ask(ContactWay.COME_BACK, false);
        SupportRequestId id = newest();
        requests.take(DESK, id);
        requests.close(DESK, id, ClosingReason.HELPED);
        assertThat(requests.list(DESK, null, 200))
                .extracting(SupportRequest::id)
                .doesNotContain(id);

        assertThat(requests.write(VISITOR, words, "[synthetic message 3]")).isTrue();

        assertThat(file(id).request().state()).isEqualTo(SupportState.TAKEN);
        assertThat(file(id).request().dueAt()).isNotNull();
        assertThat(file(id).messages())
                .extracting(SupportFile.Message::text)
                .containsExactly(SAID, "[synthetic message 3]");
    }

    @Test
    void anAnswerToWhatWasShownLeavesWhatCameAfterOwed() {
        String words = ask(ContactWay.COME_BACK, false);
        SupportRequestId id = newest();
        requests.take(DESK, id);
        Instant shown = shown(id);
        assertThat(requests.write(VISITOR, words, "[synthetic message 6]")).isTrue();

        requests.answer(DESK, id, "[synthetic answer 6]", shown);
        assertThat(file(id).request().dueAt()).as("nobody saw it yet").isNotNull();

        requests.answer(DESK, id, "[synthetic answer 7]", shown(id));
        assertThat(file(id).request().dueAt()).isNull();
    }

    @Test
    void aFormSentTwiceIsOneRequestWithTheSameWords() {
        UUID form = UUID.randomUUID();
        var first = requests.ask(VISITOR, request(form, ContactWay.PHONE, false));
        SupportRequestId id = newest();

        var second = requests.ask(VISITOR, request(form, ContactWay.PHONE, false));

        assertThat(first.sentBefore()).isFalse();
        assertThat(second).as("says so").isEqualTo(new SupportAsked(first.words(), first.answerBy(), true));
        assertThat(newest()).isEqualTo(id);
        assertThat(file(id).messages()).hasSize(1);
    }

    @Test
    void aFormSentAgainBecauseSomebodyCouldNoticeEndsWhatGoesOut() {
        UUID form = UUID.randomUUID();
        requests.ask(VISITOR, request(form, ContactWay.PHONE, false));
        SupportRequestId id = newest();
        requests.take(DESK, id);
        assertThat(file(id).address()).isEqualTo(NUMBER);

        requests.ask(VISITOR, request(form, ContactWay.PHONE, true));
        requests.ask(VISITOR, request(form, ContactWay.PHONE, false));

        assertThat(file(id).request().household())
                .as("what is sent again lifts nothing")
                .isTrue();
        assertThat(file(id).address()).isNull();
        assertThatProblem(SupportProblem.NOT_SAFE, () -> requests.called(DESK, id, CallOutcome.REACHED));
        assertThat(recorded("support.support-household-changed", id)).isEqualTo(1);
    }

    @Test
    void nothingGoesOutWhileSomebodyCouldNotice() {
        String words = ask(ContactWay.PHONE, true);
        SupportRequestId id = newest();
        requests.take(DESK, id);

        assertThat(file(id).address()).as("the number is not even shown").isNull();
        assertThatProblem(SupportProblem.NOT_SAFE, () -> requests.called(DESK, id, CallOutcome.NO_ANSWER));
        requests.answer(DESK, id, "[synthetic answer 4]", shown(id));
        assertThat(requests.enter(VISITOR, words).orElseThrow().fromDesk()).hasSize(1);

        requests.household(DESK, id, false);
        assertThat(file(id).address()).isEqualTo(NUMBER);
    }

    @Test
    void aCallThatWasNotSafeEndsWhatGoesOut() {
        ask(ContactWay.PHONE, false);
        SupportRequestId id = newest();
        requests.take(DESK, id);
        requests.called(DESK, id, CallOutcome.NO_ANSWER);
        assertThat(file(id).request().dueAt()).as("owed again").isNotNull();

        requests.called(DESK, id, CallOutcome.NOT_SAFE);

        assertThat(file(id).request().household()).isTrue();
        assertThat(file(id).address()).isNull();
        assertThat(file(id).calls())
                .extracting(SupportFile.Call::outcome)
                .containsExactly(CallOutcome.NO_ANSWER, CallOutcome.NOT_SAFE);
    }

    @Test
    void aClosedDoorOpensToNobody() {
        String words = ask(ContactWay.COME_BACK, false);
        SupportRequestId id = newest();

        assertThat(requests.closeDoor(VISITOR, words)).isTrue();

        assertThat(requests.enter(VISITOR, words)).isEmpty();
        assertThat(requests.write(VISITOR, words, "[synthetic message 5]")).isFalse();
        assertThat(file(id).messages()).as("the desk keeps what was said").hasSize(1);
    }

    @Test
    void takesNoRequestThatNobodyWouldAnswer() {
        requests.changeHours(DESK, new DeskHours(ZoneOffset.UTC, List.of()));

        assertThatProblem(SupportProblem.NOT_STAFFED, () -> ask(ContactWay.COME_BACK, false));
    }

    @Test
    void nobodyWhoWorksOnReportsOpensARequest() {
        ask(ContactWay.COME_BACK, false);
        SupportRequestId id = newest();
        Actor analyst =
                staff("analyst-1", Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.REPORTER_REVEAL);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> requests.open(analyst, id));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> requests.list(analyst, null, 10));
    }

    @Test
    void listsByTheClockAndReadsAPageFromItsIndex() {
        int _ = sql.of("""
                INSERT INTO support.request (request_id, form_id, words_hash, state, topic, language, way, household, asked_at,
                                             due_at, taken_by, closed_at, outcome, called, safe_times)
                SELECT gen_random_uuid(), gen_random_uuid(), md5(n::text) || md5(n::text), 'CLOSED', 'TALK', 'en', 'COME_BACK', false,
                       now(), now(), 'x', now(), 'HELPED', 'x', 'x'
                  FROM generate_series(1, 20000) AS n
                """).update();
        try {
            assertThat(plan(sql.of("EXPLAIN " + SupportTable.LIST), UUID.randomUUID()))
                    .contains("request_due", "Index Cond: (ROW(")
                    .doesNotContain("Sort", "Seq Scan on request ");
            assertThat(plan(sql.of("EXPLAIN " + SupportTable.BY_WORDS), null)).contains("request_words");
        } finally {
            int _ = sql.of("DELETE FROM support.request WHERE taken_by = 'x'").update();
        }
    }

    private static String plan(
            org.springframework.jdbc.core.simple.JdbcClient.StatementSpec explained, @Nullable UUID after) {
        return String.join(
                "\n",
                explained
                        .param("after", after)
                        .param("limit", 50)
                        .param("hash", "0".repeat(64))
                        .query(String.class)
                        .list());
    }

    private static void assertThatProblem(SupportProblem type, Runnable does) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(does::run)
                .matches(problem -> problem.type() == type);
    }
}
