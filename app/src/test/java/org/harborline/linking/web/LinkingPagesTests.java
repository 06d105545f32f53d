// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.CutPanel;
import org.harborline.linking.LinkRemarks;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.LookUp;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.DisplayNames;
import org.harborline.platform.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@SpringBootTest(
        classes = LinkingPagesTests.Pages.class,
        properties = {"harborline.test.own-database=none", "harborline.mode=sandbox"})
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class LinkingPagesTests {

    static final Actor ANALYST = new Actor("analyst-7", ActorKind.STAFF, EnumSet.allOf(Permission.class), null, null);
    private static final Actor READER =
            new Actor("reader-7", ActorKind.STAFF, Set.of(Permission.REPORT_READ), null, null);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleLinks links;

    @BeforeEach
    void forget() {
        links.forget();
    }

    private String body(Actor actor, MockHttpServletRequestBuilder request) {
        return body(mvc, actor, request);
    }

    static String body(MockMvcTester mvc, Actor actor, MockHttpServletRequestBuilder request) {
        var answer = mvc.perform(
                request.with(csrf()).with(authentication(new TestingAuthenticationToken(actor, null, "ANY"))));
        assertThat(answer).hasStatusOk();
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String redirect(MockHttpServletRequestBuilder request) {
        var answer = mvc.perform(
                request.with(csrf()).with(authentication(new TestingAuthenticationToken(ANALYST, null, "ANY"))));
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getMvcResult().getResponse().getRedirectedUrl();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/1042317/panels/links",
                "/reports/1042317/panels/identifiers",
                "/reports/1042317/panels/findings",
                "/reports/1042317/links/1039920",
                "/identifiers/shared",
                "/look-up",
                "/reports/1042317/findings/new"
            })
    void rendersEveryPageInBothLanguagesWithoutAMissingText(String path) {
        for (String language : List.of("en", "es")) {
            var page = body(ANALYST, get(path).locale(Locale.of(language)));
            assertThat(page).contains("<html", "</html>").doesNotContain("??", "linking.", "th:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"links", "identifiers", "findings"})
    void answersAPanelAloneWhenThePageFetchesIt(String panel) {
        var fragment = body(ANALYST, get("/reports/1042317/panels/" + panel).header("HX-Request", "true"));

        assertThat(fragment.strip())
                .startsWith("<section")
                .endsWith("</section>")
                .contains("id=\"panel-" + panel + "\"");
    }

    @Test
    void tellsWhyTwoReportsAreLinked() {
        assertThat(body(ANALYST, get("/reports/1042317/panels/links")))
                .contains(
                        "this mail provider ignores dots or tags",
                        "In 2 reports from 1 sender.",
                        "email.provider-canonical 1",
                        "/reports/1042317/links/1039920",
                        "The same identifier stands in another role.",
                        "An agency closed its case: no crime.");
    }

    @Test
    void showsMaskedValuesAndRevealsThemOnlyWhenAsked() {
        assertThat(body(ANALYST, get("/reports/1042317/links/1039920")))
                .contains("s\u2022\u2022\u2022@mail.example", "/links/1039920/reveal", "original offset unknown")
                .doesNotContain("s.sample@");
        var revealed =
                body(ANALYST, post("/reports/1042317/links/1039920/reveal").param("purpose", "TRIAGE"));

        assertThat(revealed)
                .contains("s.sample@mail.example", "SSample+&lt;x&gt;@mail.example", "clearinghouse finding")
                .doesNotContain("/links/1039920/reveal");
        assertThat(links.asked).containsExactly("reveal TRIAGE");
    }

    @Test
    void offersOnlyWhatTheActorMayDo() {
        assertThat(body(READER, get("/reports/1042317/links/1039920"))).doesNotContain("/reveal", "/cut");
        assertThat(body(READER, get("/reports/1042317/panels/identifiers")))
                .contains("VPN, by the list sample-list of 2026-11-01")
                .doesNotContain("/reveal");
        assertThat(body(READER, get("/reports/1042317/panels/findings"))).doesNotContain("/reveal", "/findings/new");
    }

    @Test
    void cutsALinkAndUndoesTheCut() {
        assertThat(redirect(post("/reports/1042317/links/1039920/cut").param("reason", "RECYCLED")))
                .isEqualTo("/reports/1042317/links/1039920");
        assertThat(body(ANALYST, get("/reports/1042317/links/1039920")))
                .contains("cut by an analyst", "changed hands in between", "/cuts/" + links.cut.id() + "/undo");

        assertThat(redirect(post("/reports/1042317/links/1039920/cuts/" + links.cut.id() + "/undo")))
                .isEqualTo("/reports/1042317/links/1039920");
        assertThat(links.cut).isNull();
    }

    @Test
    void neverMakesALinkOfARevealedLocation() {
        var page = body(ANALYST, post("/reports/1042317/identifiers/reveal").param("purpose", "REFERRAL"));

        assertThat(page).contains("hxxps://host[.]example/p").doesNotContain("href=\"https://host");
        assertThat(links.asked).containsExactly("identifiers REFERRAL");
    }

    @Test
    void looksUpWithAPurposeAndNeverPutsTheIdentifierIntoAnAddress() {
        var page = body(
                ANALYST,
                post("/look-up")
                        .param("kind", "EMAIL")
                        .param("value", "a@mail.example")
                        .param("purpose", "TRIAGE"));

        assertThat(page).contains("In 1 report from 1 sender", "1039920", "victim");
        assertThat(page).doesNotContain("?value=");
        assertThat(links.asked).containsExactly("look-up TRIAGE a@mail.example");
    }

    @Test
    void passesProviderServicePortAndTimeOnAndSaysWhatIsIncomplete() {
        var page = body(
                ANALYST,
                post("/look-up")
                        .param("kind", "SCREEN_NAME")
                        .param("value", "kid77")
                        .param("qualifier", "Example Video")
                        .param("provider", SampleLinks.CHAT.toString())
                        .param("port", "40021")
                        .param("at", "2026-03-02T11:14:05+01:00")
                        .param("purpose", "SAFEGUARDING"));

        assertThat(links.lookedUp)
                .containsExactly(new LookUp(
                        IdentifierKind.SCREEN_NAME,
                        "kid77",
                        "Example Video",
                        SampleLinks.CHAT,
                        40021,
                        Instant.parse("2026-03-02T10:14:05Z")));
        assertThat(page).contains("This answer may be incomplete.", "Example Chat Inc.", "2026-03-02T11:14:05+01:00");
    }

    @Test
    void saysWhatIsWrongInALookUpAndAsksNothing() {
        var page = body(
                ANALYST,
                post("/look-up")
                        .param("kind", "IP_ADDRESS")
                        .param("value", "198.51.100.7")
                        .param("port", "70000")
                        .param("at", "yesterday"));

        assertThat(page).contains("Give a port from 0 to 65535.", "Give the time as", "Choose your purpose.");
        assertThat(links.lookedUp).isEmpty();
    }

    @Test
    void recordsAFindingAndGoesBackToTheReport() {
        var form = post("/reports/1042317/findings")
                .param("kind", "IDENTIFIER")
                .param("identifierKind", "EMAIL")
                .param("value", "outside@mail.example")
                .param("qualifier", "")
                .param("role", "REPORTED_PERSON")
                .param("source", "public profile")
                .param("method", "read there")
                .param("observedAt", "2026-03-02T11:14+01:00")
                .param("port", "40021")
                .param("confidence", "HIGH");

        assertThat(redirect(form)).isEqualTo("/reports/1042317");
        assertThat(links.recorded).singleElement().satisfies(command -> {
            assertThat(command.identifierKind()).isEqualTo(IdentifierKind.EMAIL);
            assertThat(command.observedAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T11:14+01:00"));
            assertThat(command.port()).as("port of a mailbox").isNull();
            assertThat(command.qualifier()).isNull();
        });
    }

    @Test
    void withdrawsAFindingWithAReason() {
        String address = "/reports/1042317/findings/" + SampleLinks.FINDING + "/withdraw";

        assertThat(body(ANALYST, get("/reports/1042317/panels/findings"))).contains(address);
        assertThat(body(READER, get("/reports/1042317/panels/findings"))).doesNotContain(address);
        assertThat(redirect(post(address).param("reason", "DUPLICATE"))).isEqualTo("/reports/1042317");
        assertThat(links.asked).containsExactly("withdraw 1042317 " + SampleLinks.FINDING + " DUPLICATE");
    }

    @Test
    void saysWhatIsMissingInAFinding() {
        var page = body(
                ANALYST,
                post("/reports/1042317/findings").param("kind", "IDENTIFIER").param("value", "kept@mail.example"));

        assertThat(page)
                .contains("Choose the kind of identifier.", "Name the source.", "kept@mail.example")
                .doesNotContain("Write the finding.", "linking.finding.missing");
        assertThat(links.recorded).isEmpty();
    }

    @Test
    void pagesThroughAllSharedIdentifiers() {
        var page = body(ANALYST, get("/identifiers/shared"));
        var next =
                Pattern.compile("href=\"(/identifiers/shared[?]after=[^\"]+)\"").matcher(page);

        assertThat(next.find()).isTrue();
        assertThat(page.split("email.case-folded 1", -1)).hasSize(51);
        assertThat(body(ANALYST, get(URI.create(next.group(1)))))
                .contains("href=\"/identifiers/shared\"")
                .doesNotContain("href=\"/identifiers/shared?after=");
    }

    @Test
    void showsTheWordsOfFindingsOnlyAfterAReveal() {
        assertThat(body(ANALYST, get("/reports/1042317/panels/findings")))
                .contains("reported person")
                .doesNotContain("outside@mail.example");
        assertThat(body(ANALYST, post("/reports/1042317/findings/reveal").param("purpose", "TRIAGE")))
                .contains("outside@mail.example", "public profile");
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        Properties english = texts("");
        Properties spanish = texts("_es");

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        for (LinkingProblem problem : LinkingProblem.values()) {
            assertThat(english)
                    .containsKeys("problem." + problem.slug() + ".title", "problem." + problem.slug() + ".detail");
        }
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(english)
                    .containsKey("linking.kind."
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/linking" + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.harborline.platform.web", "org.harborline.linking.web"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    @Import(Samples.class)
    static class Pages implements WebMvcConfigurer {

        @Bean
        SampleLinks links() {
            return new SampleLinks();
        }

        @Bean
        SampleClusters clusters() {
            return new SampleClusters();
        }

        @Bean
        CutPanel corrections() {
            return new CutPanel("corrections", "linking.links.title", Permission.REPORT_READ);
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        LinkRemarks remarks() {
            return (_, _) -> Map.of(new ReportNumber(1039920), "triage.case-outcome.no-crime");
        }

        @Bean
        DisplayNames names() {
            return _ -> Optional.of("Analyst 7");
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new SignedIn());
        }
    }

    /// Who the request says is signed in.
    static final class SignedIn implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        }
    }
}
