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
import org.harborline.intake.internal.door.OldPages;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Transactions;
import org.harborline.vault.Vault;
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

/// What is said again, from a page that is old or whose door is gone: nothing is lost, nothing is doubled, and danger
/// always gets through.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorAgainTests {

    private static final Actor SYSTEM = Actor.system("door-again-test");
    private static final String WRITE = "/report/door/write";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Reports reports;

    @Autowired
    private Vault vault;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private MockMvcTester mvc;
    private DoorWalk walk;
    private List<String> words;
    private ReportNumber report;
    private String door;

    @BeforeEach
    void stand() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.addFilters(filter("requestIds"), filter("doorLanguage"))
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        // Each test from a network of its own: networks that send much are slowed.
        String network = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xFFFF) + ":9::9";
        walk = new DoorWalk(mvc, "en", network).begin("child", "no").toTheEnd("");
        words = walk.send().words();
        report = filed().getLast();
        door = walk.back(words).hidden("door");
    }

    private Filter filter(String name) {
        return context.getBean(name, FilterRegistrationBean.class).getFilter();
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

    private List<String> texts(ReportNumber number) {
        return reports.open(SYSTEM, List.of(number)).get(number).texts().stream()
                .map(text -> text.text())
                .toList();
    }

    /// As if all that was filed until now had been filed some minutes earlier.
    private void minutesPass() {
        jdbc.sql("""
                UPDATE intake.report SET opened_at = opened_at - interval '6 minutes' WHERE source = 'PUBLIC'
                """).update();
        jdbc.sql("UPDATE intake.door_message SET sent_at = sent_at - interval '6 minutes'")
                .update();
    }

    private void danger(String page, String text) {
        walk.post(WRITE, "door", page, "entry", "child", "text", text, "danger", "yes");
    }

    private void closed() {
        walk.back(words);
        walk.post("/report/door/close", "door", walk.hidden("door"), "sure", "yes");
    }

    private static RequestPostProcessor staff(Permission... permissions) {
        return authentication(new ActorAuthentication(
                new Actor(new UUID(0, 9).toString(), ActorKind.STAFF, Set.of(permissions), null, null)));
    }

    private static RequestPostProcessor analyst() {
        return staff(Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.WORKLIST_USE);
    }

    private String page(String path, RequestPostProcessor who) {
        var answer = mvc.get().uri(path).accept("text/html").with(who).exchange();
        assertThat(answer).hasStatusOk();
        String page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        return page;
    }

    private String panel(RequestPostProcessor who) {
        return page("/reports/" + report + "/panels/conversation", who);
    }

    private boolean waits() {
        return page("/messages", analyst()).contains("/reports/" + report + "\"");
    }

    private void post(String path, String shown, String text, RequestPostProcessor who) {
        var last = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(shown);
        assertThat(last.find()).isTrue();
        assertThat(mvc.post()
                        .uri("/reports/" + report + path)
                        .param("text", text)
                        .param("shown", last.group(1))
                        .with(who)
                        .with(csrf()))
                .hasStatus(302);
    }

    @Test
    void dangerSaidAgainSomeMinutesLaterFromTheSamePageCallsSomebodyAgain() {
        int before = filed().size();
        danger(door, "");
        danger(door, "");
        assertThat(filed()).as("pressed twice").hasSize(before + 1);

        minutesPass();
        danger(door, "");
        danger(door, "");
        assertThat(walk.page).contains("are calling someone now");
        assertThat(filed()).as("said again").hasSize(before + 2);
        minutesPass();
        danger(door, "");
        assertThat(filed()).hasSize(before + 3);
    }

    @Test
    void dangerBehindADoorThatDoesNotOpenAnyMoreIsFiledOnceAndItsWordsOpen() {
        String old = OldPages.of(context, door);
        for (String dead : List.of(old, door)) {
            if (dead.equals(door)) {
                closed();
            }
            int before = filed().size();
            danger(dead, "[synthetic message 81]");
            List<String> first = walk.words();
            danger(dead, "[synthetic message 81]");
            assertThat(walk.page).contains("We are calling someone now");
            assertThat(walk.words()).isEqualTo(first).isNotEqualTo(words);
            assertThat(filed()).as("pressed twice").hasSize(before + 1);

            danger(dead, "[synthetic message 82]");
            assertThat(walk.words()).isNotEqualTo(first);
            assertThat(filed()).as("with another text").hasSize(before + 2);
            assertThat(texts(filed().getLast())).anyMatch(text -> text.contains("[synthetic message 82]"));

            minutesPass();
            danger(dead, "[synthetic message 81]");
            assertThat(walk.words()).isNotEqualTo(first);
            assertThat(filed()).as("said again").hasSize(before + 3);
            assertThat(walk.back(first).page).contains("name=\"door\"");
            if (dead.equals(old)) {
                minutesPass();
            }
        }
    }

    @Test
    void whatWasTakenBeforeTheDoorWasClosedIsNotTakenAgainAndNotCalledUnsent() {
        walk.post(WRITE, "door", door, "text", "[synthetic message 83]");
        danger(door, "[synthetic message 84]");
        int before = filed().size();
        closed();

        walk.post(WRITE, "door", door, "text", "[synthetic message 83]");
        assertThat(walk.page).contains("We have your message").doesNotContain("This was not sent", "name=\"door\"");
        danger(door, "[synthetic message 84]");
        assertThat(walk.page).contains("are calling someone now");
        assertThat(filed()).hasSize(before);
        String old = OldPages.of(context, door);
        walk.post(WRITE, "door", old, "text", "[synthetic message 83]");
        assertThat(walk.page).contains("We have your message");
        assertThat(filed()).hasSize(before);
    }

    @Test
    void aFormWithoutASealOfOursFilesNothingByItselfAndKeepsWhatWasTyped() {
        int before = filed().size();
        for (String forged : List.of("no door", "", door.substring(1))) {
            danger(forged, "[synthetic message 85]");
            assertThat(walk.page)
                    .contains("not sent yet", "[synthetic message 85]</textarea>", "value=\"yes\" checked")
                    .doesNotContain("calling someone");
        }
        assertThat(filed()).hasSize(before);

        walk.post("/report/child", "tell", "[synthetic message 85]");
        assertThat(walk.page).contains("href=\"#danger\"", "[synthetic message 85]</textarea>");
        walk.post("/report/child", "danger", "yes", "tell", "[synthetic message 85]");
        assertThat(walk.page).contains("[synthetic message 85]");
        walk.send();
        assertThat(walk.page).contains("We are calling someone now");
        assertThat(walk.words()).hasSize(8);
        assertThat(filed()).hasSize(before + 1);
        assertThat(texts(filed().getLast())).anyMatch(text -> text.contains("[synthetic message 85]"));
    }

    @Test
    void dangerBehindADoorWhoseReportIsJustBeingErasedIsAReportOfItsOwn() {
        UUID erasure = UUID.randomUUID();
        transactions.run(() -> {
            vault.destroy(SYSTEM, List.of(report.asRecord()));
            jdbc.sql("""
                    INSERT INTO vault.erasure (erasure_id, record_kind, record_id, reason, state, confirmers, asked_by,
                                               asked_at, answered_by, answered_at)
                    VALUES (?, 'report', ?, 'ORDERED', 'ERASED', '{intake}', 'a', now(), 'b', now())
                    """).params(erasure, report.toString()).update();
        });
        try {
            int before = filed().size();
            danger(door, "[synthetic message 86]");
            assertThat(walk.page).contains("We are calling someone now");
            assertThat(walk.words()).isNotEqualTo(words);
            assertThat(filed()).hasSize(before + 1);
            assertThat(texts(filed().getLast())).anyMatch(text -> text.contains("[synthetic message 86]"));

            var plain = mvc.post()
                    .uri(WRITE)
                    .param("door", door)
                    .param("text", "[synthetic message 87]")
                    .exchange();
            assertThat(plain).hasStatus(410);
            assertThat(new String(plain.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .contains("This was not sent", "[synthetic message 87]</textarea>");
        } finally {
            jdbc.sql("DELETE FROM vault.erasure WHERE erasure_id = ?")
                    .param(erasure)
                    .update();
        }
    }

    @Test
    void theSameAnswerOnceMoreAnswersWhatCameInBetween() {
        walk.post(WRITE, "door", door, "text", "[synthetic message 88]");
        String shown = panel(analyst());
        walk.post(WRITE, "door", walk.hidden("door"), "text", "[synthetic message 89]");
        post("/conversation", shown, "[synthetic answer 88]", analyst());
        assertThat(waits()).isTrue();
        String later = panel(analyst());
        post("/conversation", later, "[synthetic answer 88]", analyst());
        assertThat(waits()).isFalse();
        assertThat(panel(analyst())).containsOnlyOnce("[synthetic answer 88]");
    }

    @Test
    void theSameMessageOnceMoreWaitsWhenItWasPutAsideUnread() {
        walk.post(WRITE, "door", door, "text", "[synthetic message 90]");
        var volunteer = staff(Permission.REPORT_READ, Permission.WORKLIST_USE);
        String shown = panel(volunteer);
        assertThat(shown).doesNotContain("[synthetic message 90]");
        post("/conversation/settle", shown, "", volunteer);
        assertThat(waits()).isFalse();
        walk.post(WRITE, "door", walk.hidden("door"), "text", "[synthetic message 90]");
        assertThat(waits()).isTrue();
        String seen = panel(analyst());
        assertThat(seen).containsOnlyOnce("[synthetic message 90]");
        post("/conversation/settle", seen, "", analyst());
        assertThat(waits()).isFalse();
    }

    @Test
    void aDoorThroughWhichVeryMuchCameIsShownByItsNewestReportsAndACount() {
        jdbc.sql("""
                INSERT INTO intake.door_report (report_number, door_id, draft_id)
                SELECT 7000000000 + n, door_id, gen_random_uuid()
                  FROM intake.door, generate_series(1, 60) AS n
                 WHERE report_number = ?
                """).param(report.value()).update();
        try {
            String shown = panel(analyst());
            assertThat(shown).contains("/reports/" + report + "\"", "/reports/7000000060\"", "61 in all");
            assertThat(Pattern.compile("/reports/70000000\\d\\d\"")
                            .matcher(shown)
                            .results())
                    .as("the first besides")
                    .hasSize(19);
        } finally {
            jdbc.sql("DELETE FROM intake.door_report WHERE report_number > 7000000000")
                    .update();
        }
    }
}
