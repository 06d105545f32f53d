// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.harborline.access.AccessTest;
import org.harborline.access.Accounts;
import org.harborline.access.HolderId;
import org.harborline.access.MovableClock;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.platform.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class SecondFactorPagesTests {

    private static final String RIGHT = "right horse battery";
    private static final AtomicInteger NETWORKS = new AtomicInteger();
    private static final Pattern SECRET = Pattern.compile(">([A-Z2-7]{32})<");
    private static final Pattern CODE = Pattern.compile(">([a-z2-7]{4}(?:-[a-z2-7]{4}){3})<");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    private HolderId holder = new HolderId(new UUID(0, 0));

    private Browser browser() {
        return new Browser(port, "100.64." + NETWORKS.incrementAndGet() + ".20");
    }

    private String analyst() {
        var name = "person-" + UUID.randomUUID();
        holder = accounts.create(
                Actor.system("tests"), new NewAccount(name, "Person", Set.of(Role.ANALYST), null), RIGHT);
        return name;
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

    private static String secret(HttpResponse<String> page) {
        var found = SECRET.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private record Enrolled(String secret, List<String> recoveryCodes) {}

    private Enrolled enrol(Browser browser) {
        var page = Browser.location(browser.submit("/account", "/account/factors/totp"));
        var secret = secret(browser.get(page));
        assertThat(browser.submit(page, page, "code", "000000").statusCode()).isEqualTo(400);
        var answer = browser.submit(page, page, "code", code(secret));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Enrolled(
                secret,
                CODE.matcher(answer.body())
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void asksForTheCodeAfterThePasswordAndAllowsNothingBefore() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        var enrolled = enrol(first);
        assertThat(first.get("/account").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(60));

        var second = browser();
        assertThat(Browser.location(second.signIn(name, RIGHT))).isEqualTo("/sign-in/second-factor");
        var half = second.cookie("harborline-session").orElseThrow();
        assertThat(Browser.location(second.get("/account"))).startsWith("/sign-in/second-factor");
        var confirmed =
                second.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", code(enrolled.secret()));
        assertThat(confirmed.statusCode()).isEqualTo(302);
        assertThat(second.get("/account").statusCode()).isEqualTo(200);
        assertThat(second.cookie("harborline-session")).get().isNotEqualTo(half);

        var stale = browser();
        stale.plant("harborline-session", half);
        assertThat(Browser.location(stale.get("/account"))).startsWith("/sign-in?");
    }

    @Test
    void aCodeWorksOnceEvenWithinItsTime() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        var enrolled = enrol(first);
        clock.advance(Duration.ofSeconds(60));
        var code = code(enrolled.secret());

        var second = browser();
        second.signIn(name, RIGHT);
        assertThat(second.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", code)
                        .statusCode())
                .isEqualTo(302);
        var third = browser();
        third.signIn(name, RIGHT);
        assertThat(third.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", code)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRecoveryCodeWorksOnceInAnySpelling() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        var codes = enrol(first).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        var typed = codes.getFirst().toUpperCase(Locale.ROOT).replace("-", "") + " ";
        var second = browser();
        second.signIn(name, RIGHT);
        assertThat(second.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", typed)
                        .statusCode())
                .isEqualTo(302);
        var third = browser();
        third.signIn(name, RIGHT);
        assertThat(third.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", typed)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void guessingCodesIsSlowedToo() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        var enrolled = enrol(first);
        clock.advance(Duration.ofSeconds(60));

        var guesser = browser();
        guesser.signIn(name, RIGHT);
        try (var _ = clock.standStill()) {
            for (var i = 0; i < 5; i++) {
                assertThat(guesser.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", "12345" + i)
                                .statusCode())
                        .isIn(401);
            }
            assertThat(guesser.submit(
                                    "/sign-in/second-factor", "/sign-in/second-factor", "code", code(enrolled.secret()))
                            .statusCode())
                    .isEqualTo(429);
        }
        var elsewhere = browser();
        elsewhere.signIn(name, RIGHT);
        assertThat(elsewhere
                        .submit("/sign-in/second-factor", "/sign-in/second-factor", "code", code(enrolled.secret()))
                        .statusCode())
                .isEqualTo(302);
    }

    private static int tryCode(Browser browser, String code) {
        return browser.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", code)
                .statusCode();
    }

    @Test
    void guessingFromManyNetworksIsSlowedAndPasskeysAndRecoveryCodesAreNot() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        var enrolled = enrol(first);
        clock.advance(Duration.ofSeconds(60));
        try (var _ = clock.standStill()) {
            for (var network = 0; network < 5; network++) {
                var guesser = browser();
                guesser.signIn(name, RIGHT);
                assertThat(tryCode(guesser, "12345" + network)).isEqualTo(401);
                assertThat(tryCode(guesser, "65432" + network)).isEqualTo(401);
            }
            var next = browser();
            next.signIn(name, RIGHT);
            assertThat(tryCode(next, code(enrolled.secret()))).isEqualTo(429);
            assertThat(tryCode(next, enrolled.recoveryCodes().getFirst())).isEqualTo(302);
        }
        clock.advance(Duration.ofMinutes(5));
        var later = browser();
        later.signIn(name, RIGHT);
        assertThat(tryCode(later, code(enrolled.secret()))).isEqualTo(302);
    }

    @Test
    void thePasswordDoesNotWipeOutWrongCodes() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        var enrolled = enrol(first);
        clock.advance(Duration.ofSeconds(60));
        var guesser = browser();
        guesser.signIn(name, RIGHT);
        try (var _ = clock.standStill()) {
            for (var i = 0; i < 5; i++) {
                assertThat(tryCode(guesser, "12345" + i)).isEqualTo(401);
            }
            assertThat(guesser.submit("/sign-in/again", "/sign-in/again", "password", RIGHT)
                            .statusCode())
                    .isEqualTo(302);
            assertThat(tryCode(guesser, code(enrolled.secret()))).isEqualTo(429);
        }
    }

    @Test
    void aSessionEndsWithItsTenthWrongCode() {
        var name = analyst();
        var first = browser();
        first.signIn(name, RIGHT);
        enrol(first);
        clock.advance(Duration.ofSeconds(60));
        var guesser = browser();
        guesser.signIn(name, RIGHT);
        for (var i = 0; i < 9; i++) {
            assertThat(tryCode(guesser, "12345" + i)).isEqualTo(401);
            clock.advance(Duration.ofMinutes(1));
        }
        var tenth = guesser.submit("/sign-in/second-factor", "/sign-in/second-factor", "code", "123459");
        assertThat(Browser.location(tenth)).startsWith("/sign-in");
        assertThat(Browser.location(guesser.get("/sign-in/second-factor")))
                .as("no session")
                .isEqualTo("/sign-in");
        assertThat(first.get("/account").statusCode())
                .as("the right person's own")
                .isEqualTo(200);
    }

    @Test
    void addingAFactorNeedsARecentProof() {
        var browser = browser();
        browser.signIn(analyst(), RIGHT);
        clock.advance(Duration.ofMinutes(11));
        var asked = browser.submit("/account", "/account/factors/totp");
        assertThat(Browser.location(asked)).isEqualTo("/sign-in/again?next=%2Faccount");
        assertThat(browser.submit("/sign-in/again?next=%2Faccount", "/sign-in/again", "password", "wrong")
                        .statusCode())
                .isEqualTo(401);
        var confirmed = browser.submit(
                "/sign-in/again?next=%2Faccount", "/sign-in/again", "password", RIGHT, "next", "/account");
        assertThat(Browser.location(confirmed)).isEqualTo("/account");
        assertThat(enrol(browser).recoveryCodes()).hasSize(10);
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        var name = analyst();
        var here = browser();
        here.signIn(name, RIGHT);
        var there = browser();
        there.signIn(name, RIGHT);
        assertThat(here.submit("/account", "/account/password", "current", "wrong", "chosen", "another one entirely")
                        .statusCode())
                .isEqualTo(401);
        assertThat(here.submit("/account", "/account/password", "current", RIGHT, "chosen", "another one entirely")
                        .statusCode())
                .isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser().signIn(name, RIGHT).statusCode()).isEqualTo(401);
        assertThat(browser().signIn(name, "another one entirely").statusCode()).isEqualTo(302);
    }

    @Test
    void resettingFactorsEndsSessionsAndLeavesThePasswordAlone() {
        var name = analyst();
        var browser = browser();
        browser.signIn(name, RIGHT);
        enrol(browser);
        accounts.resetFactors(Actor.system("tests"), holder);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(Browser.location(browser().signIn(name, RIGHT))).isEqualTo("/");
    }
}
