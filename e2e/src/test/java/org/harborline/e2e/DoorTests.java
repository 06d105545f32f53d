// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four public doors with a browser, from the first page to the closed door: each language with and without
/// scripts, wide and narrow, two readers at a time. Staff answer in between.
@ExtendWith(WithDemo.class)
class DoorTests {

    @ParameterizedTest
    @CsvSource({"child, survivor, true", "professional, adult, false"})
    void areWalkedFromTheFirstPageToTheClosedDoor(String english, String spanish, boolean scripts, Demo demo) {
        try (var readers = Readers.of(demo.address(), "en", "es")) {
            readers.walk((browsing, language) ->
                    walk(language.equals("en") ? english : spanish, language, scripts, browsing));
        }
    }

    private static void walk(String entry, String language, boolean scripts, Browsing browsing) {
        try (var visitor = scripts ? browsing.stranger(language) : browsing.withoutScripts()) {
            var walk = new Walk(visitor, language, scripts);
            report(entry, language, walk);
            List<String> words = visitor.page().locator(".hl-words li").allTextContents();
            assertThat(words).hasSize(8);
            walk.press("form[action='/report/words'] button");
            visitor.page().locator("#words").fill(String.join(" ", words));
            walk.press("form[action='/report/words'] button");
            walk.comeBack(words);
            visitor.page().locator("#text").fill("[synthetic message 91 " + entry + "]");
            walk.press("button[name=danger][value=no]");
            answer(browsing, entry);
            walk.comeBack(words);
            assertThat(visitor.page().content())
                    .contains("[synthetic answer 91]")
                    .doesNotContain("[synthetic message 91", "[synthetic narrative 91]");
            visitor.page().locator("input[name=sure]").check();
            walk.press("form[action='/report/door/close'] button");
            assertThat(visitor.page().context().cookies()).isEmpty();
            assertThat(walk.barriers).isEmpty();
            assertThat(visitor.mishaps()).isEmpty();
        }
    }

    private static void report(String entry, String language, Walk walk) {
        walk.go("/report?country=US&language=" + language);
        walk.go("/report/" + entry + "?country=US&language=" + language);
        walk.visitor().page().locator("input[name=danger][value=no]").check();
        walk.press("main form[method=post] button");
        for (String choice : List.of("about=contact", "child=known", "", "where=game", "", "", "when=week", "")) {
            if (!choice.isEmpty()) {
                String[] parts = choice.split("=", 2);
                walk.visitor()
                        .page()
                        .locator("input[name=" + parts[0] + "][value=" + parts[1] + "]")
                        .check();
            }
            walk.press("main button[name=go][value=next]");
        }
        walk.press("main button[name=go][value=next]");
        // changes an answer, goes on, and comes back to the list
        walk.press("main button[name=go][value=tell]");
        walk.visitor().page().locator("textarea[name=tell]").fill("[synthetic narrative 91]");
        walk.press("main button[name=go][value=next]");
        walk.press("main button[name=go][value=next]");
        assertThat(walk.visitor().page().content()).contains("[synthetic narrative 91]");
        walk.press("form[action='/report/send'] button");
    }

    private static void answer(Browsing browsing, String entry) {
        try (var analyst = browsing.person("analyst", "en")) {
            analyst.go("/messages");
            var reports = analyst.links().stream()
                    .filter(link -> link.matches("/reports/\\d+"))
                    .toList();
            for (String report : reports) {
                analyst.go(report + "/panels/conversation");
                if (analyst.page().content().contains("[synthetic message 91 " + entry + "]")) {
                    analyst.page().locator("#answer").fill("[synthetic answer 91]");
                    analyst.press("Send");
                    assertThat(analyst.mishaps()).isEmpty();
                    return;
                }
            }
            throw new AssertionError("the message is on no list");
        }
    }

    /// A visitor and what kept people out on the way.
    private record Walk(Visitor visitor, String language, boolean scripts, List<String> barriers) {

        Walk(Visitor visitor, String language, boolean scripts) {
            this(visitor, language, scripts, new ArrayList<>());
        }

        void go(String path) {
            visitor.go(path);
            examine();
        }

        void press(String selector) {
            visitor.press(visitor.page().locator(selector).first());
            examine();
        }

        void comeBack(List<String> words) {
            visitor.go("/report/return?language=" + language);
            visitor.page().locator("#words").fill(String.join(" ", words));
            press("form[method=post][action='/report/return'] button");
        }

        private void examine() {
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
            for (Look look : Look.of(language)) {
                visitor.look(look);
                if (visitor.isTooWide()) {
                    barriers.add(look + " " + visitor.path() + ": has to be pushed sideways");
                }
                if (scripts) {
                    barriers.addAll(visitor.barriers());
                }
            }
        }
    }
}
