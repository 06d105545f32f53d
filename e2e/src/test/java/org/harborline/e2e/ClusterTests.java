// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.harborline.synthetic.reports.ReportBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Five reports, three of one person and two of another, that one screen name holds together: an analyst finds that
/// link, sees why it is there, cuts it, and the agency that was told of it is told again.
@ExtendWith(WithDemo.class)
class ClusterTests {

    @Test
    void isTakenApartAtItsWeakestLinkAndPutTogetherAgain(Story story) throws InterruptedException {
        var five = fileFive(story, "pat.quayle", "moorhen88");
        var analyst = story.analyst();
        Work.refer(analyst, five.get(2));
        story.demo().awaitCaughtUp();
        theAgencyHas(story, five.get(2), 1, "HL-" + five.get(2));

        theAnalystFindsTheWeakLink(analyst, five);
        theAnalystSeesWhy(analyst, five);
        theAnalystCutsIt(analyst, five);
        story.demo().awaitCaughtUp();
        theAgencyHas(
                story,
                five.get(2),
                2,
                "Report " + five.get(2) + " and report " + five.get(3) + " were linked; the link was withdrawn");

        analyst.press("Undo the cut");
        assertThat(analyst.page().locator("main")).containsText("5 reports, 5 links.");
        assertThat(analyst.page().locator("#split")).hasCount(0);
        story.demo().awaitCaughtUp();
        theAgencyHas(story, five.get(2), 3, "HL-" + five.get(2));
    }

    private static List<Long> fileFive(Story story, String mailbox, String screenName) throws InterruptedException {
        var one = mailbox + ".one@mail.example";
        var other = mailbox + ".other@mail.example";
        var filed = new ArrayList<Long>();
        for (ReportBuilder report : List.of(
                about(one),
                about(one),
                about(one).withScreenName(screenName),
                about(other).withScreenName(screenName),
                about(other))) {
            filed.add(story.file(report));
        }
        return filed;
    }

    private static ReportBuilder about(String email) {
        return aReport().withEmail(email).locatedIn("Anchorage", "AK", "US").withNarrative(41);
    }

    private static void theAnalystFindsTheWeakLink(Visitor analyst, List<Long> five) {
        analyst.go("/reports/" + five.getFirst());
        analyst.press("Open the cluster");
        var page = analyst.page().locator("main");
        assertThat(page).containsText("5 reports, 5 links. 2 of them hold it together alone.");
        assertThat(analyst.page().locator("figure[data-hl-drawn='5'] canvas").first())
                .isVisible();

        analyst.press("Look first at the link of " + five.get(3) + " with " + five.get(2) + ".");
        var weak = weakLink(analyst, five);
        assertThat(weak)
                .containsText("Only this link holds 2 reports with the rest: " + five.get(3) + ", " + five.get(4));
        assertThat(weak).containsText("The screen name on the same platform is the same.");
        assertThat(analyst.page().locator("li.hl-edge-warn")).hasCount(1);
        assertOpenToAll(analyst);
    }

    private static Locator weakLink(Visitor analyst, List<Long> five) {
        return analyst.page().locator("#link-" + five.get(3) + "-" + five.get(2));
    }

    private static void theAnalystSeesWhy(Visitor analyst, List<Long> five) {
        analyst.press("Why " + five.getFirst() + " and " + five.getLast() + " are together");
        assertThat(analyst.page().locator("main")).containsText("Over 3 links.");
        assertThat(weakLink(analyst, five)).containsText("says least");
        assertOpenToAll(analyst);

        analyst.press("Compare " + five.get(3) + " with " + five.get(2));
        assertThat(analyst.page().locator("table")).not().containsText("moorhen88");
        analyst.press("Reveal values");
        assertThat(analyst.page().locator("table")).containsText("moorhen88");

        analyst.go("/reports/" + five.getFirst() + "/cluster");
        analyst.press("Timeline");
        assertThat(analyst.page().locator(".hl-lane-line")).hasCount(5);
        assertOpenToAll(analyst);
        analyst.press("Links");
    }

    private static void theAnalystCutsIt(Visitor analyst, List<Long> five) {
        cut(analyst, five);
        var split = analyst.page().locator("#split");
        assertThat(split).containsText("They are apart now:");
        assertThat(split).containsText(five.get(0) + ", " + five.get(1) + ", " + five.get(2));
        assertThat(split).containsText(five.get(3) + ", " + five.get(4));
        assertThat(analyst.page().locator("figure[data-hl-drawn='5']")).isVisible();
        assertThat(analyst.page().locator("li[data-hl-link]")).hasCount(3);
        assertOpenToAll(analyst);
    }

    private static void cut(Visitor analyst, List<Long> five) {
        var weak = weakLink(analyst, five);
        weak.locator("summary").click();
        weak.locator("select").selectOption("DIFFERENT_PEOPLE");
        analyst.press("Cut " + five.get(3) + " from " + five.get(2));
    }

    /// The package of that number about a report is with the agency, and says so.
    private static void theAgencyHas(Story story, long report, int number, String said) {
        var agency = story.agency();
        agency.go("/agency");
        var reference = agency.page().getByText("HL-" + report + "-" + number);
        agency.reloadUntil(reference);
        agency.press(reference.first());
        assertThat(agency.page().locator("main")).containsText(said);
    }

    private static void assertOpenToAll(Visitor visitor) {
        for (String language : List.of("en", "es")) {
            for (Look look : Look.of(language)) {
                visitor.look(look);
                assertThat(visitor.barriers()).as("%s", look).isEmpty();
                assertThat(visitor.isTooWide())
                        .as("%s at %s", visitor.path(), look)
                        .isFalse();
            }
        }
        visitor.look(Look.USUAL);
    }

    @Test
    void isTakenApartWithoutScriptsToo(Story story, Browsing browsing) throws InterruptedException {
        var five = fileFive(story, "robin.quayle", "moorhen89");
        try (var analyst = browsing.withoutScripts()) {
            analyst.signIn("analyst");
            analyst.go("/reports/" + five.getFirst() + "/cluster");
            assertThat(analyst.page().locator("figure.hl-figure")).isHidden();
            assertThat(weakLink(analyst, five)).containsText("says least");

            cut(analyst, five);

            assertThat(analyst.page().locator("#split")).containsText(five.get(3) + ", " + five.get(4));
            analyst.go("/reports/" + five.getLast() + "/cluster");
            assertThat(analyst.page().locator("main")).containsText("2 reports, 1 link.");
            assertThat(analyst.mishaps()).isEmpty();
        }
    }
}
