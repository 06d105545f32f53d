// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The page that a call about late referrals leads to.
class LateReferralPagesTests extends LateReferralCase {

    private MvcTestResult ask(Actor actor, MockHttpServletRequestBuilder request) {
        return mvc.perform(request.with(authentication(new ActorAuthentication(actor))));
    }

    @Test
    void whoeverIsCalledFindsThePageFromTheMailAndSeesToItThere() {
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        String page = "/worklist/late-referrals";
        assertThat(ask(OFFICER, get("/worklist")))
                .hasStatusOk()
                .bodyText()
                .contains("An urgent report was not referred in time and nobody sees to it.", page);
        assertThat(ask(OFFICER, get(page)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/reports/" + report, "nobody yet", "Called once.", "name=\"report\" value=\"" + report + "\"");

        assertThat(ask(OFFICER, post(page).with(csrf()).param("report", report.toString())))
                .hasStatus3xxRedirection();

        assertThat(ask(OFFICER, get(page)))
                .bodyText()
                .contains("duty-9")
                .doesNotContain("nobody yet", "name=\"report\"");
        assertThat(ask(OFFICER, get("/worklist"))).bodyText().doesNotContain("was not referred in time");
        assertThat(ask(OFFICER, post(page).with(csrf()).param("report", "0"))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageIsCompleteInBothLanguages(String language) {
        String page = "/worklist/late-referrals";
        assertThat(ask(OFFICER, get(page).header("Accept-Language", language)))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("es") ? "Ninguna notificación urgente" : "No urgent report is late")
                .doesNotContain("??triage", " th:");
        emptyTheRota();
        late.withNobody(REFERRAL, List.of(director.file()));

        assertThat(ask(OFFICER, get(page).header("Accept-Language", language)))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("es") ? "No se pudo avisar a nadie" : "Nobody could be called")
                .doesNotContain("??triage", " th:");
    }
}
