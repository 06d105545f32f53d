// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a company is asked, as its client reads and answers it.
class QuestionsTests {

    private static final UUID ID = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final String CONFLICT = """
            {"type": "x", "title": "t", "status": 409, "detail": "d", "code": 4000, "requestId": "r"}""";

    private FakeServer server;
    private HarborlineClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        client = HarborlineClient.at(server.address())
                .credential("asked", "secret")
                .pace(new FakePace())
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String question(String more) {
        return """
                {"id": "%s", "report": 17, "kind": "time", "state": "open", "toldAt": "2026-11-20T18:00:00Z",
                 "dueAt": "2026-11-27T18:00:00Z"%s}""".formatted(ID, more);
    }

    @Test
    void readsEveryPageOfWhatWaits() throws Exception {
        server.then(200, "{\"questions\": [" + question("") + "], \"next\": \"/api/v1/questions?due=a&after=b\"}")
                .then(200, "{\"questions\": [" + question("") + "]}");

        assertThat(client.questions())
                .hasSize(2)
                .allMatch(one -> one.report() == 17 && one.text().isEmpty());

        assertThat(server.asked)
                .extracting(FakeServer.Asked::call)
                .containsExactly("GET /api/v1/questions", "GET /api/v1/questions?due=a&after=b");
    }

    @Test
    void answersInTheWordsItWasGiven() throws Exception {
        server.then(200, question(", \"answer\": \"[synthetic answer 7]\""));

        client.answer(ID, "a \"b\" \\ \n \u00e9 \ud83d\ude42");

        assertThat(server.asked.get(0).call()).isEqualTo("POST /api/v1/questions/" + ID + "/answer");
        assertThat(Json.object(Json.read(server.asked.get(0).body())))
                .containsEntry("answer", "a \"b\" \\ \n \u00e9 \ud83d\ude42");
    }

    @Test
    void anAnswerWhoseAnswerWasLostIsKnownByItsWords() throws Exception {
        server.thenLoseTheAnswer().then(409, CONFLICT).then(200, question(", \"answer\": \"[synthetic answer 7]\""));

        assertThat(client.answer(ID, " [synthetic answer 7] ").answer()).isEqualTo("[synthetic answer 7]");
    }

    @Test
    void whatSomebodyElseAnsweredIsAConflict() {
        server.then(409, CONFLICT).then(200, question(", \"answer\": \"[synthetic answer 8]\""));

        assertThat(catchThrowableOfType(ConflictException.class, () -> client.answer(ID, "[synthetic answer 7]"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void takesNoOtherAnswerForAQuestionAndShowsNoWords() throws Exception {
        server.then(200, "{\"id\": \"none\"}")
                .then(200, "{}")
                .then(200, question(", \"text\": \"[synthetic question 3]\""));

        assertThat(catchThrowableOfType(ProblemException.class, () -> client.question(ID)))
                .isNotNull();
        assertThat(catchThrowableOfType(ProblemException.class, () -> client.questions()))
                .isNotNull();
        assertThat(client.question(ID).toString()).doesNotContain("synthetic");
    }
}
