// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Second factors with a real browser: the one part of signing in that no client of ours can stand in for. Each test
/// takes a sample person whom no other test signs in, and leaves that person as it was.
@ExtendWith(WithDemo.class)
class SecondFactorTests {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in.*");
    private static final Pattern SECOND_FACTOR = Pattern.compile(".*/sign-in/second-factor.*");

    @Test
    void signsInWithAPasskey(Browsing browsing) {
        try (var person = browsing.stranger("en")) {
            var _ = new VirtualAuthenticator(person.page());
            person.signIn("data");
            openAccount(person);
            person.press("Add a passkey");
            keepRecoveryCodes(person);
            assertThat(person.page().locator("main")).containsText("Passkey");

            signOut(person);
            enterPassword(person, "data");
            assertThat(person.page()).hasURL(SECOND_FACTOR);
            person.press("Use a passkey");
            assertThat(person.page()).not().hasURL(SIGN_IN);

            removeTheFactor(person);
            assertThat(person.mishaps()).isEmpty();
        }
    }

    @Test
    void aDeviceThatDoesNotKnowItsHolderSignsNobodyIn(Browsing browsing) {
        try (var person = browsing.stranger("en")) {
            var device = new VirtualAuthenticator(person.page());
            person.signIn("support");
            openAccount(person);
            person.press("Add a passkey");
            keepRecoveryCodes(person);

            signOut(person);
            enterPassword(person, "support");
            device.forgetHolder();
            person.press("Use a passkey");
            assertThat(person.page().getByRole(AriaRole.ALERT)).containsText("The passkey did not answer.");
            assertThat(person.page()).hasURL(SECOND_FACTOR);

            device.knowHolder();
            person.press("Use a passkey");
            assertThat(person.page()).not().hasURL(SIGN_IN);
            removeTheFactor(person);
        }
    }

    @Test
    void signsInWithACodeFromAnApp(Browsing browsing) throws InvalidKeyException {
        try (var person = browsing.stranger("en")) {
            person.signIn("volunteer");
            openAccount(person);
            person.press("Add an authenticator app");
            String secret = person.page().locator("dd.hl-code").textContent();
            var now = CLOCK.instant();
            person.page().locator("#code").fill(code(secret, now));
            person.press("Add this app");
            keepRecoveryCodes(person);
            assertThat(person.page().locator("main")).containsText("Authenticator app");

            signOut(person);
            enterPassword(person, "volunteer");
            assertThat(person.page()).hasURL(SECOND_FACTOR);
            // each code works once; one step ahead is still taken
            person.page().locator("#code").fill(code(secret, now.plus(Duration.ofSeconds(30))));
            person.press("Confirm");
            assertThat(person.page()).not().hasURL(SIGN_IN);

            removeTheFactor(person);
            assertThat(person.mishaps()).isEmpty();
        }
    }

    private static void openAccount(Visitor person) {
        openMenu(person);
        person.press("Your account");
    }

    private static void signOut(Visitor person) {
        openMenu(person);
        person.press("Sign out");
        assertThat(person.page()).hasURL(SIGN_IN);
    }

    private static void openMenu(Visitor person) {
        person.page().locator(".hl-side details.hl-menu > summary").click();
    }

    private static void enterPassword(Visitor person, String name) {
        person.page().locator("#name").fill(name);
        person.page().locator("#password").fill(name);
        person.press(person.page().locator("main form button"));
    }

    private static void keepRecoveryCodes(Visitor person) {
        assertThat(person.page().locator("ul.hl-code li")).hasCount(10);
        person.press("I have kept them");
    }

    private static void removeTheFactor(Visitor person) {
        openAccount(person);
        person.press("Remove");
        assertThat(person.page().locator("main")).containsText("None yet.");
    }

    private static String code(String secret, Instant at) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(bytes(secret), "RAW"), at, Locale.ROOT);
    }

    /// Reads base 32, five bits a letter.
    private static byte[] bytes(String secret) {
        var bits = BigInteger.ZERO;
        for (int at = 0; at < secret.length(); at++) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(at))));
        }
        byte[] all = bits.toByteArray();
        var key = new byte[secret.length() * 5 / 8];
        int taken = Math.min(all.length, key.length);
        System.arraycopy(all, all.length - taken, key, key.length - taken, taken);
        return key;
    }
}
