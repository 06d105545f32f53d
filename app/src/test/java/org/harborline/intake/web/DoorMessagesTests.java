// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.Conversations;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// How much is written behind a door, once, and read a page at a time; and that danger always gets through.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorMessagesTests {

    private static final Actor SYSTEM = Actor.system("door-messages-test");
    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);
    private static final Actor STAFF = new Actor(
            new UUID(0, 9).toString(),
            ActorKind.STAFF,
            Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.WORKLIST_USE),
            null,
            null);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Conversations conversations;

    @Autowired
    private JdbcClient jdbc;

    private MockMvcTester mvc;
    private DoorWalk walk;
    private List<String> words;
    private ReportNumber report;

    @BeforeEach
    void stand() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.addFilters(filter("requestIds"), filter("doorLanguage"))
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        // Each test from a network of its own: networks that send much are slowed.
        String network = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xFFFF) + ":8::9";
        walk = new DoorWalk(mvc, "en", network).begin("child", "no").toTheEnd("");
        words = walk.send().words();
        report = new ReportNumber(filed().getLast());
        walk.back(words);
    }

    private Filter filter(String name) {
        return context.getBean(name, FilterRegistrationBean.class).getFilter();
    }

    private List<Long> filed() {
        return jdbc.sql("SELECT report_number FROM intake.report WHERE source <> 'PROVIDER' ORDER BY report_number")
                .query(Long.class)
                .list();
    }

    /// How many messages there are, of which so many are read.
    private List<Long> written() {
        return List.of(count("SELECT count(*)"), count("SELECT count(message.read_at)"));
    }

    private long count(String what) {
        return jdbc.sql(what + """
                         FROM intake.door_message AS message
                         JOIN intake.door_report AS door ON door.door_id = message.door_id
                        WHERE door.report_number = ? AND message.sent_by IS NULL
                        """).param(report.value()).query(Long.class).single();
    }

    private String staffPage(String more) {
        var answer = mvc.get()
                .uri("/reports/" + report + "/panels/conversation" + more)
                .accept("text/html")
                .with(authentication(new ActorAuthentication(STAFF)))
                .exchange();
        assertThat(answer).hasStatusOk();
        String page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        return page;
    }

    private static String link(String page, String parameter) {
        var found = Pattern.compile("\\?(" + parameter + "=[0-9a-f-]{36})\"").matcher(page);
        assertThat(found.find()).as(parameter).isTrue();
        return "?" + found.group(1);
    }

    private DoorWalk write(String text) {
        return walk.post("/report/door/write", "door", walk.hidden("door"), "text", text);
    }

    @Test
    void onePageInTwoTabsIsOneMessageAndAnotherTextInItIsNotLost() throws Exception {
        String door = walk.hidden("door");
        Callable<Conversations.Outcome> tab = () -> conversations.write(VISITOR, door, "[synthetic message 1]", false);
        try (var tabs = Executors.newFixedThreadPool(4)) {
            for (var sent : tabs.invokeAll(List.of(tab, tab, tab, tab))) {
                assertThat(sent.get()).isEqualTo(Conversations.Outcome.KEPT);
            }
        }
        assertThat(written()).containsExactly(1L, 0L);

        walk.post("/report/door/write", "door", door, "text", "[synthetic message 2]");
        assertThat(walk.page).contains("We have your message");
        assertThat(staffPage("")).contains("[synthetic message 1]", "[synthetic message 2]");

        int before = filed().size();
        walk.post("/report/door/write", "door", door, "text", "[synthetic message 1]", "danger", "yes");
        walk.post("/report/door/write", "door", door, "text", "[synthetic message 1]", "danger", "yes");
        assertThat(filed()).as("the same words with danger").hasSize(before + 1);
    }

    @Test
    void theSameTextOnceMoreIsNotASecondMessageUntilSomebodyReadIt() {
        write("[synthetic message 11]");
        walk.back(words);
        write("[synthetic message 11]");
        assertThat(walk.page).contains("We have your message");
        assertThat(written()).containsExactly(1L, 0L);
        assertThat(staffPage("")).contains("[synthetic message 11]");
        write("[synthetic message 11]");
        assertThat(written()).containsExactly(2L, 1L);

        conversations.answer(SYSTEM, report, "[synthetic answer 11]", null);
        conversations.answer(SYSTEM, report, "[synthetic answer 11]", null);
        assertThat(staffPage("")).containsOnlyOnce("[synthetic answer 11]");
    }

    @Test
    void messagesThatNobodyReadAreBoundedAndNothingTypedIsLost() {
        for (int i = 1; i <= Conversations.MOST_WAITING; i++) {
            assertThat(write("[synthetic message " + i + "]").page).contains("We have your message");
        }
        String door = walk.hidden("door");
        write("[synthetic message 51]");
        assertThat(walk.page)
                .contains("read your last messages first", "[synthetic message 51]</textarea>")
                .doesNotContain("We have your message");
        assertThat(written()).containsExactly(50L, 0L);

        int before = filed().size();
        walk.post("/report/door/write", "door", door, "text", "[synthetic message 52]", "danger", "yes");
        assertThat(walk.page).contains("are calling someone now");
        assertThat(filed()).hasSize(before + 1);

        assertThat(staffPage("")).contains("[synthetic message 1]", "[synthetic message 50]");
        write("[synthetic message 51]");
        assertThat(walk.page).contains("We have your message");
    }

    @Test
    void theLongestMessageIsTakenAndOneOfBlanksOnlyIsNot() {
        write(" \t\r\n ");
        assertThat(walk.page).contains("Write something first");
        write("");
        assertThat(walk.page).contains("Write something first");
        write("x".repeat(Conversations.LONGEST + 1));
        assertThat(walk.page).contains("too long to send", "x".repeat(Conversations.LONGEST + 1) + "</textarea>");
        assertThat(written()).containsExactly(0L, 0L);
        write("\r\n" + "x".repeat(Conversations.LONGEST) + "\r\n");
        assertThat(walk.page).contains("We have your message");
        assertThat(written()).containsExactly(1L, 0L);
    }

    @Test
    void dangerNeedsNoWordsAndIsNotRefusedForTooMany() {
        int before = filed().size();
        walk.post("/report/door/write", "door", walk.hidden("door"), "text", " \r\n", "danger", "yes");
        assertThat(walk.page).contains("are calling someone now");
        String door = walk.hidden("door");
        String longest = "x".repeat(Conversations.LONGEST_DANGER + 10);
        walk.post("/report/door/write", "door", door, "text", longest, "danger", "yes");
        assertThat(walk.page).contains("are calling someone now");
        assertThat(filed()).hasSize(before + 2);
        assertThat(staffPage("")).contains("Sent without words.");
    }

    @Test
    void afterTheDoorIsClosedNothingTypedIsLostAndDangerIsAReportOfItsOwn() {
        String door = walk.hidden("door");
        walk.post("/report/door/close", "door", door, "sure", "yes");
        for (String dead : List.of(door, "no door")) {
            var answer = mvc.post()
                    .uri("/report/door/write")
                    .param("door", dead)
                    .param("text", "[synthetic message 61]")
                    .exchange();
            assertThat(answer).hasStatus(410);
            assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .contains("This was not sent", "[synthetic message 61]</textarea>")
                    .doesNotContain("??");
        }
        int before = filed().size();
        walk.post(
                "/report/door/write",
                "door",
                door,
                "entry",
                "child",
                "text",
                "[synthetic message 62]",
                "danger",
                "yes");
        assertThat(walk.page).contains("We are calling someone now");
        assertThat(filed()).hasSize(before + 1);
        assertThat(walk.words()).isNotEqualTo(words);
        assertThat(written()).containsExactly(0L, 0L);
    }

    @Test
    void aLongConversationIsReadAPageAtATimeAndOnlyWhatWasShownCountsAsRead() {
        write("[synthetic message 71]");
        IntStream.rangeClosed(1, 60)
                .forEach(i -> conversations.answer(SYSTEM, report, "[synthetic answer " + i + "]", null));
        walk.back(words);
        assertThat(walk.page)
                .contains("[synthetic answer 1]", "[synthetic answer 20]", "There are more messages")
                .doesNotContain("[synthetic answer 21]");
        walk.post("/report/door/read", "door", walk.hidden("door"));
        assertThat(walk.page)
                .contains("[synthetic answer 21]", "[synthetic answer 40]", "There are more messages")
                .doesNotContain("[synthetic answer 20]", "[synthetic answer 41]");
        walk.post("/report/door/read", "door", walk.hidden("door"));
        assertThat(walk.page)
                .contains("[synthetic answer 41]", "[synthetic answer 60]")
                .doesNotContain("There are more messages");
        write("[synthetic message 72]");
        assertThat(walk.page).contains("There is no new message");
        assertThat(written()).containsExactly(2L, 0L);

        String first = staffPage("");
        assertThat(first)
                .as("from what nobody read on")
                .contains("[synthetic message 71]", "[synthetic answer 49]", "Later messages")
                .doesNotContain("[synthetic answer 50]", "[synthetic message 72]", "Earlier messages");
        assertThat(written()).containsExactly(2L, 1L);
        assertThat(staffPage(link(first, "from")))
                .contains("[synthetic answer 50]", "[synthetic message 72]", "Earlier messages")
                .doesNotContain("[synthetic answer 49]", "Later messages");
        assertThat(written()).containsExactly(2L, 2L);

        String newest = staffPage("");
        assertThat(newest)
                .contains("[synthetic message 72]", "[synthetic answer 12]")
                .doesNotContain("[synthetic answer 11]", "Later messages");
        assertThat(staffPage(link(newest, "before")))
                .contains("[synthetic message 71]", "[synthetic answer 11]", "Later messages")
                .doesNotContain("[synthetic answer 12]", "Earlier messages");
        assertThat(staffPage("?before=" + UUID.randomUUID())).contains("[synthetic message 72]");
    }
}
