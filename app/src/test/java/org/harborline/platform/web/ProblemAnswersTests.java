// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = ProblemAnswersTests.Sample.class, properties = "harborline.test.own-database=none")
@AutoConfigureWebMvc
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTests {

    private static final String PLANTED = "PLANTED-7f3a";

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "GET, /problems/refused, 409, changed-meanwhile",
        "GET, /problems/nowhere, 404, not-found",
        "GET, /problems/number/17x, 404, not-found",
        "GET, /problems/amount?amount=17x, 400, invalid-input",
        "GET, /problems/amount, 400, invalid-input",
        "POST, /problems/refused, 405, method-not-allowed",
        "POST, /problems/body, 415, type-unsupported",
        "GET, /problems/busy, 503, unavailable",
        "GET, /problems/broken, 500, fault",
        "GET, /error, 404, not-found"
    })
    void answersEveryFailureFromTheCatalogue(String method, String path, int status, String slug) {
        var asJson = mvc.method(HttpMethod.valueOf(method))
                .uri(path)
                .with(csrf())
                .accept("application/json")
                .exchange();
        assertThat(asJson).hasStatus(status).hasContentType("application/problem+json");
        assertThat(asJson).bodyJson().extractingPath("$.type").isEqualTo("urn:harborline:problem:" + slug);
        assertThat(asJson)
                .bodyJson()
                .extractingPath("$.requestId")
                .isEqualTo(asJson.getMvcResult().getResponse().getHeader("Request-ID"));

        var asPage = mvc.method(HttpMethod.valueOf(method))
                .uri(path)
                .with(csrf())
                .accept("text/html")
                .exchange();
        assertThat(asPage).hasStatus(status).hasContentType("text/html;charset=UTF-8");
        assertThat(text(asPage))
                .contains(
                        "<!doctype html>",
                        "hl-brand",
                        asPage.getMvcResult().getResponse().getHeader("Request-ID"));
    }

    @Test
    void answersHtmxWithAFragment() {
        var answer = mvc.get()
                .uri("/problems/refused")
                .header("HX-Request", "true")
                .accept("*/*")
                .exchange();
        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("Somebody changed this meanwhile").doesNotContain("<html", "hl-brand");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        var answer = mvc.get()
                .uri("/problems/refused")
                .header("Accept-Language", "es")
                .exchange();
        assertThat(text(answer)).contains("Alguien lo ha cambiado mientras tanto");
    }

    @Test
    void saysWhichMethodsThereAre() {
        assertThat(mvc.post().uri("/problems/refused").with(csrf())).hasHeader("Allow", "GET");
    }

    @Test
    void leavesADoorItsOwnFormat() {
        var answer = mvc.get().uri("/door/anything").accept("text/html").exchange();
        assertThat(answer).hasStatus(418).hasHeader("Cache-Control", "no-store");
        assertThat(text(answer)).isEqualTo("<door>not-found</door>");
    }

    @Test
    void neverRepeatsWhatWasSent(CapturedOutput output) {
        for (String accept : new String[] {"application/json", "text/html"}) {
            for (String path : new String[] {
                "/problems/" + PLANTED,
                "/problems/number/" + PLANTED,
                "/problems/amount?amount=" + PLANTED,
                "/problems/broken?value=" + PLANTED,
                "/error?message=" + PLANTED
            }) {
                var answer = mvc.get()
                        .uri(path)
                        .accept(accept, PLANTED + "/x")
                        .header("X-Any", PLANTED)
                        .exchange();
                assertThat(text(answer)).isNotEmpty().doesNotContain(PLANTED);
            }
            var body = mvc.post()
                    .uri("/problems/body")
                    .with(csrf())
                    .accept(accept)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"amount\": \"" + PLANTED + "\"}")
                    .exchange();
            assertThat(body).hasStatus(400);
            assertThat(text(body)).doesNotContain(PLANTED);
        }
        assertThat(output).contains("IllegalStateException").doesNotContain(PLANTED);
    }

    @Test
    void givesEachRequestAnIdOfItsOwn() {
        var first =
                mvc.get().uri("/problems/fine").header("Request-ID", PLANTED).exchange();
        var second = mvc.get().uri("/problems/fine").exchange();
        assertThat(first).hasStatusOk().hasHeader("Request-ID", text(first));
        assertThat(text(first)).hasSize(36).isNotEqualTo(text(second));
        assertThat(org.slf4j.MDC.get("requestId")).isNull();
    }

    @Test
    void refusesAFormWithoutItsTokenWithAnId() {
        assertThat(mvc.post().uri("/problems/body")).hasStatus(403).containsHeader("Request-ID");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    record Amount(int amount) {}

    @Configuration(proxyBeanMethods = false)
    @Import({WebFrame.class, ErrorPages.class, SampleHandlers.class})
    static class Sample {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        }

        @Bean
        ProblemFormat door() {
            return new Door();
        }
    }

    private static final class Door implements ProblemFormat {

        @Override
        public boolean answers(String path) {
            return path.startsWith("/door/");
        }

        @Override
        public void write(
                ProblemException problem,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response)
                throws java.io.IOException {
            response.setStatus(418);
            response.getWriter().write("<door>" + problem.type().slug() + "</door>");
        }
    }

    @RestController
    static class SampleHandlers {

        @GetMapping("/problems/fine")
        String fine() {
            return org.slf4j.MDC.get("requestId");
        }

        @GetMapping("/problems/refused")
        String refused() {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }

        @GetMapping("/problems/number/{number}")
        String number(@PathVariable long number) {
            return "report " + number;
        }

        @GetMapping("/problems/amount")
        String amount(@RequestParam int amount) {
            return "amount " + amount;
        }

        @PostMapping(path = "/problems/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        String body(@RequestBody Amount amount) {
            return "amount " + amount.amount();
        }

        @GetMapping("/problems/busy")
        String busy() {
            throw new QueryTimeoutException("busy");
        }

        @GetMapping("/problems/broken")
        String broken(@RequestParam(defaultValue = "") String value) {
            throw new IllegalStateException("broken on " + value);
        }
    }
}
