// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks every page with every person in both languages. Two pages of each route are examined in each language, at one
/// look each: the first wide in English and narrow in Spanish, the second the other way. Every other page only has to
/// answer without a mishap, and no page may have to be pushed sideways at any width.
@ExtendWith(WithDemo.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTests {

    /// Pages that no link leads to, each with the reason.
    private static final Map<String, String> WITHOUT_LINK = Map.of(
            "/invitation/{secret}", "the secret is in a letter to one person",
            "/providers/register/{secret}", "the secret is in a mail to one person",
            "/sign-in/second-factor", "only between password and session",
            "/sign-in/again", "only before a step that asks for it",
            "/account/factors/totp/{id}", "only after a new factor was asked for",
            "/operator/erasures/{erasure}", "only after somebody asked for one",
            "/report/leave", "leads to another site",
            "/registry/webhooks/{provider}", "only after a company set an address");

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();
    private static final Map<String, Integer> EXAMINED = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "supervisor", "admin", "agency", "demo-provider", "support"})
    @Order(1)
    void keepsNobodyOut(String person, Demo demo, Work work) throws IOException {
        var pages = Routes.pages(demo.installation());
        var starts = starts(person, work);

        try (var readers = Readers.of(demo.address(), "en", "es")) {
            readers.walk((browsing, language) -> keepsNobodyOut(person, language, pages, starts, browsing));
        }
    }

    private static void keepsNobodyOut(
            String person, String language, Set<String> pages, List<String> starts, Browsing browsing) {
        var barriers = new ArrayList<String>();
        try (var visitor = browsing.person(person, language)) {
            var walk = new Walk(visitor, pages).from(starts, route -> {
                int time = EXAMINED.merge(language + route, 1, Integer::sum);
                if (time <= Walk.OF_EACH_ROUTE) {
                    List<Look> looks = Look.of(language);
                    Look examined = looks.get((time + (language.equals("en") ? 1 : 0)) % looks.size());
                    barriers.addAll(barriers(visitor, language, List.of(examined)));
                }
            });

            SEEN.addAll(walk.routes());
            assertThat(barriers).isEmpty();
            assertThat(walk.refusals()).isEmpty();
            assertThat(visitor.mishaps()).isEmpty();
        }
    }

    /// The first page, and for those who are on the rota the one that the mail about an alarm leads to.
    private static List<String> starts(String person, Work work) {
        return person.equals("analyst")
                ? List.of("/reports/" + work.referred(), "/worklist/" + work.urgent() + "/acknowledge", "/")
                : List.of("/");
    }

    @Test
    @Order(1)
    void keepsNoStrangerOut(Demo demo) {
        try (var readers = Readers.of(demo.address(), "en", "es")) {
            readers.walk(EveryPageTests::keepsNoStrangerOut);
        }
    }

    private static void keepsNoStrangerOut(Browsing browsing, String language) {
        try (var stranger = browsing.stranger(language)) {
            var barriers = new ArrayList<String>();
            for (String path : List.of(
                    "/",
                    "/sign-in",
                    "/api",
                    "/developers",
                    "/developers/completeness",
                    "/verify-receipt",
                    "/providers/register",
                    "/support",
                    "/support/ask",
                    "/support/return",
                    "/report",
                    "/report/return",
                    "/report/child")) {
                stranger.go(path);
                SEEN.add(path.equals("/report/child") ? "/report/{entry}" : path);
                assertThat(stranger.page().locator("html").getAttribute("lang")).isEqualTo(language);
                barriers.addAll(barriers(stranger, language, Look.of(language)));
            }

            assertThat(barriers).isEmpty();
            assertThat(stranger.mishaps()).isEmpty();
        }
    }

    private static List<String> barriers(Visitor visitor, String language, List<Look> examined) {
        var found = new ArrayList<String>();
        for (Look look : Look.of(language)) {
            visitor.look(look);
            if (examined.contains(look)) {
                visitor.barriers().forEach(barrier -> found.add(look + " " + barrier));
            }
            if (visitor.isTooWide()) {
                found.add(look + " " + visitor.path() + ": has to be pushed sideways");
            }
            if (look.width() == Look.WIDE && visitor.hasABrokenBar()) {
                found.add(look + " " + visitor.path() + ": the navigation breaks into rows");
            }
        }
        visitor.look(Look.USUAL);
        return found;
    }

    @Test
    @Order(2)
    void leadsToEveryPageOfTheRouteTable(Demo demo) throws IOException {
        var pages = Routes.pages(demo.installation());
        assertThat(pages).contains("/sign-in", "/worklist", "/reports/{number}");

        var unseen = new TreeSet<>(pages);
        unseen.removeAll(SEEN);
        unseen.removeAll(WITHOUT_LINK.keySet());

        assertThat(unseen).isEmpty();
        assertThat(pages).as("a page that is gone needs no exception").containsAll(WITHOUT_LINK.keySet());
    }
}
