// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The whole application as somebody unknown meets it.
@SpringBootTest
@AutoConfigureMockMvc
class PublicDoorTests {

    @Autowired
    private MockMvcTester mvc;

    private static String text(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatThisIsAndWhereToSignIn() {
        var start = mvc.get().uri("/").accept("text/html").exchange();
        assertThat(start).hasStatusOk().containsHeader("Request-ID").hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(start.getMvcResult().getResponse().getHeader("Cache-Control"))
                .contains("no-store");
        assertThat(start.getMvcResult().getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "img-src 'self' data:")
                .doesNotContain("unsafe");
        assertThat(text(start)).contains("href=\"/sign-in\"", "Sandbox").doesNotContain("??");
    }

    @Test
    void letsBrowsersKeepStyleSheetsBecauseTheirAddressNamesTheirContent() {
        var sheet = Pattern.compile("/static/vendor/tabler\\.min-[0-9a-f]{32}\\.css")
                .matcher(text(mvc.get().uri("/").accept("text/html").exchange()));
        assertThat(sheet.find()).isTrue();
        var answer = mvc.get().uri(sheet.group()).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getMvcResult().getResponse().getHeader("Cache-Control"))
                .contains("max-age=31536000")
                .doesNotContain("no-store");
    }

    @Test
    void saysOnlyWhetherItIsWell() {
        var health = mvc.get().uri("/health").exchange();
        assertThat(health).hasStatusOk();
        assertThat(text(health)).contains("\"status\":\"UP\"").doesNotContain("components", "details", "version");
        assertThat(mvc.get().uri("/health/readiness")).hasStatusOk();
        for (String closed : new String[] {"/env", "/prometheus", "/metrics", "/actuator", "/actuator/health"}) {
            assertThat(mvc.get().uri(closed).accept("text/html")).hasStatus(404);
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var answer = mvc.post()
                .uri("/preferences")
                .accept("text/html")
                .param("theme", "dark")
                .exchange();
        assertThat(answer).hasStatus(403).containsHeader("Request-ID");
        assertThat(text(answer)).contains("This form has expired");
    }
}
