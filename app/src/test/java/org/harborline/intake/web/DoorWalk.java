// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/// Somebody at the public door, without a browser: each page is what the last form led to.
final class DoorWalk {

    private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");

    private final MockMvcTester mvc;
    private final String language;
    private final String address;
    String page = "";

    DoorWalk(MockMvcTester mvc, String language, String address) {
        this.mvc = mvc;
        this.language = language;
        this.address = address;
    }

    DoorWalk post(String path, String... fields) {
        var request = mvc.post().uri(path).accept("text/html").param("language", language);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        MvcTestResult answer = request.with(one -> {
                    one.setRemoteAddr(address);
                    one.addHeader("X-Forwarded-For", address);
                    return one;
                })
                .exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        var response = answer.getResponse();
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        page = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??", "_csrf", address);
        return this;
    }

    String hidden(String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    DoorWalk begin(String entry, String danger) {
        return post("/report/" + entry, "danger", danger, "country", "US");
    }

    DoorWalk answer(String question, String... fields) {
        var all = new String[fields.length + 4];
        all[0] = "draft";
        all[1] = hidden("draft");
        all[2] = "question";
        all[3] = question;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return post("/report/next", all);
    }

    /// Answers everything and stands before sending.
    DoorWalk toTheEnd(String tell) {
        return answer("about", "about", "contact")
                .answer("child", "child", "known", "age", "12")
                .answer("now", "meeting", "no", "threat", "unknown", "missing", "no")
                .answer("where", "where", "app")
                .answer("service", "service", "Example Chat", "link", "https://chat.example/room/9")
                .answer("who", "account", "door_sample_77", "country", "ES", "person", "")
                .answer("when", "when", "week")
                .answer("tell", "tell", tell)
                .answer("contact", "contact", "");
    }

    DoorWalk send() {
        return post("/report/send", "draft", hidden("draft"));
    }

    List<String> words() {
        List<String> words =
                WORD.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(words).hasSize(8);
        return words;
    }

    DoorWalk back(List<String> words) {
        return post("/report/return", "words", String.join(" ", words));
    }
}
