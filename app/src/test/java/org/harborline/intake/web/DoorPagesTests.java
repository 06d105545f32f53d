// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Settings;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.Priority;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/// The public door as somebody unknown walks it, and the conversation after it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorPagesTests {

    private static final Actor SYSTEM = Actor.system("door-test");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Reports reports;

    @Autowired
    private Worklists worklists;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Settings settings;

    @Autowired
    private Environment environment;

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

    @ParameterizedTest
    @CsvSource({"child, en", "adult, es", "professional, en", "survivor, es"})
    void everyEntryLeadsToAFiledReportAndWordsInBothLanguages(String entry, String language) {
        var start = mvc.get()
                .uri("/report/" + entry + "?language=" + language + "&country=US")
                .accept("text/html")
                .exchange();
        assertThat(start).hasStatusOk().doesNotContainHeader("Set-Cookie");
        String first = new String(start.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(first).contains("911", "lang=\"" + language + "\"").doesNotContain("??");
        assertThat(first.indexOf("911")).isLessThan(first.indexOf("name=\"danger\""));

        var walk = walk(language).begin(entry, "no").toTheEnd("[synthetic narrative 41]");
        assertThat(walk.page).contains("[synthetic narrative 41]", "door_sample_77");
        List<String> words = walk.send().words();

        Report report = reports.find(SYSTEM, last()).orElseThrow();
        assertThat(report.source()).isEqualTo(ReportSource.PUBLIC);
        assertThat(report.incidentType()).isEqualTo(IncidentType.ENTICEMENT);
        var received = reports.open(SYSTEM, List.of(last())).get(last());
        assertThat(received.service()).isEqualTo("Example Chat");
        assertThat(received.identifiers()).anyMatch(one -> one.value().equals("door_sample_77"));
        assertThat(received.parties())
                .anyMatch(party ->
                        party.role() == PartyRole.VICTIM && Integer.valueOf(12).equals(party.statedAge()));

        walk.post(
                "/report/words",
                "draft",
                walk.hidden("draft"),
                "words",
                String.join(" ", words).toUpperCase(java.util.Locale.ROOT));
        assertThat(walk.page).contains(language.equals("en") ? "That is right" : "Está bien");
        walk.back(words);
        assertThat(walk.page)
                .contains("name=\"door\"")
                .doesNotContain("synthetic narrative 41", "door_sample_77", last().toString());
    }

    @Test
    void dangerIsAskedFirstAndMustBeAnswered() {
        var walk = walk("en").post("/report/adult", "country", "US");
        assertThat(walk.page).contains("href=\"#danger\"", "911");
    }

    @Test
    void dangerNowIsAnUnconfirmedP1ForAReasonOfItsOwnAndPagesTheRota() {
        walk("en").begin("adult", "yes").toTheEnd("").send();
        ReportNumber report = last();
        Eventually.holds(() -> {
            assertThat(worklists.find(SYSTEM, report)).hasValueSatisfying(standing -> {
                assertThat(standing.priority()).isEqualTo(Priority.P1);
                assertThat(standing.confirmed()).isFalse();
                assertThat(standing.reasons()).anyMatch(reason -> reason.value().equals("danger-now"));
            });
            assertThat(worklists.alarm(SYSTEM, report)).isPresent();
        });
    }

    @Test
    void sendingTheSameDraftTwiceIsOneReportWithTheSameWords() {
        var walk = walk("en").begin("adult", "no").toTheEnd("[synthetic narrative 42]");
        String draft = walk.hidden("draft");
        int before = filed().size();
        List<String> first = walk.post("/report/send", "draft", draft).words();
        List<String> second = walk.post("/report/send", "draft", draft).words();
        assertThat(second).isEqualTo(first);
        assertThat(walk.page).contains("This was sent before");
        assertThat(filed()).hasSize(before + 1);
    }

    @Test
    void aLinkThatNoDocumentCanHoldAndSignsOfMarkupAreKeptAsTyped() {
        var walk = walk("en").begin("adult", "no").answer("about", "about", "material");
        walk.answer("where", "where", "website")
                .answer("service", "service", "A & B <chat>", "link", "https://a.example/x y\u0007<z>")
                .answer("who", "account", "a\uFFFFb", "country", "zz", "person", "<b>&amp;</b>")
                .answer("when", "when", "longer")
                .answer("tell", "tell", "x".repeat(8000))
                .answer("contact", "contact", "[synthetic contact 1]")
                .send();
        var received = reports.open(SYSTEM, List.of(last())).get(last());
        assertThat(received.service()).isEqualTo("A & B <chat>");
        assertThat(received.texts()).anyMatch(text -> text.text().contains("https://a.example/x y<z>"));
        assertThat(received.texts()).noneMatch(text -> text.text().contains("synthetic contact 1"));
        assertThat(walk.words()).hasSize(8);
    }

    @Test
    void aTextThatIsTooLongIsSaidAtItsFieldAndNothingIsLost() {
        var walk = walk("en").begin("adult", "no").answer("about", "about", "contact");
        walk.answer("child", "child", "known", "age", "twelve");
        assertThat(walk.page).contains("href=\"#age\"", "value=\"twelve\"", "value=\"known\" checked");
    }

    @Test
    void aMessageOfDangerIsAReportOfItsOwnThatPagesAndSendingItTwiceIsOne() {
        var walk = walk("en").begin("child", "no").toTheEnd("");
        List<String> words = walk.send().words();
        ReportNumber first = last();
        String door = walk.back(words).hidden("door");
        walk.post("/report/door/write", "door", door, "text", "[synthetic message 2]", "danger", "yes");
        int after = filed().size();
        walk.post("/report/door/write", "door", door, "text", "[synthetic message 2]", "danger", "yes");
        assertThat(filed()).hasSize(after);
        ReportNumber second = last();
        assertThat(second).isNotEqualTo(first);
        Eventually.holds(() -> assertThat(worklists.alarm(SYSTEM, second)).isPresent());
        assertThat(staffPage("/reports/" + first + "/panels/conversation"))
                .contains("/reports/" + second, "danger now");
    }

    @Test
    void whatIsAddedIsAReportOfItsOwnBehindTheSameDoor() {
        var walk = walk("en").begin("adult", "no").toTheEnd("");
        List<String> words = walk.send().words();
        ReportNumber first = last();
        walk.back(words).post("/report/door/more", "door", walk.hidden("door"));
        walk.toTheEnd("[synthetic narrative 44]").send();
        assertThat(walk.page).contains("It was added");
        assertThat(last()).isNotEqualTo(first);
        assertThat(staffPage("/reports/" + first + "/panels/conversation")).contains("/reports/" + last());
    }

    @Test
    void wrongWordsAreSlowedAndNobodyThereLearnsThenWhetherWordsAreRight() {
        var walk = walk("en").begin("adult", "no").toTheEnd("");
        List<String> right = walk.send().words();
        List<String> wrong = walk("en").begin("adult", "no").toTheEnd("").send().words();
        walk.back(wrong).post("/report/door/close", "door", walk.hidden("door"), "sure", "yes");
        var slip = new ArrayList<>(right);
        java.util.Collections.swap(slip, 0, right.get(0).equals(right.get(1)) ? 2 : 1);
        for (int i = 0; i < 20; i++) {
            walk.back(slip);
        }
        assertThat(walk.page).contains("One of the words is not right");
        for (int i = 1; i < ReturnPages.TRIES; i++) {
            walk.back(wrong);
            assertThat(walk.page).contains("Nothing opens with these words");
        }
        walk.back(right);
        assertThat(walk.page).contains("too many tries").doesNotContain("name=\"door\"");
        assertThat(new DoorWalk(mvc, "en", "192.0.2.7").back(right).page).contains("name=\"door\"");
    }

    @Test
    void aNetworkThatSendsMuchWaitsButNeverWithDanger() {
        var walk = walk("en").begin("adult", "no").toTheEnd("");
        String draft = walk.hidden("draft");
        for (int i = 0; i <= DoorPages.REPORTS; i++) {
            walk.post("/report/send", "draft", draft);
        }
        assertThat(walk.page).contains("Wait ten minutes");
        assertThat(walk("en").begin("adult", "yes").toTheEnd("").send().words()).hasSize(8);
        for (String said : List.of("meeting", "threat", "missing")) {
            walk("en")
                    .begin("adult", "no")
                    .toTheEnd("")
                    .answer("now", said, "yes", "go", "check")
                    .send()
                    .words();
        }
        walk = walk("en").begin("adult", "no").toTheEnd("").answer("now", "meeting", "yes", "go", "check");
        walk.answer("about", "about", "material", "go", "check").send();
        assertThat(walk.page).as("no longer said").contains("Wait ten minutes");
    }

    @Test
    void noTableAndNoLogKnowsWhereSomebodyWroteFrom() {
        String address = "2001:db8:fade:77::beef";
        var logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        var kept = new ListAppender<ILoggingEvent>();
        kept.setContext(logs);
        kept.start();
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(kept);
        try {
            var walk = new DoorWalk(mvc, "en", address).begin("adult", "yes").toTheEnd("[synthetic narrative 45]");
            List<String> words = walk.send().words();
            walk.back(words).post("/report/door/write", "door", walk.hidden("door"), "text", "hello", "danger", "yes");
            walk.post("/report/door/close", "door", walk.hidden("door"), "sure", "yes");
            walk.back(words);
        } finally {
            logs.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(kept);
        }
        List<String> lines = List.copyOf(kept.list).stream()
                .map(event -> event.getFormattedMessage() + event.getMDCPropertyMap())
                .toList();
        assertThat(lines).anyMatch(line -> line.contains("POST /report/send"));
        assertThat(lines).noneMatch(line -> line.contains("fade"));
        assertThat(environment.getProperty("server.tomcat.accesslog.enabled", Boolean.class, false))
                .isFalse();
        assertThat(StoredTexts.tablesWith(settings, address, "2001:db8:fade")).isEmpty();
        assertThat(StoredTexts.tablesWith(settings, "door-probe")).isEmpty();
        jdbc.sql("INSERT INTO intake.door_report VALUES (1, gen_random_uuid(), '00000000-fade-4000-8000-000000000001')")
                .update();
        assertThat(StoredTexts.tablesWith(settings, "00000000-fade")).contains("intake.door_report");
        jdbc.sql("DELETE FROM intake.door_report WHERE report_number = 1").update();
    }

    @Test
    void aCallIsWrittenDownOnOneScreenAndTheCallerMayGetWords() {
        String screen = staffPage("/telephone?country=US");
        assertThat(screen).contains("911", "Say");
        assertThat(screen.indexOf("911")).isLessThan(screen.indexOf("name=\"draft\""));
        var walk = new DoorWalk(mvc, "en", network);
        walk.page = screen;
        var answer = mvc.post()
                .uri("/telephone")
                .param("draft", walk.hidden("draft"))
                .param("go", "file")
                .param("danger", "yes")
                .param("entry", "professional")
                .param("about", "person")
                .param("tell", "[synthetic narrative 46]")
                .with(staff())
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatusOk();
        walk.page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(walk.words()).hasSize(8);
        Report report = reports.find(SYSTEM, last()).orElseThrow();
        assertThat(report.source()).isEqualTo(ReportSource.TELEPHONE);
        assertThat(report.incidentType()).isEqualTo(IncidentType.MOLESTATION);
        assertThat(staffPage("/reports/" + last())).contains("telephone");
        long filed = last().value();
        Eventually.holds(() -> assertThat(jdbc.sql("SELECT by_public FROM triage.alarm WHERE report = ?")
                        .param(filed)
                        .query(Boolean.class)
                        .list())
                .as("staff wrote it down: it waits for no burst")
                .containsExactly(false));
    }
}
