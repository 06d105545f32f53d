// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.List;
import org.harborline.synthetic.reports.ReportBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What people do about links that are none and links that may be wrong, each way from the navigation to what is
/// said of it afterwards.
@ExtendWith(WithDemo.class)
class LinkDesksTests {

    @Test
    void aSupervisorLooksAtAnIdentifierInTwoRoles(Story story, Browsing browsing) throws InterruptedException {
        String mailbox = "kim.both.roles@town.example";
        long older = story.file(
                aReport().withVictim(child -> child.withEmail(mailbox)).withNarrative(51));
        long newer = story.file(about(mailbox));
        var supervisor = story.supervisor();
        supervisor.go("/");
        supervisor.press("Two roles");
        var alert = line(supervisor, newer);
        assertThat(alert).containsText("E-mail");
        assertOpenToAll(supervisor);

        supervisor.press("Compare " + newer + " with " + older);
        assertThat(supervisor.page().locator("main")).containsText("The same identifier stands in another role.");
        supervisor.page().goBack();
        alert.locator("select").selectOption("SHARED");
        supervisor.press("I have looked at " + newer + " and " + older);
        assertThat(alert).hasCount(0);
        supervisor.press("All");
        assertThat(alert).containsText("used by several people");

        try (var analyst = browsing.person("analyst", "en")) {
            assertThat(analyst.go("/alerts").status()).isEqualTo(404);
            assertThat(analyst.go("/reports/" + newer + "/links/" + older).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anAnalystFindsACutInTheRegisterAndUndoesIt(Story story) throws InterruptedException {
        long older = story.file(about("lee.cut.register@town.example"));
        long newer = story.file(about("lee.cut.register@town.example"));
        var analyst = story.analyst();
        analyst.go("/reports/" + newer + "/links/" + older);
        analyst.page().locator("#cut-reason").selectOption("SHARED");
        analyst.press("Cut this link");

        analyst.press("Look-up");
        analyst.press("Links that were cut");
        var cut = analyst.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(newer + " – " + older));
        assertThat(cut).containsText("used by several people");
        assertThat(cut).containsText("email.case-folded");
        assertThat(cut).not().containsText("undone");
        assertOpenToAll(analyst);

        analyst.press("Compare " + newer + " with " + older);
        analyst.press("Undo the cut");
        analyst.go("/links/cut");
        assertThat(cut).containsText("undone");
        story.demo().awaitCaughtUp();
        analyst.go("/reports/" + newer + "/cluster");
        assertThat(analyst.page().locator("main")).containsText("2 reports, 1 link.");
    }

    @Test
    void twoPeopleJudgeALinkWithoutKnowingOfEachOther(Story story) throws InterruptedException, SQLException {
        long older = story.file(about("ash.drawn.twice@town.example"));
        long newer = story.file(about("ash.drawn.twice@town.example"));
        drawAsIfMadeLastWeek(story, newer, older);
        String judge = "form[aria-label='Judge the link of " + newer + " with " + older + "']";

        for (Visitor person : List.of(story.analyst(), story.supervisor())) {
            person.go("/");
            person.press("Look-up");
            person.press("Double review of links");
            var form = person.page().locator(judge);
            person.reloadUntil(form);
            assertOpenToAll(person);
            person.press("Compare " + newer + " with " + older);
            assertThat(person.page().locator("main")).containsText("The e-mail addresses are the same");
            person.page().goBack();
            person.press(form.getByRole(
                    AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("right").setExact(true)));
            assertThat(form).hasCount(0);
        }

        var precision = story.supervisor()
                .page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("email.case-folded"));
        assertThat(precision.locator("td")).containsText(new String[] {"1", "1", "1", "0", "0", "100"});
    }

    /// Links are drawn once their week is over: this one is taken back into the last week, and the job runs now.
    private static void drawAsIfMadeLastWeek(Story story, long newer, long older) throws SQLException {
        try (var connection = story.demo().installation().administer();
                var back = connection.prepareStatement("""
                        UPDATE linking.reason
                           SET made_at = date_trunc('week', now()) - interval '3 days'
                         WHERE newer = ? AND older = ?
                        """);
                var run = connection.prepareStatement("""
                        UPDATE job.scheduled_tasks
                           SET execution_time = now()
                         WHERE task_name = 'linking.draw-reviews'
                        """)) {
            back.setLong(1, newer);
            back.setLong(2, older);
            assertThat(back.executeUpdate()).isOne();
            assertThat(run.executeUpdate()).isOne();
        }
    }

    private static ReportBuilder about(String mailbox) {
        return aReport().withEmail(mailbox).withNarrative(51);
    }

    private static Locator line(Visitor visitor, long number) {
        return visitor.page()
                .locator("li.list-group-item")
                .filter(new Locator.FilterOptions().setHasText(Long.toString(number)));
    }

    private static void assertOpenToAll(Visitor visitor) {
        for (Look look : Look.of("en")) {
            visitor.look(look);
            assertThat(visitor.barriers()).as("%s", look).isEmpty();
            assertThat(visitor.isTooWide()).as("%s", look).isFalse();
        }
        visitor.look(Look.USUAL);
    }
}
