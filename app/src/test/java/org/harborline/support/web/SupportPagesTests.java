// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.access.ActorAuthentication;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Sql;
import org.harborline.platform.outbound.Mail;
import org.harborline.support.ContactWay;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportRequests;
import org.harborline.support.SupportTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.context.WebApplicationContext;

/// The door and the desk, as they are seen.
@SpringBootTest
class SupportPagesTests {

    private static final Actor DESK =
            new Actor("desk-7", ActorKind.STAFF, Set.of(Permission.SUPPORT_ANSWER), null, null);
    private static final Pattern WORDS = Pattern.compile("<p class=\"hl-words\"[^>]*>([^<]+)</p>");
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
    private static final Pattern REQUEST = Pattern.compile("/support-desk/([0-9a-f-]{36})\"");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Sql sql;

    @Autowired
    SupportRequests requests;

    @Autowired
    NumbersView numbers;

    @Autowired
    Clock clock;

    private MockMvcTester stranger;
    private MockMvcTester desk;

    @BeforeEach
    void doors() {
        stranger = MockMvcTester.from(
                context,
                builder -> builder.apply(springSecurity())
                        .defaultRequest(get("/").with(csrf()))
                        .build());
        desk = MockMvcTester.from(
                context,
                builder -> builder.apply(springSecurity())
                        .defaultRequest(get("/").with(csrf()).with(authentication(new ActorAuthentication(DESK))))
                        .build());
        for (String day : new String[] {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"}) {
            assertThat(desk.post()
                            .uri("/support-desk/hours")
                            .param("zone", "UTC")
                            .param("day", day)
                            .param("opens", "00:00")
                            .param("closes", "00:00")
                            .exchange())
                    .hasStatus3xxRedirection();
        }
    }

    private static String body(MvcTestResult result) {
        try {
            String body = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(body).doesNotContain("??").contains("</main>");
            return body;
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult ask(String notice, String way, String address, String text) {
        return ask(UUID.randomUUID(), notice, way, address, text);
    }

    private MvcTestResult ask(UUID form, String notice, String way, String address, String text) {
        return stranger.post()
                .uri("/support/ask")
                .param("form", form.toString())
                .param("topic", "TALK")
                .param("text", text)
                .param("notice", notice)
                .param("way", way)
                .param("address", address)
                .exchange();
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageIsWholeInBothLanguages(String language) {
        for (String path : new String[] {"/support", "/support/ask", "/support/return"}) {
            assertThat(body(stranger.get().uri(path).locale(Locale.of(language)).exchange()))
                    .contains("<html lang=\"" + language + "\"")
                    .as("nobody who looks over a shoulder learns anything")
                    .containsAnyOf("<title>Information ", "<title>Información ");
        }
        for (String path : new String[] {"/support-desk", "/support-desk/hours"}) {
            body(desk.get().uri(path).locale(Locale.of(language)).exchange());
        }
    }

    @Test
    void goesFromAskingToAnAnswerAndAClosedDoor() {
        String words = found(WORDS, body(ask("no", "PHONE", "+1 202 555 0147", "[synthetic request 41]")));
        String id = sql.of("SELECT request_id::text FROM support.request ORDER BY request_id DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(body(desk.get().uri("/support-desk").exchange())).contains("/support-desk/" + id);
        assertThat(desk.post().uri("/support-desk/" + id + "/take").exchange()).hasStatus3xxRedirection();
        String opened = body(desk.get().uri("/support-desk/" + id).exchange());
        assertThat(opened).contains("[synthetic request 41]", "+1 202 555 0147");
        assertThat(desk.post()
                        .uri("/support-desk/" + id + "/answer")
                        .param("text", "[synthetic answer 41]")
                        .param("shown", found(SHOWN, opened))
                        .exchange())
                .hasStatus3xxRedirection();

        assertThat(body(with("/support/return", words).exchange()))
                .contains("[synthetic answer 41]")
                .doesNotContain("[synthetic request 41]");
        assertThat(body(with("/support/return/message", words)
                        .param("text", "[synthetic message 42]")
                        .exchange()))
                .contains("The desk has what you wrote.");
        assertThat(body(with("/support/return/close", words).exchange())).contains("The door is closed");
        assertThat(with("/support/return", words).exchange()).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void offersTheRequestOfSomebodyElseToBeTakenOver() {
        ask("no", "COME_BACK", "", "[synthetic request 46]");
        String id = sql.of("SELECT request_id::text FROM support.request ORDER BY request_id DESC LIMIT 1")
                .query(String.class)
                .single();
        Actor absent = new Actor("desk-8", ActorKind.STAFF, Set.of(Permission.SUPPORT_ANSWER), null, null);
        requests.take(absent, new SupportRequestId(UUID.fromString(id)));
        assertThat(body(desk.get().uri("/support-desk/" + id).exchange()))
                .contains("Take over from ", "/take-over\"", "value=\"desk-8\"")
                .doesNotContain("/answer\"");

        assertThat(desk.post()
                        .uri("/support-desk/" + id + "/take-over")
                        .param("from", "desk-8")
                        .exchange())
                .hasStatus3xxRedirection();

        assertThat(body(desk.get().uri("/support-desk/" + id).exchange()))
                .contains("/answer\"")
                .doesNotContain("/take-over\"");
    }

    private MockMvcTester.MockMvcRequestBuilder with(String path, String words) {
        return stranger.post().uri(path).param("words", words);
    }

    @Test
    void offersNoMailWhereNoneIsSent() {
        var pages = new SupportPages(requests, numbers, mail(false), clock);
        var model = new ExtendedModelMap();
        assertThat(pages.form(DESK, model)).isEqualTo("support/ask");
        assertThat(model.get("ways")).isEqualTo(List.of(ContactWay.COME_BACK, ContactWay.PHONE));

        var refused = new ExtendedModelMap();
        AskForm form = new AskForm(
                UUID.randomUUID(),
                SupportTopic.TALK,
                "[synthetic 1]",
                "",
                "no",
                ContactWay.MAIL,
                "robin@mail.example",
                "");
        var errors = new BeanPropertyBindingResult(form, "form");
        pages.ask(
                DESK,
                form,
                errors,
                Locale.ENGLISH,
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                refused);
        assertThat(errors.hasFieldErrors("way")).isTrue();

        var set = new ExtendedModelMap();
        assertThat(new SupportPages(requests, numbers, mail(true), clock).form(DESK, set))
                .isEqualTo("support/ask");
        assertThat(set.get("ways").toString()).contains("MAIL");
    }

    private static Mail mail(boolean set) {
        return new Mail() {
            @Override
            public boolean isSet() {
                return set;
            }

            @Override
            public void send(String to, String subject, String text) {
                throw new AssertionError("nothing is sent");
            }
        };
    }

    @Test
    void saysThatWhatWasChangedInAFormThatWasSentBeforeWasNotSent() {
        UUID form = UUID.randomUUID();
        assertThat(body(ask(form, "no", "PHONE", "+1 202 555 0147", "[synthetic request 45]")))
                .doesNotContain("This was sent before");
        assertThat(body(ask(form, "yes", "PHONE", "+1 202 555 0148", "[synthetic request 45]")))
                .contains("This was sent before", "write it to us");
    }

    @Test
    void saysAtTheFieldWhatIsMissing() {
        var refused = stranger.post()
                .uri("/support/ask")
                .param("form", UUID.randomUUID().toString())
                .param("text", "  ")
                .param("way", "PHONE")
                .param("address", "555 0147")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(refused))
                .contains(
                        "Choose what you would like help with.",
                        "Write one sentence. It can be short.",
                        "Say whether somebody could notice.",
                        "Enter a number with its country")
                .as("what was typed is still there")
                .contains("555 0147");
    }

    @Test
    void saysWhichWordIsWrong() {
        String words = found(WORDS, body(ask("yes", "COME_BACK", "", "[synthetic request 43]")));
        String slipped = words.substring(0, words.lastIndexOf(' ')) + " qqqq";

        assertThat(body(with("/support/return", slipped).exchange())).contains("Word number 8 is not one of ours.");
        assertThat(body(with("/support/return", "one two").exchange())).contains("These are 2 words.");
    }

    @Test
    void showsNoNumberWhileSomebodyCouldNotice() {
        ask("unsure", "PHONE", "+1 202 555 0199", "[synthetic request 44]");
        String list = body(desk.get().uri("/support-desk").exchange());
        assertThat(list).contains("Do not call or write");
        for (Matcher one = REQUEST.matcher(list); one.find(); ) {
            assertThat(body(desk.get().uri("/support-desk/" + one.group(1)).exchange()))
                    .doesNotContain("+1 202 555 0199");
        }
    }

    @Test
    void doesNotExistForThoseWhoWorkOnReports() {
        Actor analyst = new Actor(
                "analyst-7", ActorKind.STAFF, Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL), null, null);
        MockHttpServletRequestBuilder asAnalyst = get("/support-desk");
        asAnalyst.with(authentication(new ActorAuthentication(analyst)));

        assertThat(stranger.perform(asAnalyst)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
