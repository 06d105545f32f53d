// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import java.time.Duration;
import java.time.LocalDate;
import org.harborline.synthetic.reports.ReportBuilder;
import org.harborline.synthetic.server.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two reports describe one person in two spellings: an analyst finds them among the suggested links, sees what speaks
/// for it and against it, says no, takes that back, and makes a link of it.
@ExtendWith(WithDemo.class)
class SuggestedLinksTests {

    private static final LocalDate BORN = LocalDate.of(1971, 8, 19);

    @Test
    void areWeighedByAPersonAndBecomeALinkByThatWord(Story story) throws InterruptedException {
        var analyst = story.analyst();
        long older = story.file(alike("Marlowe", "Quillfeather", "quill.marlowe71", BORN));
        long newer = story.file(alike("Marlow", "Quilfeather", "quill_marlowe71x", BORN));
        awaitSuggestion(analyst, newer, older);

        analyst.press("Compare " + newer + " with " + older);
        var main = analyst.page().locator("main");
        assertThat(main).not().containsText("Quillfeather");
        assertThat(main).containsText("Before anything is compared: any two reported persons");
        assertThat(main).containsText("Date of birth: the same");
        analyst.press("Reveal values");
        assertThat(main).containsText("Marlowe Quillfeather");

        analyst.press("They are not one person");
        assertThat(main).containsText("not one person");
        analyst.press("Take it back");
        analyst.press("They are one person");
        assertThat(main).containsText("confirmed");
        story.demo().awaitCaughtUp();
        analyst.go("/reports/" + newer + "/panels/links");
        assertThat(main).containsText("A member of staff confirmed that the two belong together.");
    }

    static ReportBuilder alike(String first, String last, String screenName, LocalDate born) {
        return aReport()
                .about(person -> person.named(first, last).bornOn(born).withScreenName(screenName))
                .withNarrative(61);
    }

    /// Until the two are listed.
    static void awaitSuggestion(Visitor analyst, long newer, long older) throws InterruptedException {
        var pair = analyst.page().locator("a[href$='/reports/" + newer + "/suggested/" + older + "']");
        if (!Waiting.until(Duration.ofSeconds(60), () -> {
            analyst.go("/links/suggested");
            return pair.count() > 0;
        })) {
            throw new AssertionError("no link of " + newer + " with " + older + " is suggested");
        }
    }
}
