// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.harborline.platform.ReadyNote;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The first hour of a real installation, as one story, because each step needs the one before.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"harborline.mode=production", "harborline.trusted-proxies=127.0.0.1"})
class ProductionPagesTests {

    private static final String RIGHT = "correct horse battery staple";
    private static final Pattern INVITATION = Pattern.compile("(/invitation/[A-Za-z0-9_-]{43})");
    private static final Pattern SECRET = Pattern.compile(">([A-Z2-7]{32})<");

    @LocalServerPort
    int port;

    @Autowired
    List<ReadyNote> notes;

    @Autowired
    Clock clock;

    private String printedLink() {
        return notes.stream()
                .flatMap(note -> note.lines().stream())
                .flatMap(line -> INVITATION.matcher(line).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElse("none");
    }

    private Browser browser(int network) {
        return new Browser(port, "198.51.100." + network);
    }

    @Test
    void thePrintedLinkMakesTheFirstAdministratorWhoMustSetUpASecondFactorAndThenInvitesOthers() {
        var replaced = printedLink();
        var link = printedLink();
        var admin = browser(1);
        assertThat(admin.get(replaced).statusCode()).isEqualTo(404);
        assertThat(create(admin, link, "root-admin").statusCode()).isEqualTo(400);
        assertThat(create(admin, link, "short").statusCode()).isEqualTo(400);
        assertThat(create(admin, link, RIGHT).statusCode()).isEqualTo(302);
        assertThat(admin.get(link).statusCode()).isEqualTo(404);
        assertThat(printedLink()).isEqualTo("none");

        assertThat(Browser.location(admin.signIn("root-admin", RIGHT))).isEqualTo("/account");
        assertThat(Browser.location(admin.get("/operator/accounts"))).startsWith("/account");
        enrol(admin);
        assertThat(admin.get("/operator/accounts").statusCode()).isEqualTo(200);

        var made = admin.submit(
                "/operator/accounts/new",
                "/operator/accounts",
                "name",
                "ana",
                "displayName",
                "Analyst 7",
                "roles",
                "ANALYST");
        assertThat(made.statusCode()).isEqualTo(200);
        var invitation = INVITATION
                .matcher(made.body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        theInvitedOneComesInAndSeesNoAccounts(invitation);
    }

    private void theInvitedOneComesInAndSeesNoAccounts(String invitation) {
        var analyst = browser(2);
        assertThat(analyst.get(invitation).body()).contains("Analyst 7");
        assertThat(analyst.submit(invitation, invitation, "password", RIGHT).statusCode())
                .isEqualTo(302);
        assertThat(analyst.post(invitation, Browser.token(analyst.get("/sign-in")), "password", "another long one")
                        .statusCode())
                .isEqualTo(404);
        analyst.signIn("ana", RIGHT);
        enrol(analyst);
        assertThat(analyst.get("/account").statusCode()).isEqualTo(200);
        assertThat(analyst.get("/operator/accounts").statusCode()).isEqualTo(404);
    }

    private static org.assertj.core.api.AbstractIntegerAssert<?> status(java.net.http.HttpResponse<String> answer) {
        return assertThat(answer.statusCode());
    }

    private java.net.http.HttpResponse<String> create(Browser browser, String link, String password) {
        return browser.submit(link, link, "name", "root-admin", "displayName", "Admin 1", "password", password);
    }

    private void enrol(Browser browser) {
        var page = Browser.location(browser.submit("/account", "/account/factors/totp"));
        var secret = SECRET.matcher(browser.get(page).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        status(browser.submit(page, page, "code", code(secret))).isEqualTo(200);
    }

    private String code(String secret) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(BaseEncoding.base32().decode(secret), "RAW"),
                            clock.instant(),
                            Locale.ROOT);
        } catch (InvalidKeyException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
