// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.platform.Actor;
import org.harborline.platform.Sql;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// While nobody is at the desk, survivors are told of what there is in the country that they choose, and of
/// nothing else.
@SpringBootTest
class SupportNumbersTests {

    private static final Actor SYSTEM = Actor.system("support-numbers-tests");
    private static final String[] PAGES = {"/support", "/report/survivor"};

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private HelpLines lines;

    @Autowired
    private SupportRequests requests;

    @Autowired
    private Sql sql;

    private MockMvcTester stranger;
    private DeskHours before;

    @BeforeEach
    void nobodyIsAtTheDesk() {
        stranger = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        before = requests.hours(SYSTEM);
        requests.changeHours(SYSTEM, new DeskHours(ZoneOffset.UTC, List.of()));
    }

    @AfterEach
    void leaveNothing() {
        requests.changeHours(SYSTEM, before);
        lines.list(SYSTEM).stream()
                .filter(line -> line.country().equals("LI"))
                .forEach(line -> lines.remove(SYSTEM, line.id()));
    }

    private void line(HelpLine.Kind kind, String number) {
        lines.put(
                SYSTEM,
                new HelpLines.PutHelpLine(
                        "LI", kind, "[synthetic " + kind + "]", number, "9–17", "Deutsch", LocalDate.of(2999, 1, 1)));
    }

    private String page(String path, String country, String language) {
        var answer = stranger.get()
                .uri(path + "?country=" + country)
                .locale(Locale.of(language))
                .exchange();
        assertThat(answer).hasStatusOk();
        String page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(page)
                .as("numbers of a country that nobody chose")
                .doesNotContain("??", " 988", "116 111", "116 006", "911 in");
        return page;
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'A doctor, a teacher or', 'a doctor, a teacher or', emergency number",
        "es, 'Un médico, un maestro o alguien', 'un médico, un maestro o alguien', número de emergencia"
    })
    void whereThereIsNoLineThePageSaysWhoCanListen(String language, String door, String support, String emergency) {
        for (String country : List.of("", "LI", "no country")) {
            assertThat(page("/report/survivor", country, language))
                    .contains(door, emergency)
                    .doesNotContain("help lines above", "líneas de ayuda de arriba", "These people");
            assertThat(page("/support", country, language))
                    .contains(support, emergency)
                    .doesNotContain("help lines above", "líneas de ayuda de arriba");
        }
    }

    @Test
    void linesOfTheCountryThatWasChosenAreShownWithTheirHours() {
        line(HelpLine.Kind.EMERGENCY, "555 0160");
        line(HelpLine.Kind.SURVIVOR, "555 0161");
        for (String path : PAGES) {
            assertThat(page(path, "LI", "en"))
                    .contains("555 0160", "555 0161", "tel:5550161", "9–17", "help lines above can listen");
            assertThat(page(path, "LI", "es")).contains("555 0161", "líneas de ayuda de arriba");
            assertThat(page(path, "", "en")).doesNotContain("555 0160", "555 0161", "help lines above");
        }
    }

    @Test
    void whatNobodyReviewedIsLeftOutAndTheEmergencyNumberStandsAlone() {
        line(HelpLine.Kind.EMERGENCY, "555 0160");
        line(HelpLine.Kind.SURVIVOR, "555 0161");
        int _ = sql.of("UPDATE intake.help_line SET review_due = DATE '2026-01-01' WHERE country = 'LI'")
                .update();
        for (String path : PAGES) {
            assertThat(page(path, "LI", "en"))
                    .contains("555 0160", "octor, a teacher or")
                    .doesNotContain("555 0161", "help lines above");
        }
    }

    @Test
    void aCountryWithoutAnEmergencyNumberOfOursIsToldToCallItAllTheSame() {
        line(HelpLine.Kind.CHILD, "555 0162");
        for (String path : PAGES) {
            assertThat(page(path, "LI", "en"))
                    .contains("555 0162", "Call the emergency number of your country", "help lines above can listen");
        }
    }
}
