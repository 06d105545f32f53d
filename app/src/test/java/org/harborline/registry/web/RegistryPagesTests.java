// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.harborline.access.ActorAuthentication;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.registry.Agency;
import org.harborline.registry.ContactKind;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
class RegistryPagesTests {

    private static final Actor CLERK = actor(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE);
    private static final Actor READER = actor(Permission.REGISTRY_READ);

    @Autowired
    WebApplicationContext context;

    @Autowired
    Organisations organisations;

    private MockMvcTester clerk;
    private MockMvcTester reader;

    private static Actor actor(Permission first, Permission... rest) {
        return new Actor("clerk-3", ActorKind.STAFF, EnumSet.of(first, rest), null, null);
    }

    @BeforeEach
    void doors() {
        clerk = door(CLERK);
        reader = door(READER);
    }

    private MockMvcTester door(Actor actor) {
        return MockMvcTester.from(
                context,
                builder -> builder.apply(springSecurity())
                        .defaultRequest(get("/").with(csrf()).with(authentication(new ActorAuthentication(actor))))
                        .build());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            String body = result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(body).doesNotContain("??");
            return body;
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String agencyPath(String code) {
        return "/registry/agencies/"
                + organisations.findAgency(CLERK, code).map(Agency::id).orElseThrow();
    }

    private String providerPath(String code) {
        return "/registry/providers/"
                + organisations.listProviders(CLERK).stream()
                        .filter(provider -> provider.code().equals(code))
                        .map(Provider::id)
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageIsWholeInBothLanguages(String language) {
        var locale = Locale.of(language);
        for (String path : List.of(
                "/registry/agencies",
                "/registry/agencies?text=none-such",
                "/registry/agencies/new",
                agencyPath("us-ca-san-diego"),
                agencyPath("us-fbi"),
                agencyPath("us-or") + "/contacts",
                "/registry/providers",
                providerPath("demo-provider"),
                providerPath("example-social"),
                providerPath("example-social") + "/contacts",
                providerPath("example-forum-7") + "/contacts")) {
            String page = body(clerk.get().uri(path).locale(locale).exchange());
            assertThat(page)
                    .as(path)
                    .contains("<html lang=\"" + language + "\"")
                    .contains("</main>");
        }
    }

    @Test
    void badInputIsAnsweredWithASentenceThatNamesTheField() {
        var code = "bad-" + Long.toUnsignedString(System.nanoTime(), 36);
        assertThat(clerk.post()
                        .uri("/registry/agencies")
                        .param("code", code)
                        .param("name", "Bad")
                        .param("kind", "LOCAL")
                        .param("country", "USA")
                        .param("channel", "PORTAL")
                        .param("languages", "en")
                        .param("effectiveFrom", "2026-01-01")
                        .exchange())
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Country: two letters of ISO 3166");
        assertThat(clerk.post()
                        .uri("/registry/agencies")
                        .param("code", code)
                        .param("country", "US")
                        .exchange())
                .as("nothing else filled in")
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aServiceThatDoesNotFitIsAnsweredWithASentenceThatNamesTheField() {
        var code = "twice-" + Long.toUnsignedString(System.nanoTime(), 36);
        assertThat(clerk.post()
                        .uri("/registry/providers")
                        .param("code", code)
                        .param("name", "Twice")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(clerk.post()
                        .uri(providerPath(code))
                        .param("version", "1")
                        .param("name", "Twice")
                        .param("services", "Chat | a.example\nChat | b.example")
                        .exchange())
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Services: give each name once.");
        assertThat(clerk.post()
                        .uri(providerPath(code))
                        .param("version", "1")
                        .param("name", "Twice")
                        .param("services", "Chat without a domain")
                        .exchange())
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Services: on each line a name");
    }

    @Test
    void anEmptyStateStandsOnlyWhereNothingIs() {
        assertThat(body(clerk.get().uri("/registry/agencies").exchange())).doesNotContain("No agency here");
        assertThat(body(clerk.get().uri("/registry/agencies?text=none-such").exchange()))
                .contains("No agency here");
        assertThat(body(clerk.get().uri("/registry/providers").exchange())).doesNotContain("No provider yet");
        assertThat(body(clerk.get().uri(agencyPath("us-fbi")).exchange())).contains("Covers nothing yet");
        assertThat(body(clerk.get().uri(agencyPath("us-or")).exchange())).doesNotContain("Covers nothing yet");
    }

    @Test
    void theListLeadsFromPageToPageAndKeepsItsFilter() {
        String first = body(clerk.get().uri("/registry/agencies?country=us").exchange());
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second =
                body(clerk.get().uri(next.group(1).replace("&amp;", "&")).exchange());
        assertThat(second).contains("us-wy").doesNotContain("fr-national").doesNotContain("us-ak<");
    }

    @Test
    void anUnverifiedSampleAgencySaysSoUntilSomebodyVerifiesIt() {
        String path = agencyPath("us-wy");
        String before = body(clerk.get().uri(path).exchange());
        assertThat(before).contains("Sample data.", "Nobody has verified this agency.", "sample-agencies");

        assertThat(clerk.post()
                        .uri(path + "/verification")
                        .param("version", "1")
                        .param("on", "2026-11-20")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(body(clerk.get().uri(path).exchange()))
                .contains("Sample data.", "verified on 2026-11-20")
                .doesNotContain("Nobody has verified this agency.");
    }

    @Test
    void anAgencyIsEnteredChangedAndGivenAnArea() {
        var entered = clerk.post()
                .uri("/registry/agencies")
                .param("name", "Test Agency")
                .param("code", "mc-test")
                .param("kind", "NATIONAL")
                .param("country", "mc")
                .param("region", "")
                .param("channel", "PORTAL")
                .param("languages", "fr, en")
                .param("capabilities", "FORENSICS", "ROUND_THE_CLOCK")
                .param("effectiveFrom", "2026-01-01")
                .exchange();
        assertThat(entered).hasStatus3xxRedirection();
        String path = agencyPath("mc-test");
        assertThat(entered).hasRedirectedUrl(path);
        assertThat(clerk.post()
                        .uri(path + "/coverage")
                        .param("scope", "COUNTRY")
                        .param("country", "mc")
                        .param("region", "")
                        .param("place", "")
                        .param("effectiveFrom", "2026-01-01")
                        .param("effectiveUntil", "")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(clerk.post()
                        .uri(path)
                        .param("version", "1")
                        .param("name", "Renamed Agency")
                        .param("channel", "LIAISON")
                        .param("languages", "fr")
                        .param("effectiveUntil", "2030-01-01")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(body(clerk.get().uri(path).exchange()))
                .contains("Renamed Agency", "Through a liaison officer", "2030-01-01", "from 2026-01-01");
    }

    @Test
    void anAreaThatLacksAPartIsRefused() {
        assertThat(clerk.post()
                        .uri(agencyPath("us-or") + "/coverage")
                        .param("scope", "CITY")
                        .param("country", "us")
                        .param("effectiveFrom", "2026-01-01")
                        .exchange())
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aSecretIsShownOnceAndARevokedCredentialSaysSo() {
        String path = providerPath("example-boards");
        String issued = body(clerk.post()
                .uri(path + "/credentials")
                .param("scope", "READ")
                .param("lastDay", "")
                .exchange());
        var user = Pattern.compile(">(sandbox-[0-9a-f]{20})<").matcher(issued);
        var secret = Pattern.compile(">(sandbox-[A-Za-z0-9_-]{43})<").matcher(issued);
        assertThat(user.find() && secret.find()).isTrue();
        var credential =
                organisations.authenticate(user.group(1), secret.group(1)).orElseThrow();
        assertThat(credential.readOnly()).isTrue();

        String again = body(clerk.get().uri(path).exchange());
        assertThat(again).contains(user.group(1)).doesNotContain(secret.group(1));
        assertThat(clerk.post()
                        .uri(path + "/credentials/" + credential.id() + "/revocation")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(organisations.authenticate(user.group(1), secret.group(1))).isEmpty();
        assertThat(body(clerk.get().uri(path).exchange())).contains("Revoked");
    }

    @Test
    void contactsAreEnteredAndRemoved() {
        String path = providerPath("example-forum-9");
        assertThat(body(clerk.get().uri(path).exchange())).contains("Legal process: missing");
        assertThat(clerk.post()
                        .uri(path + "/contacts")
                        .param("kind", ContactKind.LEGAL_PROCESS.name())
                        .param("rank", "1")
                        .param("person", "Legal desk")
                        .param("email", "")
                        .param("phone", "")
                        .param("post", "1 Street\nTown")
                        .param("verifiedOn", "2025-01-01")
                        .exchange())
                .hasStatus3xxRedirection();
        String page = body(clerk.get().uri(path + "/contacts").exchange());
        assertThat(page).contains("Legal desk", "1 Street", "Town", "Check it again");
        assertThat(body(clerk.get().uri(path).exchange())).doesNotContain("Legal process: missing");
        var removal = Pattern.compile("action=\"([^\"]+/removal)\"").matcher(page);
        assertThat(removal.find()).isTrue();
        assertThat(clerk.post().uri(removal.group(1)).exchange()).hasStatus(HttpStatus.FOUND);
        assertThat(body(clerk.get().uri(path).exchange())).contains("Legal process: missing");
    }

    @Test
    void staffSetHowTheDocumentsOfAProviderAreRead() {
        String path = clerk.post()
                .uri("/registry/providers")
                .param("code", "reads-" + System.nanoTime())
                .param("name", "Example Reads")
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(body(clerk.get().uri(path).exchange())).contains("is refused, and the answer says where and why");

        var set = clerk.post().uri(path + "/reading").param("version", "1").param("lenient", "true");
        assertThat(set.exchange()).hasStatus(HttpStatus.FOUND);

        assertThat(body(clerk.get().uri(path).exchange())).contains("kept as unrecognised text", "Read strictly");
        assertThat(body(clerk.get().uri("/registry/providers").exchange())).contains("read leniently");
        assertThat(clerk.post()
                        .uri(path + "/reading")
                        .param("version", "1")
                        .param("lenient", "false")
                        .exchange())
                .as("an older version")
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aReaderIsOfferedNoChange() {
        for (String path : List.of(
                "/registry/agencies", agencyPath("us-or"), "/registry/providers", providerPath("example-chat"))) {
            String page = body(reader.get().uri(path).exchange());
            String main = page.substring(page.indexOf("<main"));
            assertThat(main).as(path).doesNotContain("method=\"post\"");
        }
    }

    @Test
    void whoMayNotLookOrChangeIsToldThereIsNoSuchPage() {
        var outsider = door(actor(Permission.OWN_ACCOUNT));
        for (String path : List.of("/registry/agencies", agencyPath("us-or"), "/registry/providers")) {
            assertThat(outsider.get().uri(path).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(reader.post()
                        .uri(providerPath("example-chat") + "/credentials")
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(reader.get().uri("/registry/agencies/new").exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }
}
