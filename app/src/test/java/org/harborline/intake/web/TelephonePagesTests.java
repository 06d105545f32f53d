// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.access.ActorAuthentication;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ReceiptWords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

/// A call, written down while it goes on.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TelephonePagesTests {

    private static final Pattern SEALED = Pattern.compile("name=\"draft\" value=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*>");
    private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");

    private static final String[] CALL = {
        "danger", "unknown",
        "entry", "professional",
        "caller-language", "es",
        "about", "person",
        "age", "about ten",
        "service", "Example Chat",
        "country", "PT",
        "tell", "[synthetic narrative 51]\nsecond line",
        "contact", "after six"
    };

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private MockMvcTester mvc;

    @BeforeEach
    void stand() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.addFilters(filter("requestIds"), filter("doorLanguage"))
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    private Filter filter(String name) {
        return context.getBean(name, FilterRegistrationBean.class).getFilter();
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "stay", ""})
    void keepsWhatWasTypedAndFilesNothing(String go) {
        long before = calls();
        String page = send(begun(), go, CALL);
        assertThat(page)
                .contains("911", "All that was typed is still here", "[synthetic narrative 51]\nsecond line</textarea>")
                .contains("value=\"Example Chat\"", "value=\"about ten\"", ">after six</textarea>");
        assertThat(chosen(page)).contains("professional", "es", "person", "PT", "US");
        assertThat(page).containsPattern("value=\"unknown\"[^>]* checked=\"checked\"");
        assertThat(calls()).isEqualTo(before);
    }

    private static List<String> chosen(String page) {
        return Pattern.compile("value=\"([^\"]*)\" selected=\"selected\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// Browsers press the first button of the form when somebody hits the enter key in a field.
    @Test
    void theEnterKeyPressesAButtonThatFilesNothing() {
        String page = begun();
        String form = page.substring(page.indexOf("<form method=\"post\" action=\"/telephone\""));
        List<String> buttons =
                BUTTON.matcher(form).results().map(found -> found.group()).toList();
        assertThat(buttons.getFirst()).contains("name=\"go\" value=\"stay\"", "formnovalidate");
        assertThat(buttons)
                .filteredOn(button -> button.contains("value=\"file\""))
                .hasSize(1);
        assertThat(form.indexOf("value=\"stay\"")).isLessThan(form.indexOf("name=\"country-here\""));
    }

    @Test
    void whatIsRefusedIsKeptWithTheNumbersAndFiledWhenMended() {
        long before = calls();
        String refused = send(begun(), "file", CALL);
        assertThat(refused)
                .contains("911", "value=\"about ten\"", "shorten texts")
                .doesNotContain("still here");
        assertThat(calls()).isEqualTo(before);

        String[] mended = CALL.clone();
        mended[9] = "10";
        String filed = send(refused, "file", mended);
        assertThat(filed).contains("<div lang=\"es\">", "Spanish");
        assertThat(calls()).isEqualTo(before + 1);
        assertThat(words(send(refused, "file", mended)))
                .as("sent twice is one report")
                .isEqualTo(words(filed));
        assertThat(calls()).isEqualTo(before + 1);
    }

    @Test
    void theCallerGetsWordsOfTheirLanguageThatOpenTheDoor() {
        String[] call = CALL.clone();
        call[9] = "";
        String page = begun();
        List<String> spanish = words(send(page, "file", call));
        call[5] = "en";
        List<String> english = words(send(page, "file", call));
        assertThat(spanish).hasSize(8).isNotEqualTo(english);
        assertThat(ReceiptWords.read(String.join(" ", spanish)))
                .isInstanceOf(ReceiptWords.Reading.Known.class)
                .isEqualTo(ReceiptWords.read(String.join(" ", english)));
        assertThat(jdbc.sql("SELECT language FROM intake.door ORDER BY report_number DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("es");
        var walk = new DoorWalk(mvc, "es", "2001:db8:51:7::9").back(spanish);
        assertThat(walk.page).contains("name=\"door\"");
    }

    /// The enter key comes before anybody has asked about danger.
    @ParameterizedTest
    @ValueSource(strings = {"numbers", "stay", "file"})
    void nothingIsLostBeforeDangerIsAnswered(String go) {
        long before = calls();
        String page = send(begun(), go, "service", "Example Chat");
        assertThat(page).contains("value=\"Example Chat\"").doesNotContain("checked=\"checked\"");
        assertThat(page.contains("shorten texts")).isEqualTo(go.equals("file"));
        assertThat(calls()).isEqualTo(before);
    }

    /// Somebody opens it in the morning and is called in the afternoon.
    @Test
    void aPageThatStoodOpenForTooLongKeepsTheCall() {
        long before = calls();
        String[] call = CALL.clone();
        call[9] = "";
        String page = send("name=\"draft\" value=\"too-old\"", "file", call);
        assertThat(page).contains("stood open for too long", "value=\"Example Chat\"");
        assertThat(calls()).isEqualTo(before);
        assertThat(words(send(page, "file", call))).hasSize(8);
        assertThat(calls()).isEqualTo(before + 1);
    }

    @Test
    void aLanguageWithoutWordsChangesNothing() {
        String[] call = CALL.clone();
        call[5] = "xx";
        call[9] = "";
        assertThat(send(begun(), "file", call)).contains("<div lang=\"en\">");
    }

    private long calls() {
        return jdbc.sql("SELECT count(*) FROM intake.report WHERE source = 'TELEPHONE'")
                .query(Long.class)
                .single();
    }

    private static List<String> words(String page) {
        return WORD.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private String begun() {
        var answer =
                mvc.get().uri("/telephone").accept("text/html").with(staff()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String send(String page, String go, String... fields) {
        var sealed = SEALED.matcher(page);
        assertThat(sealed.find()).isTrue();
        var request = mvc.post()
                .uri("/telephone")
                .accept("text/html")
                .param("draft", HtmlUtils.htmlUnescape(sealed.group(1)))
                .param("go", go)
                .param("country-here", "US");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        var answer = request.with(staff()).with(csrf()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor staff() {
        return authentication(new ActorAuthentication(new Actor(
                new UUID(0, 9).toString(),
                ActorKind.STAFF,
                Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.WORKLIST_USE),
                null,
                null)));
    }
}
