// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.DefangedLocation;
import org.harborline.platform.DisplayNames;
import org.harborline.platform.FrameAction;
import org.harborline.platform.Mode;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@SpringBootTest(
        classes = PageFrameTests.Sample.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class PageFrameTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Languages languages;

    private MockHttpServletRequestBuilder page(String path, Permission... permissions) {
        var actor = new Actor("holder-7", ActorKind.STAFF, Set.of(permissions), null, null);
        return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)
                .with(authentication(new TestingAuthenticationToken(actor, null, "ANY")));
    }

    private String body(MockHttpServletRequestBuilder request) {
        var answer = mvc.perform(request);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void showsOnlyTheLinksTheActorMayFollow() {
        var analyst = body(page("/sample", Permission.WORKLIST_USE));
        assertThat(analyst)
                .contains("href=\"/sample\" aria-current=\"page\"")
                .doesNotContain("/operator/parked", "Operation");

        var operator = body(page("/sample", Permission.OPERATE));
        assertThat(operator).contains("/operator/parked", "Operation").doesNotContain("href=\"/sample\"");
    }

    @Test
    void marksOnlyTheInnermostOfLinksThatHoldEachOther() {
        assertThat(body(page("/sample/inner", Permission.WORKLIST_USE)))
                .contains("href=\"/sample/inner\" aria-current=\"page\"")
                .contains("href=\"/sample\">");
    }

    @Test
    void foldsAwayWhatDoesNotFitIntoOneRow() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", "/place/8")));
        var actor = new Actor("holder-7", ActorKind.STAFF, Set.of(Permission.REFER), null, null);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(actor, null, "ANY"));
        try {
            assertThat(frameOf(9).inRow()).hasSize(6);
            assertThat(frameOf(9).more())
                    .extracting(FrameLink::path)
                    .containsExactly("/place/7", "/place/8", "/place/9");
            assertThat(frameOf(9).hereInMore()).isTrue();
            assertThat(frameOf(7).inRow()).hasSize(7);
            assertThat(frameOf(7).more()).isEmpty();
        } finally {
            SecurityContextHolder.clearContext();
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private Frame frameOf(int links) {
        List<NavigationItem> items = IntStream.rangeClosed(1, links)
                .mapToObj(i -> new NavigationItem("frame.pages", "/place/" + i, i, Permission.REFER, false))
                .toList();
        return new Frame(items, List.of(), Optional.empty(), languages, Mode.SANDBOX);
    }

    @Test
    void saysWhoIsSignedInAndOffersTheirActions() {
        assertThat(body(page("/sample", Permission.WORKLIST_USE)))
                .contains("Analyst 7", "action=\"/pause\"", "name=\"_csrf\"")
                .doesNotContain("Sign in");
    }

    @Test
    void offersToSignInWhenNobodyIs() {
        assertThat(body(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/sample")))
                .contains("href=\"/sign-in\"")
                .doesNotContain("/pause", "<nav aria-label");
    }

    @Test
    void saysSoInASandbox() {
        assertThat(body(page("/sample")))
                .contains("Sandbox · every report here is invented · nothing leaves this machine");
    }

    @Test
    void carriesTheFormTokenForHtmxAndNoInlineScriptOrStyle() {
        assertThat(body(page("/sample")))
                .contains(
                        "hx-headers=\"{&quot;X-CSRF-TOKEN&quot;:&quot;",
                        "\"allowEval\":false",
                        "\"historyCacheSize\":0")
                .doesNotContain("<script>", "<style", "style=\"", " onclick");
    }

    @Test
    void followsTheChosenLanguageBeforeTheBrowsers() {
        assertThat(body(page("/sample").header("Accept-Language", "es-MX, en;q=0.5")))
                .contains("<html lang=\"es\" dir=\"ltr\"", "Ir al contenido");
        assertThat(body(page("/sample")
                        .header("Accept-Language", "es")
                        .cookie(new Cookie("harborline-language", "en"))))
                .contains("<html lang=\"en\"", "Skip to the content");
        assertThat(body(page("/sample").header("Accept-Language", "tr, ar"))).contains("<html lang=\"en\"");
        assertThat(body(page("/sample").cookie(new Cookie("harborline-language", "xx\"><script>"))))
                .contains("<html lang=\"en\"");
    }

    @Test
    void keepsChoicesInTheBrowserAloneAndLeadsBack() {
        var answer = mvc.post()
                .uri("/preferences")
                .with(csrf())
                .param("language", "es")
                .param("back", "/sample?after=17")
                .exchange();
        assertThat(answer).hasStatus(303).hasHeader("Location", "/sample?after=17");
        assertThat(answer.getMvcResult().getResponse().getHeader("Set-Cookie"))
                .startsWith("harborline-language=es;")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void neverLeadsToAnotherHost() {
        for (String back :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", ""}) {
            assertThat(mvc.post()
                            .uri("/preferences")
                            .with(csrf())
                            .param("theme", "dark")
                            .param("back", back))
                    .hasStatus(303)
                    .hasHeader("Location", "/");
        }
    }

    @Test
    void ignoresChoicesThereAreNot() {
        assertThat(mvc.post()
                        .uri("/preferences")
                        .with(csrf())
                        .param("theme", "x; Path=/")
                        .param("language", "tlh"))
                .hasStatus(303)
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void showsEveryPartInBothLanguages() throws Exception {
        for (String language : new String[] {"en", "es"}) {
            for (String theme : new String[] {"light", "dark"}) {
                var shown = body(page("/sample", Permission.values())
                        .cookie(new Cookie("harborline-language", language), new Cookie("harborline-theme", theme)));
                assertThat(shown)
                        .doesNotContain("??")
                        .contains("data-bs-theme=\"" + theme + "\"", "hxxps://host[.]example/a?b", "hl-p hl-p2");
                keep(shown, "sample-" + language + "-" + theme);
            }
        }
    }

    @Test
    void linksEachErrorToItsField() throws Exception {
        var answer = mvc.post()
                .uri("/sample")
                .with(csrf())
                .param("reason", "")
                .param("purpose", "LIGHT")
                .with(authentication(new TestingAuthenticationToken(
                        new Actor("holder-7", ActorKind.STAFF, Set.of(Permission.WORKLIST_USE), null, null),
                        null,
                        "ANY")))
                .exchange();
        var shown = text(answer);
        assertThat(shown)
                .contains(
                        "There is one thing to correct",
                        "<a href=\"#reason\">Say why.</a>",
                        "id=\"reason-error\"",
                        "aria-describedby=\"reason-hint reason-error\"",
                        "aria-invalid=\"true\"",
                        "<option value=\"LIGHT\" selected=\"selected\">");
        keep(shown, "sample-errors");
    }

    /// For looking at: `target/pages`.
    private static void keep(String page, String name) throws java.io.IOException {
        var directory = java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/pages"));
        java.nio.file.Files.writeString(directory.resolve(name + ".html"), page);
    }

    enum Shade {
        LIGHT,
        DARK
    }

    record SampleForm(String reason, Shade purpose, Boolean read) {}

    @Configuration(proxyBeanMethods = false)
    @Import({WebFrame.class, PreferencePages.class, SamplePages.class})
    static class Sample {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }

        @Bean
        DisplayNames names() {
            return actor -> Optional.of("Analyst 7");
        }

        @Bean
        NavigationItem worklist() {
            return new NavigationItem("frame.pages", "/sample", 1, Permission.WORKLIST_USE, false);
        }

        @Bean
        NavigationItem inner() {
            return new NavigationItem("frame.pages", "/sample/inner", 2, Permission.WORKLIST_USE, false);
        }

        @Bean
        NavigationItem parked() {
            return new NavigationItem("frame.priority", "/operator/parked", 1, Permission.OPERATE, true);
        }

        @Bean
        FrameAction pause() {
            return new FrameAction("frame.copy", "/pause", 1, Permission.WORKLIST_USE, FrameAction.Place.BAR);
        }
    }

    @Controller
    static class SamplePages {

        @GetMapping({"/sample", "/sample/inner"})
        String show(Model model) {
            model.addAttribute("form", new SampleForm("", Shade.DARK, false));
            return filled(model);
        }

        @PostMapping("/sample")
        String take(@ModelAttribute("form") SampleForm form, BindingResult errors, Model model) {
            if (form.reason().isEmpty()) {
                errors.rejectValue("reason", "none", "Say why.");
            }
            return filled(model);
        }

        private static String filled(Model model) {
            model.addAttribute("soon", NOON.plusSeconds(22 * 60));
            model.addAttribute("gone", NOON.minusSeconds(6 * 60));
            model.addAttribute("offset", ZoneOffset.ofHours(2));
            model.addAttribute("location", DefangedLocation.of("https://host.example/a?b"));
            model.addAttribute("purposes", Shade.values());
            return "sample/page";
        }
    }
}
