// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Suggested links on their pages.
@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class SuggestionPagesTests {

    private static final String PAIR = "/reports/1042317/suggested/1039920";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleSuggestions suggestions;

    @Autowired
    private SampleDecisions decisions;

    @BeforeEach
    void forget() {
        suggestions.forget();
        decisions.forget();
    }

    private String body(MockHttpServletRequestBuilder request) {
        return LinkingPagesTests.body(mvc, LinkingPagesTests.ANALYST, request);
    }

    private void send(String path) {
        var token = new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY");
        assertThat(mvc.perform(post(path).with(csrf()).with(authentication(token))))
                .hasRedirectedUrl(PAIR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/links/suggested", PAIR, "/reports/1042317/panels/suggestions"})
    void rendersInBothLanguagesWithoutAMissingText(String path) {
        for (String language : List.of("en", "es")) {
            assertThat(body(get(path).locale(Locale.of(language))))
                    .contains("<html", "</html>")
                    .doesNotContain("??", "linking.", "th:");
        }
    }

    @Test
    void tellsWhatSpeaksForItAndAgainstIt() {
        assertThat(body(get(PAIR)))
                .contains(
                        "99.6% likely",
                        "one letter or digit off",
                        "+14.9",
                        "+1.2 of it because few have the value",
                        "-1.3",
                        "hl-fall-against",
                        "By the model that comes with the release.");
        assertThat(body(get("/links/suggested")))
                .contains("For:", "Against:", "Town", "98.0% on")
                .doesNotContain("Region");
        assertThat(body(get("/reports/1042317/panels/suggestions")))
                .contains("nobody is grouped by them", "by 2 of its keys");
        suggestions.learntAt = Instant.parse("2026-03-01T00:00:00Z");
        suggestions.unread = 2;
        assertThat(body(get("/links/suggested")))
                .contains("Model 3 is in force", "4,200 descriptions", "2 reports could not be read");
    }

    @Test
    void showsMaskedValuesAndRevealsThemOnlyWhenAsked() {
        assertThat(body(get(PAIR)))
                .contains("K\u2022\u2022\u2022", PAIR + "/reveal")
                .doesNotContain("Katherine");
        assertThat(body(post(PAIR + "/reveal").param("purpose", "TRIAGE")))
                .contains("Katherine &lt;Sample&gt;")
                .doesNotContain(PAIR + "/reveal");
        assertThat(suggestions.asked).containsExactly("reveal TRIAGE");
    }

    @Test
    void takesWhatPeopleDecide() {
        assertThat(body(get(PAIR))).contains("They are one person", "They are not one person");
        send(PAIR + "/confirm");
        assertThat(suggestions.asked).containsExactly("confirm " + SampleLinks.PAIR);

        send(PAIR + "/reject");
        assertThat(body(get(PAIR))).contains("Analyst Seven", "Take it back").doesNotContain("They are one person");
        send(PAIR + "/rejections/" + SampleSuggestions.REJECTION + "/undo");
        assertThat(suggestions.asked).endsWith("undo " + SampleSuggestions.REJECTION);
    }

    @Test
    void turnsThePageByThePlaceOfTheLastOne() {
        assertThat(body(get("/links/suggested"))).contains("/links/suggested?after=0.9962:1042317-1039920");
        var _ = body(get("/links/suggested").param("after", "0.9962:1042317-1039920"));
        assertThat(suggestions.asked).containsExactly("after 0.9962 " + SampleLinks.PAIR);
        var token = new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY");
        assertThat(mvc.perform(get("/links/suggested").param("after", "x:1-2").with(authentication(token))))
                .hasStatus(400);
    }
}
