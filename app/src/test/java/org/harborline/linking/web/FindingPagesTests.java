// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import java.util.regex.Pattern;
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

/// The form for a finding: sent twice it is one finding, and its time is one that can be.
@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class FindingPagesTests {

    private static final Pattern ID = Pattern.compile("<input type=\"hidden\" name=\"id\" value=\"([0-9a-f-]{36})\">");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleLinks links;

    @BeforeEach
    void forget() {
        links.forget();
    }

    @Test
    void sendsTheIdThatTheFormWasGiven() {
        String id = idIn(body(get("/reports/1042317/findings/new")));
        assertThat(idIn(body(get("/reports/1042317/findings/new")))).isNotEqualTo(id);

        send(form("2026-03-02T11:14+01:00").param("id", id));
        send(form("2026-03-02T11:14+01:00").param("id", id));

        assertThat(links.ids).containsExactly(UUID.fromString(id), UUID.fromString(id));
    }

    @Test
    void keepsTheIdWhileSomethingIsCorrected() {
        String id = UUID.randomUUID().toString();

        assertThat(idIn(body(form("yesterday").param("id", id)))).isEqualTo(id);
    }

    @Test
    void makesAnIdWhereNoneIsSent() {
        send(form("2026-03-02T11:14+01:00"));
        send(form("2026-03-02T11:14+01:00"));

        assertThat(links.ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void offersToSendAgainWhatIsAnotherFinding() {
        String id = UUID.randomUUID().toString();
        links.taken = true;

        var page = body(form("2026-03-02T11:14+01:00").param("id", id));

        assertThat(page).contains("Another finding was recorded with this form before.", "outside@mail.example");
        assertThat(idIn(page)).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-9999-01-01T00:00Z",
                "0026-03-02T10:14",
                "1969-12-31T23:59:59Z",
                "1970-01-01T00:30+01:00",
                "+300000-01-01T00:00Z",
                "+999999999-12-31T23:59:59-18:00"
            })
    void refusesATimeThatCannotBe(String time) {
        assertThat(body(form(time))).contains("Give the time, from 1970 on");
        assertThat(links.recorded).isEmpty();
        assertThat(body(post("/look-up")
                        .param("kind", "IP_ADDRESS")
                        .param("value", "198.51.100.7")
                        .param("at", time)
                        .param("purpose", "TRIAGE")))
                .contains("Give the time as 2026-03-02T10:14:05, from 1970 on");
        assertThat(links.lookedUp).isEmpty();
    }

    private static MockHttpServletRequestBuilder form(String time) {
        return post("/reports/1042317/findings")
                .param("kind", "IDENTIFIER")
                .param("identifierKind", "EMAIL")
                .param("value", "outside@mail.example")
                .param("role", "REPORTED_PERSON")
                .param("source", "public profile")
                .param("method", "read there")
                .param("observedAt", time)
                .param("confidence", "HIGH");
    }

    private static String idIn(String page) {
        var id = ID.matcher(page);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private String body(MockHttpServletRequestBuilder request) {
        return LinkingPagesTests.body(mvc, LinkingPagesTests.ANALYST, request);
    }

    private void send(MockHttpServletRequestBuilder request) {
        var token = new TestingAuthenticationToken(LinkingPagesTests.ANALYST, null, "ANY");
        assertThat(mvc.perform(request.with(csrf()).with(authentication(token))))
                .hasRedirectedUrl("/reports/1042317");
    }
}
