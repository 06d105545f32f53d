// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.util.Locale;

/// Payment handles, found by staff, that several people have or that were mistyped.
final class PaymentTraps {

    private static final Duration LONG_AGO = Duration.ofDays(440);

    /// An operator is to list it.
    private static final String EXCHANGE = "0x00000000000000000000000000000000000e8c4a";

    private final Scene scene;

    PaymentTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        // the number that card schemes publish for tests
        scene.apart(LinkingTrap.PAYMENT_CARD, told -> told.found("4111 1111 1111 1111", "Visa"));
        scene.apart(LinkingTrap.PAYMENT_TO_AN_EXCHANGE, told -> told.found(EXCHANGE, "Example Coin"));
        String bare = "kim" + scene.mark();
        scene.apart(LinkingTrap.PAYMENT_WITHOUT_SCHEME, told -> told.foundWithoutScheme(bare));
        String name = "sam" + scene.mark();
        scene.apart(
                LinkingTrap.PAYMENT_AT_ANOTHER_SCHEME,
                told -> told.found(name, "Example Pay"),
                told -> told.found(name, "Sample Cash"));
        String again = "again" + scene.mark();
        scene.apart(
                LinkingTrap.PAYMENT_NAME_RECYCLED,
                told -> told.at(told.at().minus(LONG_AGO)).found(again, "Example Pay"),
                told -> told.found(again, "Example Pay"));
        mistyped();
    }

    /// Equal, but for all that is known by a slip: the check digits do not fit.
    private void mistyped() {
        String iban = Digits.iban("DE", Digits.NO_BANK + SamePerson.digits(scene, 10));
        String off = iban.substring(0, 21) + (char) ('0' + (iban.charAt(21) - '0' + 1) % 10);
        scene.apart(LinkingTrap.PAYMENT_ACCOUNT_MISTYPED, told -> told.found(off, "Example Bank"));
        String letters = scene.mark() + scene.mark().toUpperCase(Locale.ROOT) + scene.mark();
        String coin = "1" + letters.replaceAll("[lIO]", "k") + "9Zz4";
        scene.apart(LinkingTrap.PAYMENT_COIN_MISTYPED, told -> told.found(coin, "Example Coin"));
    }
}
