// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/// The conversation after a report, from both sides.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorTalkTests {

    private static final Actor SYSTEM = Actor.system("door-talk-test");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Reports reports;

    @Autowired
    private JdbcClient jdbc;

    private MockMvcTester mvc;
    private String network;

    @BeforeEach
    void stand() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.addFilters(filter("requestIds"), filter("doorLanguage"))
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        // Each test from a network of its own: networks that send much are slowed.
        network = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xFFFF) + ":7::9";
    }

    private Filter filter(String name) {
        return context.getBean(name, FilterRegistrationBean.class).getFilter();
    }

    private DoorWalk walk(String language) {
        return new DoorWalk(mvc, language, network);
    }

    private List<ReportNumber> filed() {
        return jdbc
                .sql("SELECT report_number FROM intake.report WHERE source <> 'PROVIDER' ORDER BY report_number")
                .query(Long.class)
                .list()
                .stream()
                .map(ReportNumber::new)
                .toList();
    }

    private ReportNumber last() {
        return filed().getLast();
    }

    private static RequestPostProcessor staff() {
        return authentication(new ActorAuthentication(new Actor(
                new UUID(0, 9).toString(),
                ActorKind.STAFF,
                Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.WORKLIST_USE),
                null,
                null)));
    }

    private String staffPage(String path) {
        var answer = mvc.get().uri(path).accept("text/html").with(staff()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void twoSidesWriteEachOtherAndTheDoorIsClosedForEver() {
        var walk = walk("en").begin("survivor", "no").toTheEnd("[synthetic narrative 43]");
        List<String> words = walk.send().words();
        ReportNumber report = last();

        walk.back(words).post("/report/door/write", "door", walk.hidden("door"), "text", "[synthetic message 1]");
        assertThat(walk.page).contains("We have your message").doesNotContain("[synthetic message 1]");
        assertThat(staffPage("/messages")).contains("/reports/" + report);
        String shown = staffPage("/reports/" + report + "/panels/conversation");
        assertThat(shown).contains("[synthetic message 1]");

        answer(report, shown, "[synthetic answer 1]");
        assertThat(staffPage("/messages")).doesNotContain("/reports/" + report + "\"");
        walk.back(words);
        assertThat(walk.page)
                .contains("[synthetic answer 1]", "A person has read it")
                .doesNotContain("[synthetic message 1]");
        walk.post("/report/door/read", "door", walk.hidden("door"));
        assertThat(walk.page).doesNotContain("[synthetic answer 1]");

        String door = walk.hidden("door");
        walk.post("/report/door/close", "door", door);
        assertThat(walk.page).contains("Tick the box");
        walk.post("/report/door/close", "door", door, "sure", "yes");
        walk.back(words);
        assertThat(walk.page).contains("Nothing opens with these words", "href=\"/support/return\"");
        assertThat(mvc.post().uri("/report/door/write").param("door", door).param("text", "more"))
                .hasStatus(410);
        assertThat(staffPage("/reports/" + report + "/panels/conversation"))
                .contains("[synthetic answer 1]", "has closed the door");
    }

    private void answer(ReportNumber report, String shown, String text) {
        var last = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(shown);
        var request = mvc.post().uri("/reports/" + report + "/conversation").param("text", text);
        assertThat((last.find() ? request.param("shown", last.group(1)) : request)
                        .with(staff())
                        .with(csrf()))
                .hasStatus(302);
    }

    @Test
    void whatStaffWriteWhileSomebodyTypesIsShownToThem() {
        var walk = walk("en").begin("survivor", "no").toTheEnd("");
        List<String> words = walk.send().words();
        ReportNumber report = last();
        answer(report, "", "[synthetic answer 2]");
        String door = walk.back(words).hidden("door");
        answer(report, "", "[synthetic answer 3]");

        walk.post("/report/door/write", "door", door, "text", "[synthetic message 3]");
        assertThat(walk.page).contains("[synthetic answer 3]").doesNotContain("[synthetic answer 2]");

        String later = walk.hidden("door");
        answer(report, "", "[synthetic answer 4]");
        walk.post("/report/door/read", "door", later);
        assertThat(walk.page).contains("[synthetic answer 4]").doesNotContain("[synthetic answer 3]");
    }

    @Test
    void anAnswerToWhatWasShownLeavesWhatCameAfterWaiting() {
        var walk = walk("en").begin("survivor", "no").toTheEnd("");
        List<String> words = walk.send().words();
        ReportNumber report = last();
        String panel = "/reports/" + report + "/panels/conversation";
        walk.back(words).post("/report/door/write", "door", walk.hidden("door"), "text", "[synthetic message 4]");
        String shown = staffPage(panel);
        walk.post("/report/door/write", "door", walk.hidden("door"), "text", "[synthetic message 5]");

        answer(report, shown, "[synthetic answer 5]");
        assertThat(staffPage("/messages")).contains("/reports/" + report + "\"");
        answer(report, staffPage(panel), "[synthetic answer 6]");
        assertThat(staffPage("/messages")).doesNotContain("/reports/" + report + "\"");
        answer(report, shown, "[synthetic answer 7]");
        assertThat(staffPage("/messages"))
                .as("an old page starts no clock")
                .doesNotContain("/reports/" + report + "\"");
    }

    @Test
    void changingTheLanguageKeepsWhatWasTyped() {
        var walk = walk("en").begin("adult", "no").answer("about", "about", "contact");
        assertThat(walk.page).contains("form=\"answers\"", "formaction=\"/report/next?language=es\"");
        walk.post(
                "/report/next?language=es",
                "draft",
                walk.hidden("draft"),
                "question",
                "child",
                "go",
                "stay",
                "child",
                "known",
                "age",
                "11");
        assertThat(walk.page).contains("lang=\"es\"", "value=\"11\"", "value=\"known\" checked");
    }

    @Test
    void aMessageOfDangerIsTakenAtAnyLengthAndAnotherOneIsToldToBeShorter() {
        var walk = walk("en").begin("child", "no").toTheEnd("");
        List<String> words = walk.send().words();
        String lines = "x\r\n".repeat(2000) + "y";
        walk.back(words).post("/report/door/write", "door", walk.hidden("door"), "text", lines.substring(3));
        assertThat(walk.page).contains("We have your message");
        walk.post("/report/door/write", "door", walk.hidden("door"), "text", "x".repeat(4001));
        assertThat(walk.page).contains("too long to send").doesNotContain("Write something first");
        int before = filed().size();
        walk.post("/report/door/write", "door", walk.hidden("door"), "text", "x".repeat(9001), "danger", "yes");
        assertThat(filed()).hasSize(before + 1);
    }

    @Test
    void whatIsNoLongerAskedIsNotSent() {
        var walk = walk("en").begin("adult", "no").toTheEnd("");
        walk.answer("where", "where", "person", "go", "check").send();
        assertThat(reports.open(SYSTEM, List.of(last())).get(last()).service()).isNotEqualTo("Example Chat");
    }
}
