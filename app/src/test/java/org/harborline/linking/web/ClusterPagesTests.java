// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
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

/// What the pages of a cluster say, and what can be done from there.
@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class ClusterPagesTests {

    private static final String CLUSTER = "/reports/1042317/cluster";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleLinks links;

    @Autowired
    private SampleClusters clusters;

    @BeforeEach
    void forget() {
        links.forget();
        clusters.forget();
    }

    private String body(MockHttpServletRequestBuilder request) {
        return LinkingPagesTests.body(mvc, LinkingPagesTests.ANALYST, request);
    }

    private String redirect(MockHttpServletRequestBuilder request) {
        var answer = mvc.perform(request.with(csrf())
                .with(authentication(new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY"))));
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getMvcResult().getResponse().getRedirectedUrl();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLUSTER,
                CLUSTER + "?cut=1042999-1042317",
                CLUSTER + "/path?to=1039000",
                CLUSTER + "/timeline",
            })
    void rendersEveryPageInBothLanguagesWithoutAMissingText(String path) {
        for (String language : List.of("en", "es")) {
            for (int i = 0; i < 4; i++) {
                clusters.apart = i % 2 == 0;
                clusters.large = i < 2;
                var page = body(get(path).locale(Locale.of(language)));
                assertThat(page).contains("<html", "</html>").doesNotContain("??", "linking.", "th:");
            }
        }
    }

    @Test
    void saysWhichLinkIsWeakWhyAndWhatItHolds() {
        assertThat(body(get(CLUSTER)))
                .contains(
                        "Look first at the link of 1042317 with 1039920.",
                        "One of them holds it together alone.",
                        "Only this link holds report 1042317 with the rest.",
                        "rests on one identifier",
                        "in further reports too",
                        "In 3 reports from 2 senders.",
                        "An agency closed its case: no crime.",
                        "href=\"/reports/1042317/cluster/path?to=1039000\"");
    }

    @Test
    void givesThePictureNothingThatTheListsDoNotSay() {
        assertThat(body(get(CLUSTER)))
                .contains(
                        "data-hl-graph=\"1039000 1039920 1042317 1042317-1039920:weakest 1039920-1039000\"",
                        "id=\"link-1042317-1039920\"",
                        "id=\"report-1039000\"");
        assertThat(body(get(CLUSTER + "?cut=1042999-1042317"))).contains("1042999:apart", "1042999-1042317:cut\"");
    }

    @Test
    void listsManyLinksByPages() {
        clusters.links = 120;

        assertThat(body(get(CLUSTER)))
                .contains("href=\"/reports/1042317/cluster?from=50\"")
                .doesNotContain("id=\"link-2000060-1039000\"");
        assertThat(body(get(CLUSTER + "?from=100")))
                .contains("id=\"link-2000110-1039000\"", "href=\"/reports/1042317/cluster?from=0\"")
                .doesNotContain("?from=150");
        assertThat(body(get(CLUSTER + "?from=50&cut=1042999-1042317")))
                .contains("cluster?cut=1042999-1042317&amp;from=100", "cluster?cut=1042999-1042317&amp;from=0");
        assertThat(body(get(CLUSTER + "?from=-7"))).contains("id=\"link-1042317-1039920\"");
    }

    @Test
    void cutsALinkOfTheClusterWithAReasonAndShowsBothSides() {
        var cut = post(CLUSTER + "/cuts")
                .param("newer", "1042317")
                .param("older", "1039920")
                .param("reason", "DIFFERENT_PEOPLE");

        assertThat(redirect(cut)).isEqualTo("/reports/1042317/cluster?cut=1042317-1039920");
        assertThat(links.cut.pair()).isEqualTo(SampleLinks.PAIR);

        assertThat(body(get(CLUSTER + "?cut=1042999-1042317")))
                .contains(
                        "1042999 is cut from 1042317",
                        "They are apart now:",
                        "This side, 3 reports",
                        "Other side, 1 report",
                        "href=\"/reports/1042999/cluster\"",
                        "hx-get=\"/reports/1042999/links/1042317/panels/corrections\"",
                        "gets a correction");
        clusters.apart = false;
        assertThat(body(get(CLUSTER + "?cut=1042999-1042317")))
                .contains("Other links still hold them together.", "/reports/1042999/cluster/path?to=1042317")
                .doesNotContain("They are apart now:");
    }

    @Test
    void undoesACutFromTheCluster() {
        String undo = CLUSTER + "/cuts/" + SampleClusters.CUT.id() + "/undo";
        assertThat(body(get(CLUSTER))).contains("action=\"" + undo + "\"");

        assertThat(redirect(post(undo))).isEqualTo(CLUSTER);
    }

    @Test
    void showsTheWayFromOneReportToAnotherAndItsWeakestLink() {
        assertThat(body(get(CLUSTER + "/path?to=1039000")))
                .contains(
                        "Why 1042317 and 1039000 are together",
                        "Over 2 links.",
                        "A single link on this way holds the two together.",
                        "Cutting it sets the two apart.",
                        "action=\"/reports/1042317/cluster/cuts\"");
    }

    @Test
    void drawsALaneForEachReportAndListsTheSame() {
        assertThat(body(get(CLUSTER + "/timeline")))
                .contains(
                        "x=\"2.00%\"",
                        "x=\"50.00%\"",
                        "x=\"98.00%\"",
                        "seen, found by staff",
                        "Only the earliest 3 moments are shown.",
                        "37 later moments are left out, from ");
    }

    @Test
    void showsNoCutThatIsNotInForceAtThisCluster() {
        assertThat(body(get(CLUSTER + "?cut=1039000-1038000")))
                .contains("Why they are together")
                .doesNotContain("id=\"split\"", ":cut", "panels/corrections");
    }

    @Test
    void saysOfALargeClusterOnlyWhatIsKnownOfThePartShown() {
        clusters.large = true;

        assertThat(body(get(CLUSTER + "?cut=1042999-1042317")))
                .contains(
                        "it is not known whether they are apart",
                        "This side, the nearest 3 reports",
                        "One of them holds the part that is shown together alone.",
                        "a link that seems to hold it together alone may not be the only one")
                .doesNotContain("They are apart now:");
        assertThat(body(get(CLUSTER + "/path?to=1039000")))
                .contains("In the part that is shown, a single link", "There may be further ways", "is not known")
                .doesNotContain("Cutting it sets the two apart.");
    }

    @Test
    void offersNoCutToWhoMayNotCut() {
        var reader = new Actor("reader-7", ActorKind.STAFF, Set.of(Permission.REPORT_READ), null, null);

        for (String path : List.of(CLUSTER, CLUSTER + "?cut=1042999-1042317", CLUSTER + "/path?to=1039000")) {
            assertThat(LinkingPagesTests.body(mvc, reader, get(path))).doesNotContain("/cuts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1042999", "x-y", "1042999-1042999-1", "-", "0-1", ""})
    void refusesACutThatNamesNoPair(String cut) {
        var answer = mvc.perform(get(CLUSTER)
                .param("cut", cut)
                .with(authentication(new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY"))));

        assertThat(answer).hasStatus4xxClientError();
    }
}
