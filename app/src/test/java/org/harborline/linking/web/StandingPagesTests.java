// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.LinkReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What pages say of links, alerts and findings that do not hold any more, and of what only findings hold.
@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class StandingPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleLinks links;

    @Autowired
    private SampleContradictions contradictions;

    @BeforeEach
    void forget() {
        links.forget();
    }

    private String body(MockHttpServletRequestBuilder request) {
        return LinkingPagesTests.body(mvc, LinkingPagesTests.ANALYST, request);
    }

    @Test
    void alertsOnlyWhileTheIdentifierStandsInBothRoles() {
        String past = "The same identifier stood in another role. That does not hold any more.";
        assertThat(body(get("/reports/1042317/panels/links"))).doesNotContain(past);

        links.lost = LinkReason.Lost.FINDING;

        assertThat(body(get("/reports/1042317/panels/links")))
                .contains(past)
                .doesNotContain("The same identifier stands in another role.");
    }

    @Test
    void saysWhyAReasonDoesNotHoldAnyMore() {
        for (String path : List.of("/reports/1042317/panels/links", "/reports/1042317/links/1039920")) {
            links.lost = LinkReason.Lost.FINDING;
            assertThat(body(get(path)))
                    .contains("rested on a finding that was withdrawn")
                    .doesNotContain("in too many reports");
            links.lost = LinkReason.Lost.SPREAD;
            assertThat(body(get(path))).contains("in too many reports by now").doesNotContain("on a finding");
            links.lost = LinkReason.Lost.OUTCOME;
            assertThat(body(get(path)))
                    .contains("ended so that nothing rests on it")
                    .contains("It is no reason for other reports.");
        }
    }

    @Test
    void showsWhatSpeaksAgainstALink() {
        String against = "the birth dates that the two reports state of the reported person differ clearly";
        contradictions.found = Map.of(SampleLinks.PAIR, List.of(ContradictionKind.BIRTH_DATES));
        try {
            for (String path : List.of("/reports/1042317/panels/links", "/reports/1042317/links/1039920")) {
                links.lost = LinkReason.Lost.CONTRADICTED;
                assertThat(body(get(path))).contains(against, "the two reports contradict each other");
            }
        } finally {
            contradictions.found = Map.of();
        }
        for (String path : List.of(
                "/reports/1042317/panels/links", "/reports/1042317/links/1039920", "/reports/1042317/cluster")) {
            assertThat(body(get(path))).as(path).doesNotContain(against).doesNotContain("Speaks against it");
        }
    }

    @Test
    void saysThatOnlyFindingsHoldAnIdentifier() {
        links.rarity = new LinkReason.Rarity(3, 0, false);
        links.answered = new LinkReason.Rarity(3, 0, false);
        var lookUp = post("/look-up")
                .param("kind", "EMAIL")
                .param("value", "a@mail.example")
                .param("purpose", "TRIAGE");

        assertThat(body(get("/reports/1042317/panels/links")))
                .contains("In 3 reports, by findings only.")
                .doesNotContain("0 senders");
        assertThat(body(lookUp)).contains("In 3 reports, by findings only").doesNotContain("0 senders");
        links.answered = new LinkReason.Rarity(0, 0, false);
        assertThat(body(lookUp)).contains("In no report").doesNotContain("by findings only");
    }

    @Test
    void saysWhereMoreReportsHoldAnIdentifierThanWereCounted() {
        String more = "and more</span>";
        for (String path : List.of("/reports/1042317/panels/links", "/reports/1042317/links/1039920")) {
            links.rarity = new LinkReason.Rarity(1000, 3, false);
            assertThat(body(get(path)))
                    .contains("In 1,000 reports from 3 senders.")
                    .doesNotContain(more);
            links.rarity = new LinkReason.Rarity(1000, 3, true);
            assertThat(body(get(path))).contains("In 1,000 reports from 3 senders.", more);
        }
        assertThat(body(get("/reports/1042317/panels/identifiers"))).doesNotContain(more);
        links.stated = new LinkReason.Rarity(1000, 3, true);
        assertThat(body(get("/reports/1042317/panels/identifiers"))).contains(more);
    }

    @Test
    void keepsWithdrawnFindingsListedWhenTheOthersAreRevealed() {
        assertThat(body(post("/reports/1042317/findings/reveal").param("purpose", "TRIAGE")))
                .contains("outside@mail.example", "withdrawn: recorded twice")
                .doesNotContain("The words were erased.");
    }
}
