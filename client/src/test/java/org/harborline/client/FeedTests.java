// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a company filed, as its client reads it on from where it was.
class FeedTests {

    private FakeServer server;
    private HarborlineClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        client = HarborlineClient.at(server.address())
                .credential("reads", "secret")
                .pace(new FakePace())
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String page(String reports, String cursor, String more) {
        return "{\"reports\": [" + reports + "], \"cursor\": \"" + cursor + "\"" + more + "}";
    }

    @Test
    void goesOnBehindTheCursorUntilNothingIsNew() throws Exception {
        server.then(200, page(FakeServer.RECEIPT, "f-1z", ", \"next\": \"/api/v1/reports?after=f-1z\""))
                .then(200, page(FakeServer.RECEIPT + "," + FakeServer.RECEIPT, "f-2a", ""))
                .then(200, page("", "f-2a", ""));

        Feed first = client.feed("");
        assertThat(first.reports()).extracting(Receipt::number).containsExactly(17L);
        assertThat(first.more()).isTrue();
        Feed second = client.feed(first.cursor());
        assertThat(second.reports()).hasSize(2).allMatch(one -> one.items() == 2 && !one.repeated());
        assertThat(second.more()).isFalse();
        Feed third = client.feed(second.cursor());

        assertThat(third).isEqualTo(new Feed(List.of(), "f-2a", false));
        assertThat(server.asked)
                .extracting(FakeServer.Asked::call)
                .containsExactly(
                        "GET /api/v1/reports", "GET /api/v1/reports?after=f-1z", "GET /api/v1/reports?after=f-2a");
    }

    @Test
    void asksAgainWhenNobodyHasTime() throws Exception {
        server.then(502, "<html>")
                .then(429, Map.of("Retry-After", "1"), "")
                .then(503, "")
                .then(200, page("", "f-0", ""));

        assertThat(client.feed("f-0").cursor()).isEqualTo("f-0");

        assertThat(server.asked).hasSize(4).containsOnly(server.asked.get(0));
        assertThat(client.repetitions()).isEqualTo(3);
    }

    @Test
    void asksAgainWhenTheAnswerIsLost() throws Exception {
        server.thenLoseTheAnswer().thenLoseTheAnswer().thenLoseTheAnswer().then(200, page("", "f-0", ""));

        assertThat(client.feed("f-0").cursor()).isEqualTo("f-0");

        // the runtime's own client asks again by itself now and then
        assertThat(server.asked).hasSize(4).containsOnly(server.asked.get(0));
        assertThat(client.repetitions()).isPositive();
    }

    @Test
    void aCursorThatIsNoneIsRefusedAndTravelsAsOneValue() {
        server.then(400, """
                {"type": "x", "title": "t", "status": 400, "detail": "d", "code": 4000, "requestId": "r"}""");

        assertThat(catchThrowableOfType(RefusedException.class, () -> client.feed("17&reference=x y")))
                .isNotNull();

        assertThat(server.asked)
                .extracting(FakeServer.Asked::call)
                .containsExactly("GET /api/v1/reports?after=17%26reference%3Dx+y");
    }

    /// A report that is passed over would be missed for good.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reports\": []}",
                "{\"reports\": [{\"number\": 0}], \"cursor\": \"f-1\"}",
                "{\"reports\": [{\"number\": 17}], \"cursor\": \"f-1\"}",
                "<html>"
            })
    void takesNothingElseForAFeed(String answer) {
        server.then(200, answer);

        assertThat(catchThrowableOfType(ProblemException.class, () -> client.feed("")))
                .isNotNull();
    }
}
