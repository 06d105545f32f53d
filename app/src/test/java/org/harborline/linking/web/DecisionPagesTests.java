// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
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
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Confirming a link on its evidence page, and letting it end.
@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class DecisionPagesTests {

    private static final String EVIDENCE = "/reports/1042317/links/1039920";
    private static final Actor READER =
            new Actor("reader-7", ActorKind.STAFF, Set.of(Permission.REPORT_READ), null, null);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleLinks links;

    @Autowired
    private SampleDecisions decisions;

    @BeforeEach
    void forget() {
        links.forget();
        decisions.forget();
    }

    @Test
    void confirmsALinkAndShowsWhoDidAndTakesItBack() {
        assertThat(evidence(LinkingPagesTests.ANALYST)).contains("Confirm this link");

        send(post(EVIDENCE + "/confirm"));
        assertThat(evidence(LinkingPagesTests.ANALYST))
                .contains("Analyst Seven", "Take the confirmation back")
                .doesNotContain("Confirm this link");
        assertThat(evidence(READER)).contains("Analyst Seven").doesNotContain("Take the confirmation back");

        send(post(EVIDENCE + "/confirmations/" + new UUID(0, 21) + "/undo"));
        assertThat(decisions.asked).containsExactly("undo " + new UUID(0, 21));
    }

    @Test
    void letsALinkEndWithADayAndTakesItBack() {
        send(post(EVIDENCE + "/expire").param("until", "2027-03-01"));

        assertThat(decisions.expiry.at()).isEqualTo(Instant.parse("2027-03-02T00:00:00Z"));
        assertThat(evidence(LinkingPagesTests.ANALYST)).contains("Analyst Eight", "Let it stand without end");

        send(post(EVIDENCE + "/expiries/" + new UUID(0, 22) + "/lift"));
        assertThat(decisions.asked).containsExactly("lift " + new UUID(0, 22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01"})
    void refusesADayThatNoCalendarReaches(String until) {
        var token = new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY");

        assertThat(mvc.perform(post(EVIDENCE + "/expire")
                        .param("until", until)
                        .with(csrf())
                        .with(authentication(token))))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(decisions.expiry).isNull();
    }

    @Test
    void offersNothingWhereTheLinkIsCutOrTheReaderMayNotDecide() {
        assertThat(evidence(READER)).doesNotContain("Confirm this link", "Let it end");

        links.cut(LinkingPagesTests.ANALYST, ReportPair.of(SampleLinks.NEWER, SampleLinks.OLDER), CutReason.SHARED);

        assertThat(evidence(LinkingPagesTests.ANALYST))
                .contains("Undo the cut")
                .doesNotContain("Confirm this link", "Let it end", "the time set for it is over");
    }

    private String evidence(Actor actor) {
        return LinkingPagesTests.body(mvc, actor, get(EVIDENCE));
    }

    private void send(MockHttpServletRequestBuilder request) {
        var token = new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY");
        assertThat(mvc.perform(request.with(csrf()).with(authentication(token))))
                .hasRedirectedUrl(EVIDENCE);
    }
}
