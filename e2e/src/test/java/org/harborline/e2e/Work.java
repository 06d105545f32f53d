// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.harborline.synthetic.reports.ReportBuilder;
import org.harborline.synthetic.server.Waiting;

/// What people have done with a few reports, once for all tests that look at pages, so that every page has something to
/// show: links, one that is cut and one that is suggested, a finding, packages with and without an answer, an alarm and
/// a lowering that waits
/// for a second person.
///
/// @param referred a report with a link and a package that its agency has answered
/// @param urgent a report that somebody is being paged about
record Work(long referred, long urgent) {

    private static final String MAILBOX = "jamie.marsh@mail.example";

    static Work done(Demo demo, Browsing browsing) {
        try (var analyst = browsing.person("analyst", "en");
                var agency = browsing.person("agency", "en");
                var survivor = browsing.stranger("en")) {
            askForSupport(survivor);
            askToJoin(survivor);
            long first = demo.file(report().xml());
            long referred = demo.file(report().xml());
            addFinding(analyst, referred);
            refer(analyst, referred);
            demo.awaitCaughtUp();
            answer(agency, referred);
            ask(agency, referred);
            long urgent = demo.file(report().withEscalation().xml());
            cut(analyst, urgent, first);
            long lowered =
                    demo.file(aReport().withEscalation().withNarrative(33).xml());
            askToLower(demo, analyst, lowered);
            describeOneTwice(demo, analyst);
            demo.awaitCaughtUp();
            return new Work(referred, urgent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped at work", stopped);
        }
    }

    private static void describeOneTwice(Demo demo, Visitor analyst) throws InterruptedException {
        var born = LocalDate.of(1977, 4, 9);
        long older = demo.file(SuggestedLinksTests.alike("Ellery", "Thistlewood", "el.thistle77", born)
                .xml());
        long newer = demo.file(SuggestedLinksTests.alike("Elery", "Thistlewood", "el_thistle77x", born)
                .xml());
        SuggestedLinksTests.awaitSuggestion(analyst, newer, older);
    }

    private static ReportBuilder report() {
        return aReport().withEmail(MAILBOX).locatedIn("Anchorage", "AK", "US").withNarrative(31);
    }

    private static void askForSupport(Visitor survivor) {
        survivor.go("/support/ask");
        var page = survivor.page();
        page.locator("[name=topic][value=TALK]").check();
        page.locator("[name=text]").fill("[synthetic request 31]");
        page.locator("[name=notice][value=no]").check();
        page.locator("[name=way][value=PHONE]").check();
        page.locator("[name=address]").fill("+1 202 555 0147");
        send(survivor, "/support/ask");
        assertThat(page.locator(".hl-words")).isVisible();
    }

    private static void askToJoin(Visitor stranger) {
        stranger.go("/providers/register");
        var page = stranger.page();
        page.locator("[name=company]").fill("Example Waiting");
        page.locator("[name=country]").fill("FR");
        page.locator("[name=services]").fill("Waiting | waiting.example");
        page.locator("[name=ground][value=DUTY]").check();
        page.locator("[name=person]").fill("Person 31");
        page.locator("[name=mail]").fill("person31@waiting.example");
        send(stranger, "/providers/register");
        assertThat(page.locator("main [role=status]")).isVisible();
    }

    private static void addFinding(Visitor analyst, long report) {
        analyst.go("/reports/" + report + "/findings/new");
        var page = analyst.page();
        page.locator("[name=kind]").selectOption("IDENTIFIER");
        page.locator("[name=identifierKind]").selectOption("EMAIL");
        page.locator("[name=value]").fill("jamie.outside@mail.example");
        page.locator("[name=role]").selectOption("REPORTED_PERSON");
        page.locator("[name=source]").fill("[synthetic public profile 31]");
        page.locator("[name=method]").fill("[synthetic search 31]");
        page.locator("[name=observedAt]").fill("2026-01-16T09:30");
        page.locator("[name=confidence]").selectOption("MEDIUM");
        send(analyst, "/reports/" + report + "/findings");
        assertThat(page).hasURL(Pattern.compile(".*/reports/" + report + "$"));
    }

    /// Designates a report and refers it to whom the routing suggests. What was designated this moment may not be taken
    /// up yet; a person is told to refer again then, and does.
    static void refer(Visitor analyst, long report) throws InterruptedException {
        designate(analyst, report);
        String refer = "/reports/" + report + "/refer";
        boolean referred = Waiting.until(Duration.ofSeconds(30), () -> {
            analyst.go(refer);
            var answer = analyst.page()
                    .waitForResponse(
                            one -> one.request().method().equals("POST")
                                    && one.url().endsWith(refer),
                            () -> send(analyst, refer));
            return answer.status() < 400;
        });
        if (!referred) {
            throw new AssertionError(
                    "report " + report + " is not referred: " + analyst.page().title());
        }
        assertThat(analyst.page()).hasURL(Pattern.compile(".*/reports/" + report + "$"));
    }

    static void designate(Visitor analyst, long report) {
        analyst.go("/worklist/" + report + "/designate");
        analyst.page().locator("[name=reason][value=ONGOING_INCIDENT]").check();
        send(analyst, "/worklist/" + report + "/designate");
        assertThat(analyst.page()).hasURL(Pattern.compile(".*/reports/" + report + "$"));
    }

    private static void answer(Visitor agency, long report) throws InterruptedException {
        var reference = agency.page().getByText("HL-" + report + "-1");
        if (!Waiting.until(Duration.ofSeconds(30), () -> {
            agency.go("/agency");
            return reference.count() > 0;
        })) {
            throw new AssertionError("no package about " + report);
        }
        String path = URI.create(reference.getAttribute("href")).getPath();
        agency.go(path);
        send(agency, path + "/acknowledgement");
        agency.page().locator("[name=status]").first().check();
        agency.page().locator("[name=useful][value=true]").check();
        send(agency, path + "/feedback");
    }

    private static void ask(Visitor agency, long report) {
        agency.go("/agency/questions/about/" + report);
        agency.page().locator("[name=kind]").selectOption("TIME");
        agency.page().locator("[name=text]").fill("[synthetic question 31]");
        send(agency, "/agency/questions/about/" + report);
        assertThat(agency.page()).hasURL(Pattern.compile(".*/agency/questions/[0-9a-f-]{36}"));
    }

    /// The report between the two holds them together still.
    private static void cut(Visitor analyst, long newer, long older) {
        String path = "/reports/" + newer + "/links/" + older;
        analyst.go(path);
        analyst.page().locator("[name=reason]").selectOption("SHARED");
        send(analyst, path + "/cut");
        assertThat(analyst.page().locator("form[action$='/undo']")).isVisible();
    }

    private static void askToLower(Demo demo, Visitor analyst, long report) throws InterruptedException {
        analyst.go("/reports/" + report);
        send(analyst, "/worklist/" + report + "/confirm");
        demo.awaitCaughtUp();
        analyst.go("/worklist/" + report + "/lower");
        analyst.page().locator("[name=to][value=P2]").check();
        analyst.page().locator("[name=reason]").first().check();
        send(analyst, "/worklist/" + report + "/lower");
        assertThat(analyst.page()).hasURL(Pattern.compile(".*/worklist/lowerings"));
    }

    private static void send(Visitor visitor, String action) {
        visitor.page().locator("form[action^='" + action + "'] button").first().click();
        visitor.page().waitForLoadState();
    }
}
