// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The pages for those who watch over links: identifiers in two roles, links that were cut, and
/// links that were drawn for review.
@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class AlertPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleAlerts alerts;

    @Autowired
    private SampleLinks links;

    @Autowired
    private SampleReviews reviews;

    @Autowired
    private SampleGrowth growth;

    @BeforeEach
    void forget() {
        alerts.forget();
        links.forget();
    }

    private String body(String path, String language) {
        return LinkingPagesTests.body(mvc, LinkingPagesTests.ANALYST, get(path).locale(Locale.of(language)));
    }

    @Test
    void listsWhatWaitsAndOffersToSayWhatItIs() {
        for (String language : List.of("en", "es")) {
            assertThat(body("/alerts", language))
                    .contains(
                            "/reports/1042317/links/1039920",
                            "action=\"/alerts/1042317/1039920/look\"",
                            "value=\"SAME_PERSON\"")
                    .doesNotContain("??", "linking.", "th:");
        }
        assertThat(body("/alerts", "en"))
                .contains("E-mail</span>, ", "used by several people", "another identifier since");
        assertThat(alerts.asked).containsOnly("waiting after none");
    }

    @Test
    void leadsToWhatTheAlertIsAboutAndNotToTheLinkOfTheSamePair() {
        String alert = "/reports/1042317/links/1039920?alert=true";
        for (String path : List.of("/alerts", "/reports/1042317/panels/links")) {
            assertThat(body(path, "en")).contains("href=\"" + alert + "\"");
        }

        assertThat(body("/reports/1042317/links/1039920", "en")).contains("Cut this link", "/links/1039920/reveal\"");
        assertThat(body(alert, "en"))
                .contains("The same identifier stands in another role.", "/links/1039920/reveal?alert=true\"")
                .doesNotContain("Cut this link", "Confirm this link");
        assertThat(LinkingPagesTests.body(
                        mvc,
                        LinkingPagesTests.ANALYST,
                        post("/reports/1042317/links/1039920/reveal?alert=true").param("purpose", "TRIAGE")))
                .contains("The same identifier stands in another role.", "s.sample@mail.example");
        assertThat(links.asked).containsExactly("reveal alert TRIAGE");
    }

    @Test
    void listsAllWhenAskedAndStaysThereAfterALook() {
        assertThat(body("/alerts?all=true", "en")).contains("name=\"all\" value=\"true\"");
        assertThat(alerts.asked).containsExactly("all after none");

        var answer = mvc.perform(post("/alerts/1042317/1039920/look")
                .param("remark", "WRONG_ROLE")
                .param("all", "true")
                .with(csrf())
                .with(authentication(new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY"))));

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/alerts?all=true");
        assertThat(alerts.asked).endsWith("look 1042317 1039920 WRONG_ROLE");
    }

    @Test
    void goesFromPageToPage() {
        alerts.more = 60;

        assertThat(body("/alerts?all=true", "en")).contains("href=\"/alerts?all=true&amp;after=1953-5\"");
        assertThat(body("/alerts?after=1953-5", "en")).contains("href=\"/alerts\"");
        assertThat(alerts.asked).endsWith("waiting after 1953");
    }

    @Test
    void showsTheRegisterOfCutLinksByRuleAndPageByPage() {
        assertThat(body("/links/cut", "es")).doesNotContain("??", "linking.false", "th:");
        assertThat(body("/links/cut", "en"))
                .contains(
                        "this mail provider ignores dots or tags",
                        "1,200",
                        "1,234",
                        "changed hands in between",
                        "undone",
                        "Analyst 8",
                        "not there any more",
                        "href=\"/links/cut?after=00000000-0000-0000-0000-000000000032\"");
        assertThat(body("/links/cut?after=00000000-0000-0000-0000-000000000032", "en"))
                .contains("href=\"/links/cut\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "+300000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void refusesAPlaceAmongSharedIdentifiersThatNoListHas(String time) {
        var answer = mvc.perform(get("/identifiers/shared")
                .param("after", time + "_00000000-0000-0000-0000-000000000032")
                .with(authentication(new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY"))));

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void listsClustersThatGrewWithTheLinkThatSaysLeast() {
        assertThat(body("/links/growth", "es")).doesNotContain("??", "linking.growth", "th:");
        assertThat(body("/links/growth", "en"))
                .contains(
                        "/reports/1042317/cluster",
                        "It reached 53 reports; the limit is 50.",
                        "It gained 23 reports within a day; the limit is 20.",
                        "/reports/1042317/links/1039920",
                        "action=\"/links/growth/" + SampleGrowth.ALARM + "/look\"");

        var answer = mvc.perform(post("/links/growth/" + SampleGrowth.ALARM + "/look")
                .with(csrf())
                .with(authentication(new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY"))));

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/links/growth");
        assertThat(growth.asked).endsWith("look " + SampleGrowth.ALARM);
    }

    @Test
    void saysHowFarKeysAreThatAreMadeAnew() {
        assertThat(body("/identifiers/shared", "en")).contains("after a change of rules: 43 % are done.");
        assertThat(body("/identifiers/shared", "es")).contains("43 %").doesNotContain("linking.renewal");
    }

    @Test
    void offersALinkToJudgeAndShowsHowOftenEachRuleWasRight() {
        assertThat(body("/links/reviews", "es"))
                .contains("72,2")
                .doesNotContain("??", "linking.reviews", "linking.judgement", "th:");
        assertThat(body("/links/reviews", "en"))
                .contains(
                        "this mail provider ignores dots or tags",
                        "action=\"/links/reviews/" + SampleReviews.REVIEW + "\"",
                        "value=\"UNCLEAR\"",
                        "100.0%",
                        "72.2% to 100.0%",
                        "not known yet");

        var answer = mvc.perform(post("/links/reviews/" + SampleReviews.REVIEW)
                .param("judgement", "WRONG")
                .with(csrf())
                .with(authentication(new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY"))));

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/links/reviews");
        assertThat(reviews.asked).endsWith(SampleReviews.REVIEW + " WRONG");
    }
}
