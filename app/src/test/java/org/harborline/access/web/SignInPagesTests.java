// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.harborline.access.AccessTest;
import org.harborline.access.Accounts;
import org.harborline.access.MovableClock;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.platform.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class SignInPagesTests {

    private static final String RIGHT = "right horse battery";
    private static final String SESSION = "harborline-session";
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    private Browser browser() {
        return new Browser(port, "198.19." + NETWORKS.incrementAndGet() + ".20");
    }

    private String account(Role role) {
        var name = "person-" + UUID.randomUUID();
        accounts.create(Actor.system("tests"), new NewAccount(name, "Person", Set.of(role), null), RIGHT);
        return name;
    }

    @Test
    void signsInThroughTheFormAndLeadsToWhereThePersonWanted() {
        var browser = browser();
        var name = account(Role.ADMINISTRATOR);
        var refused = browser.get("/operator/accounts?after=" + new UUID(0, 0));
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(Browser.location(refused)).startsWith("/sign-in?next=%2Foperator%2Faccounts");

        var signedIn = browser.submit(
                Browser.location(refused), "/sign-in", "name", name, "password", RIGHT, "next", "/operator/accounts");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(Browser.location(signedIn)).isEqualTo("/operator/accounts");
        assertThat(Browser.cookiesSet(signedIn))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(SESSION + "=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Max-Age", "Expires"));
        assertThat(browser.get("/operator/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordShowsTheFormAgainWithoutSayingWhatWasWrong() {
        var known = browser().signIn(account(Role.ANALYST), "wrong");
        var unknown = browser().signIn("nobody-" + UUID.randomUUID(), "wrong");
        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(known.body()).contains("Name or password is wrong");
        assertThat(withoutNames(known.body())).isEqualTo(withoutNames(unknown.body()));
    }

    private static String withoutNames(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
                .replaceAll("(person|nobody)-", "")
                .replaceAll("value=\"[A-Za-z0-9_-]{60,}={0,2}\"", "")
                .replaceAll("hx-headers=\"[^\"]*\"", "");
    }

    @Test
    void aSandboxThatOthersCanReachNeedsNoSignInThatEverybodyKnows() {
        assertThat(browser().signIn("supervisor", "supervisor").statusCode()).isEqualTo(401);
    }

    @Test
    void leadsNowhereElse() {
        for (var elsewhere :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"}) {
            var browser = browser();
            var answer = browser.submit(
                    "/sign-in", "/sign-in", "name", account(Role.ANALYST), "password", RIGHT, "next", elsewhere);
            assertThat(Browser.location(answer)).isEqualTo("/");
        }
    }

    @Test
    void aTokenPlantedBeforeSigningInIsWorthNothingAfter() {
        var attacker = browser();
        attacker.signIn(account(Role.ANALYST), RIGHT);
        var planted = attacker.cookie(SESSION).orElseThrow();

        var victim = browser();
        victim.plant(SESSION, planted);
        victim.post("/sign-out", Browser.token(victim.get("/account")));
        victim.plant(SESSION, planted);
        victim.signIn(account(Role.SUPERVISOR), RIGHT);
        assertThat(victim.cookie(SESSION)).isPresent().get().isNotEqualTo(planted);
        assertThat(attacker.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndChangesNothing() {
        var name = account(Role.ANALYST);
        var browser = browser();
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", Optional.empty(), "name", name, "password", RIGHT)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.cookie(SESSION)).isEmpty();
        browser.signIn(name, RIGHT);
        assertThat(browser.post("/sign-out", Optional.empty()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/sign-out", Optional.of("AAAA")).statusCode()).isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherBrowserIsRefused() {
        var other = browser();
        var stolen = Browser.token(other.get("/sign-in"));
        var browser = browser();
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", stolen, "name", "x", "password", "y")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutForgetsTheSessionOnBothSides() {
        var browser = browser();
        browser.signIn(account(Role.ANALYST), RIGHT);
        var token = browser.cookie(SESSION).orElseThrow();
        assertThat(browser.submit("/account", "/sign-out").statusCode()).isEqualTo(302);
        assertThat(browser.cookie(SESSION)).isEmpty();
        browser.plant(SESSION, token);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void headersKeepPagesOutOfCachesFramesAndForeignScripts() {
        var headers = browser().get("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control")).get().asString().contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    /// The promise of the issue, over real HTTP: a flood from one network, and somebody else signs in meanwhile.
    @Test
    void aThousandWrongSignInsFromOneNetworkDoNotDelayTheRightPersonFromAnother() throws InterruptedException {
        var name = account(Role.ANALYST);
        browser().signIn(account(Role.ANALYST), RIGHT);
        var calm = time(
                () -> assertThat(browser().signIn(name, RIGHT).statusCode()).isEqualTo(302));

        var sent = new AtomicInteger();
        var refusals = new AtomicInteger();
        var slowed = new AtomicInteger();
        var stop = new AtomicBoolean();
        var flood = new ArrayList<Thread>();
        for (var i = 0; i < 8; i++) {
            flood.add(Thread.ofVirtual().start(() -> {
                var attacker = new Browser(port, "192.0.2." + (sent.get() % 250 + 1));
                var token = Browser.token(attacker.get("/sign-in"));
                while (sent.getAndIncrement() < 1000 && !stop.get()) {
                    var status = attacker.post("/sign-in", token, "name", name, "password", "wrong")
                            .statusCode();
                    (status == 401 ? refusals : slowed).incrementAndGet();
                }
            }));
        }
        var during = new ArrayList<Duration>();
        while (sent.get() < 1000) {
            during.add(time(
                    () -> assertThat(browser().signIn(name, RIGHT).statusCode()).isEqualTo(302)));
        }
        for (var thread : flood) {
            thread.join();
        }
        assertThat(refusals.get() + slowed.get()).isEqualTo(1000);
        assertThat(refusals.get()).as("looked at").isBetween(5, 30);
        assertThat(during).isNotEmpty();
        during.sort(null);
        // Half of the sign-ins within what the machine needs anyway; the flood shares its two cores.
        assertThat(during.get(during.size() / 2))
                .isLessThan(calm.multipliedBy(6).plusMillis(500));
        assertThat(during.getLast()).isLessThan(Duration.ofSeconds(5));

        assertSlowedNotLocked(new Browser(port, "192.0.2.77"), name);
    }

    private void assertSlowedNotLocked(Browser flooded, String name) {
        // The flood's last wait may be over already; wrong once a minute, the network waits for a whole one.
        for (var wrong = 0; wrong < 6; wrong++) {
            clock.advance(Duration.ofSeconds(60));
            assertThat(flooded.signIn(name, "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(flooded.signIn(name, RIGHT).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(60));
        assertThat(flooded.signIn(name, RIGHT).statusCode()).isEqualTo(302);
    }

    private static Duration time(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void forwardedAddressesOfStrangersAreNotBelieved() {
        var name = account(Role.ANALYST);
        try (var _ = clock.standStill()) {
            for (var i = 0; i < 5; i++) {
                new Browser(port, "203.0.113." + i + ", 198.51.100.7").signIn(name, "wrong");
            }
            assertThat(new Browser(port, "203.0.113.99, 198.51.100.8")
                            .signIn(name, RIGHT)
                            .statusCode())
                    .isEqualTo(429);
        }
        assertThat(new Browser(port, "198.51.101.8").signIn(name, RIGHT).statusCode())
                .isEqualTo(302);
    }
}
