// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.synthetic.reports.ReportBuilder;
import org.harborline.synthetic.server.Waiting;
import org.harborline.synthetic.wire.Provider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The way of a report from beginning to end, and what a later one does to it: every step through the provider's
/// interface or by what a person can press on a page.
@ExtendWith(WithDemo.class)
class WholeStoryTests {

    /// The agency of the sample officer.
    private static final String TASK_FORCE = "Alaska ICAC Task Force (Anchorage Police Department)";

    private static final String FOUND = "r.hale.elsewhere@mail.example";
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/acknowledge");

    @TempDir
    private Path directory;

    private Story story;
    private Visitor analyst;
    private Visitor agency;

    @BeforeEach
    void begin(Story told) {
        story = told;
        analyst = told.analyst();
        agency = told.agency();
    }

    @Test
    void goesFromTwoReportsThroughAPackageToAnAnswerAndAnUrgentSupplement()
            throws IOException, InterruptedException, GeneralSecurityException, MessagingException {
        long first = story.file(about("Rowan.Hale+news@Mail.Example"));
        long second = fileAsAnotherProvider(about("rowan.hale@mail.example").from("Example Social"));

        theAnalystSeesPriorityReasonsAndLink(second, first);
        theAnalystAddsAFinding(second);
        theAnalystDesignates(second);
        theAnalystRefersToTheSuggestedTaskForce(second);

        Path signed = theAgencyDownloadsThePackageAbout(second);
        onlyThePackageAsItWasSignedIsValid(signed);
        theAgencyAnswers();
        theAnalystSeesTheAnswerOn(second);

        long third = story.file(about("ROWAN.HALE@mail.example").withEscalation());
        theEarlierOnesRise(third, first, second);
        theDutyOfficerIsPagedAbout(third);
        theAgencyAcknowledgesAnUrgentSupplementAbout(third, second);
        theAnalystSeesThatTheSupplementIsAcknowledged(third);
    }

    private static ReportBuilder about(String email) {
        return aReport().withEmail(email).locatedIn("Anchorage", "AK", "US").withNarrative(17);
    }

    /// A company of the registry gets its credential from the administrator's page.
    private long fileAsAnotherProvider(ReportBuilder report) throws InterruptedException {
        var admin = story.admin();
        admin.go("/");
        admin.page().locator("summary").filter(text("Operation")).click();
        admin.press("Providers");
        admin.press("Example Social");
        admin.press("Issue a credential");
        var issued = admin.page().getByRole(AriaRole.STATUS).locator(".hl-code > span");
        try (var other = Provider.at(
                story.demo().address(),
                issued.nth(0).textContent(),
                issued.nth(1).textContent())) {
            return story.file(other, report);
        }
    }

    private void theAnalystSeesPriorityReasonsAndLink(long report, long other) {
        open(analyst, "Open", report);
        var priority = analyst.page().locator("#priority");
        assertThat(priority).containsText("Why P3");
        assertThat(priority).containsText("Two independent senders report it.");
        var links = analyst.page().locator("#panel-links");
        assertThat(links).containsText(Long.toString(other));
        assertThat(links)
                .containsText("The e-mail addresses reach one mailbox: this mail provider ignores dots or tags.");

        analyst.press("Compare with report " + other);
        var compared = analyst.page().locator("table");
        assertThat(compared).not().containsText("owan.");
        analyst.press("Reveal values");
        assertThat(compared).containsText("Rowan.Hale+news@Mail.Example");
        assertThat(compared).containsText("rowan.hale@mail.example");
    }

    private void theAnalystAddsAFinding(long report) {
        analyst.press("Report " + report);
        analyst.readOn();
        analyst.press("Add a finding");
        choose("What it is", "Identifier");
        choose("Kind of identifier", "E-mail");
        fill("Finding", FOUND);
        choose("Whose", "reported person");
        fill("Source", "[synthetic public profile 3]");
        fill("Method", "[synthetic search 3]");
        fill("When it was seen", "2026-01-16T10:30:00+01:00");
        choose("How sure you are", "medium confidence");
        analyst.press("Record the finding");
        analyst.readOn();
        assertThat(analyst.page().locator("#panel-findings")).containsText("medium confidence");
    }

    private void theAnalystDesignates(long report) throws InterruptedException {
        analyst.press("Designate D");
        analyst.page().getByLabel("Points to an ongoing incident").check();
        analyst.press("Designate");
        assertThat(analyst.path()).isEqualTo("/reports/" + report);
        analyst.readOn();
        assertThat(analyst.page().locator("#designation")).containsText("Actionable");
        // a test is faster than any person
        story.demo().awaitCaughtUp();
    }

    private void theAnalystRefersToTheSuggestedTaskForce(long report) {
        var routing = analyst.page().locator("#panel-routing");
        analyst.reloadUntil(routing.filter(text(TASK_FORCE)));
        assertThat(routing).containsText("The sender states the place");
        analyst.press("Choose recipients");
        var suggested = analyst.page().locator("input[name=recipient]:checked");
        assertThat(suggested).hasCount(1);
        assertThat(analyst.page().locator("label").filter(new Locator.FilterOptions().setHas(suggested)))
                .containsText(TASK_FORCE);
        analyst.press("Refer");
        assertThat(analyst.path()).isEqualTo("/reports/" + report);
        analyst.readOn();
        assertThat(analyst.page().locator("#panel-referrals")).containsText(TASK_FORCE);
    }

    private Path theAgencyDownloadsThePackageAbout(long report) {
        agency.go("/");
        agency.press("Packages");
        var reference = agency.page().getByText("HL-" + report + "-1", new Page.GetByTextOptions().setExact(true));
        agency.reloadUntil(reference);
        agency.press(reference);
        assertThat(agency.page().locator("main"))
                .containsText("The clearinghouse holds no material and has viewed none.");
        assertThat(agency.page().locator("main")).containsText(FOUND);
        var download = agency.page()
                .waitForDownload(() ->
                        agency.page().getByText("Download the signed file").click());
        Path file = directory.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private void onlyThePackageAsItWasSignedIsValid(Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        byte[] signed = Files.readAllBytes(file);
        var valid = story.demo().command("verify-package", file.toString());
        assertThat(valid.printed()).startsWith("valid: HL-");
        assertThat(valid.code()).isZero();

        for (int bit : List.of(3, signed.length * 4, signed.length * 8 - 1)) {
            byte[] changed = signed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertInvalid(changed);
        }

        var forger = new Forger();
        byte[] forged = forger.signAgain(signed);
        assertInvalid(forged);
        Path key = Files.writeString(directory.resolve("forger.json"), forger.publicKey());
        Path passedOff = Files.write(directory.resolve("forged"), forged);
        assertThat(story.demo()
                        .command("verify-package", passedOff.toString(), "--key", key.toString())
                        .code())
                .as("the forgery is perfect but for its key")
                .isZero();
    }

    private void assertInvalid(byte[] content) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("changed"), content);
        var answer = story.demo().command("verify-package", file.toString());
        assertThat(answer.printed()).contains("invalid: the file is not what the holder of this key signed.");
        assertThat(answer.code()).isEqualTo(1);
    }

    private void theAgencyAnswers() {
        agency.press("Acknowledge");
        assertThat(agency.page().locator("main")).containsText("acknowledged");
        agency.page().getByLabel("Ongoing investigation").check();
        agency.page().locator("input[name=useful][value=true]").check();
        agency.press("Send this answer");
        assertThat(agency.page().locator("main")).containsText("Ongoing investigation · useful");
    }

    private void theAnalystSeesTheAnswerOn(long report) {
        analyst.press("Referrals");
        analyst.press("HL-" + report + "-1");
        var answer = analyst.page().locator("main");
        assertThat(answer).containsText("acknowledged");
        assertThat(answer).containsText("Ongoing investigation · useful");
    }

    private void theEarlierOnesRise(long third, long first, long second) {
        assertRaised("Open", first, third);
        assertRaised("Raised after designation", second, third);
    }

    private void assertRaised(String list, long report, long lifter) {
        open(analyst, list, report);
        var priority = analyst.page().locator("#priority");
        assertThat(priority).containsText("Why P2");
        assertThat(priority).containsText("It is linked with report " + lifter + ", which is a P1.");
    }

    private void theDutyOfficerIsPagedAbout(long report) throws InterruptedException, MessagingException, IOException {
        String page = mailAbout(report);
        var duty = story.supervisor();
        duty.page().navigate(page);
        duty.press("Acknowledge and open");
        assertThat(duty.path()).isEqualTo("/reports/" + report);
        duty.readOn();
        var priority = duty.page().locator("#priority");
        assertThat(priority).containsText("Why P1");
        assertThat(priority).containsText("not confirmed");
        assertThat(priority).containsText("The sender asks for urgency and gives a reason.");
        duty.page().navigate(page);
        assertThat(duty.page().locator("main")).containsText("Acknowledged");
    }

    /// The address in the mail that called the first contact of the rota.
    private String mailAbout(long report) throws InterruptedException, MessagingException, IOException {
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> calls(report).length > 0))
                .as("a mail to the duty officer")
                .isTrue();
        var mail = calls(report)[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("duty-a@clearinghouse.example");
        var address = ADDRESS.matcher(mail.getContent().toString());
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private MimeMessage[] calls(long report) {
        return Arrays.stream(story.demo().mail().getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getSubject().equals("Harborline: report " + report + " needs you");
                    } catch (MessagingException _) {
                        return false;
                    }
                })
                .toArray(MimeMessage[]::new);
    }

    private void theAgencyAcknowledgesAnUrgentSupplementAbout(long third, long referred) {
        agency.press("Packages");
        var urgent = agency.page().getByRole(AriaRole.ALERT).filter(text("HL-" + third + "-1"));
        agency.reloadUntil(urgent);
        agency.press(urgent.getByText("HL-" + third + "-1"));
        var page = agency.page().locator("main");
        assertThat(page).containsText("What is new and urgent: a later report belongs with this referral");
        assertThat(page).containsText("shares an identifier with report " + referred);
        agency.press("Acknowledge");
        agency.press("Packages");
        assertThat(urgent).hasCount(0);
    }

    private void theAnalystSeesThatTheSupplementIsAcknowledged(long third) {
        analyst.press("Referrals");
        analyst.press("HL-" + third + "-1");
        var page = analyst.page().locator("main");
        assertThat(page).containsText("urgent supplement");
        assertThat(page).containsText("acknowledged");
    }

    /// Finds a report on a list of the worklist, page by page, and reads it to the end.
    private static void open(Visitor visitor, String list, long report) {
        visitor.go("/");
        visitor.press("Worklist");
        visitor.press(list);
        var link = visitor.page()
                .locator("main")
                .getByText(Long.toString(report), new Locator.GetByTextOptions().setExact(true));
        while (link.count() == 0) {
            visitor.press("Next page");
        }
        visitor.press(link);
        visitor.readOn();
    }

    private void fill(String label, String text) {
        field(label).fill(text);
    }

    private void choose(String label, String option) {
        field(label).selectOption(option);
    }

    private Locator field(String label) {
        return analyst.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
