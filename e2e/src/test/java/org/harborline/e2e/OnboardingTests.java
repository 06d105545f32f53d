// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.synthetic.server.Waiting;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A company from its registration to going live, with scripts and without.
@ExtendWith(WithDemo.class)
class OnboardingTests {

    private static final Pattern LINK = Pattern.compile("/providers/register/[A-Za-z0-9_-]+");
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");
    private static final String PASSWORD = "a long password 17";

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"scripted,true", "plain,false"})
    void aCompanyComesFromItsRegistrationToGoingLive(String name, boolean scripts, Demo demo, Browsing browsing)
            throws Exception {
        String mail = name + "@joins.example";
        try (var company = scripts ? browsing.stranger("es") : browsing.withoutScripts()) {
            register(company, name, mail, demo);
            signIn(company, mail);
            fileByHand(company);
            String credential = makeCredential(company);
            send(
                    company,
                    "/provider/conformance",
                    page -> page.locator("[name=credential]").waitFor());
            new Client(demo.address(), credential).doEverything();
            verify(browsing, name);
            goLive(company);
            org.assertj.core.api.Assertions.assertThat(company.mishaps()).isEmpty();
        }
    }

    private static void register(Visitor company, String name, String mail, Demo demo) throws Exception {
        send(company, "/providers/register", page -> {
            page.locator("[name=company]").fill("Example " + name);
            page.locator("[name=country]").fill("FR");
            page.locator("[name=services]").fill("Joins | joins.example");
            page.locator("[name=ground][value=DUTY]").check();
            page.locator("[name=person]").fill("Person 17");
            page.locator("[name=mail]").fill(mail);
        });
        String path = linkTo(mail, demo);
        send(company, path, _ -> {});
        company.page().locator("[name=password]").fill(PASSWORD);
        company.page().locator("form[action^='/invitation/'] button").click();
        company.page().waitForLoadState();
    }

    private static String linkTo(String mail, Demo demo) throws Exception {
        var found = new String[1];
        if (!Waiting.until(Duration.ofSeconds(30), () -> {
            found[0] = Arrays.stream(demo.mail().getReceivedMessages())
                    .filter(message -> isTo(message, mail))
                    .map(OnboardingTests::link)
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        })) {
            throw new AssertionError("no mail with a link");
        }
        return found[0];
    }

    private static boolean isTo(MimeMessage message, String mail) {
        try {
            return message.getAllRecipients()[0].toString().equals(mail);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String link(MimeMessage message) {
        try {
            Matcher link = LINK.matcher(message.getContent().toString());
            return link.find() ? link.group() : null;
        } catch (IOException | MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void signIn(Visitor company, String mail) {
        company.go("/sign-in");
        company.page().locator("[name=name]").fill(mail);
        company.page().locator("[name=password]").fill(PASSWORD);
        company.page().locator("form[action='/sign-in'] button").click();
        assertThat(company.page()).hasURL(Pattern.compile(".*/provider$"));
    }

    private static void fileByHand(Visitor company) {
        company.go("/provider/reports/new");
        Page page = company.page();
        page.locator("[name=type]").selectOption("ENTICEMENT");
        page.locator("[name=when]")
                .fill(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                        .withZone(ZoneOffset.UTC)
                        .format(InstantSource.system().instant().minus(Duration.ofHours(2))));
        page.locator("[name=identifier]").fill("user-17");
        page.locator("[name=reporter]").fill("Person 17");
        page.locator("form[action='/provider/reports/check'] button").click();
        page.locator("form[action='/provider/reports'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/provider/reports/\\d+"));
    }

    private static String makeCredential(Visitor company) {
        send(
                company,
                "/provider/credentials",
                page -> page.locator("[name=scope]").selectOption("FILE"));
        var shown = company.page().locator("section[role=status] dd span[translate=no]");
        return shown.nth(0).innerText() + ":" + shown.nth(1).innerText();
    }

    private static void verify(Browsing browsing, String name) {
        try (var admin = browsing.stranger("en");
                var supervisor = browsing.stranger("en")) {
            admin.signIn("admin");
            admin.go("/registry/joining");
            String path = admin.page()
                    .locator("a", new Page.LocatorOptions().setHasText("Example " + name))
                    .first()
                    .getAttribute("href");
            admin.go(path);
            var open = admin.page().locator("textarea[name=note]");
            while (open.count() > 0) {
                open.first().fill("[synthetic note 17]");
                admin.page()
                        .locator("form:has(textarea[name=note]) button")
                        .first()
                        .click();
                admin.page().waitForLoadState();
            }
            admin.page().locator("[name=reference]").fill("[synthetic agreement 17]");
            admin.page().locator("[name=firstDay]").fill("2026-01-01");
            admin.page().locator("form[action$='/agreements'] button").click();
            admin.page().locator("form[action$='/approval'] button").click();
            admin.page().waitForLoadState();
            supervisor.signIn("supervisor");
            supervisor.go(path);
            supervisor.page().locator("form[action$='/approval'] button").click();
            assertThat(supervisor.page().locator("form[action$='/approval']")).hasCount(0);
        }
    }

    private static void goLive(Visitor company) {
        company.go("/provider/conformance");
        Page page = company.page();
        String certificate = page.locator("#certificate").innerText();
        page.locator("[name=certificate]").fill(certificate);
        page.locator("form[action$='/certificate'] button").click();
        page.locator("form[action$='/live'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/provider$"));
        company.go("/provider/conformance");
        assertThat(page.locator("form[action$='/live']")).hasCount(0);
        assertThat(page.locator("[name=certificate]")).hasCount(0);
    }

    private static void send(Visitor visitor, String path, java.util.function.Consumer<Page> fill) {
        visitor.go(path);
        fill.accept(visitor.page());
        visitor.page()
                .locator("form[action='" + path + "'] button.btn-primary")
                .first()
                .click();
        visitor.page().waitForLoadState();
    }

    /// The company's own client.
    private final class Client {

        private final URI base;
        private final String authorization;

        Client(URI address, String credential) {
            this.base = address.resolve("/ispws/");
            this.authorization =
                    "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        }

        void doEverything() throws Exception {
            call("status", null, "text/xml");
            long first = filed("", "", "");
            filed(
                    "",
                    "<internetDetails><webPageIncident><url>https://joins.example/1</url></webPageIncident></internetDetails>",
                    "<personOrUserReported><espIdentifier>user-1</espIdentifier><ipCaptureEvent><ipAddress>198.51.100.1</ipAddress>"
                            + "</ipCaptureEvent></personOrUserReported><additionalInfo>[synthetic narrative 1]</additionalInfo>");
            filed("<escalateToHighPriority>[synthetic narrative 2]</escalateToHighPriority>", "", "");
            call("submit", report("<unknown/>", "", ""), "text/xml");
            filed(
                    "",
                    "",
                    "<personOrUserReported><priorCTReports>" + first + "</priorCTReports></personOrUserReported>");
            finish("finish", first);
            finish("retract", opened("", "", ""));
            call(
                    "fileinfo",
                    "<fileDetails><reportId>" + opened("", "", "")
                            + "</reportId><fileId>kept-17</fileId></fileDetails>",
                    "text/xml");
        }

        private long filed(String summary, String details, String parties) throws Exception {
            long number = opened(summary, details, parties);
            finish("finish", number);
            return number;
        }

        private long opened(String summary, String details, String parties) throws Exception {
            Matcher number = NUMBER.matcher(call("submit", report(summary, details, parties), "text/xml"));
            org.assertj.core.api.Assertions.assertThat(number.find()).isTrue();
            return Long.parseLong(number.group(1));
        }

        private void finish(String path, long number) throws Exception {
            call(path, "id=" + number, "application/x-www-form-urlencoded");
        }

        private String report(String summary, String details, String parties) {
            return """
                    <report><incidentSummary><incidentType>Online Enticement of Children for Sexual Acts</incidentType>%s\
                    <incidentDateTime>%s</incidentDateTime></incidentSummary>%s<reporter><reportingPerson>\
                    <email>desk@joins.example</email></reportingPerson></reporter>%s</report>""".formatted(
                            summary, InstantSource.system().instant().minus(Duration.ofHours(2)), details, parties);
        }

        private String call(String path, String body, String type) throws Exception {
            var request = HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization);
            return http.send(
                            (body == null
                                            ? request.GET()
                                            : request.header("Content-Type", type)
                                                    .POST(HttpRequest.BodyPublishers.ofString(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
