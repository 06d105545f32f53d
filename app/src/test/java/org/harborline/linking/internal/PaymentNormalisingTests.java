// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Strength;
import org.harborline.platform.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Payment handles. The values are published examples of their schemes.
class PaymentNormalisingTests {

    private final Normaliser normaliser = new Normaliser(Mode.PRODUCTION);

    private Normalised read(Stated stated) {
        return normaliser.normalise(stated.build(), new Origin(CHAT, null));
    }

    private Normalised handle(String value) {
        return read(a(IdentifierKind.PAYMENT_HANDLE, value));
    }

    @ParameterizedTest
    @CsvSource({
        "DE89 3704 0044 0532 0130 00, de89370400440532013000",
        "GB82-WEST-1234-5698-7654-32, GB82WEST12345698765432",
        "$SamSample, $samsample",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"
    })
    void readsSpellingsOfOneHandleAsOne(String one, String other) {
        assertThat(handle(one).keys())
                .hasSize(1)
                .isEqualTo(handle(other).keys())
                .extracting(MatchKey::strength)
                .containsOnly(Strength.STRONG);
    }

    @Test
    void keepsTheLetterCaseOfABase58Address() {
        assertThat(handle("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa").keys())
                .singleElement()
                .satisfies(key -> assertThat(key.rule()).isEqualTo(MatchRule.PAYMENT_COIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
                "t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd",
                "t1KstPVzcNEK4ZeauQ6cogoqxQBMDSiRnGr",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
            })
    void knowsTheAddressesOfOtherChains(String value) {
        assertThat(handle(value).keys()).singleElement().satisfies(key -> {
            assertThat(key.rule()).isEqualTo(MatchRule.PAYMENT_COIN);
            assertThat(key.strength()).isEqualTo(Strength.STRONG);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sa12samplehandle34", "de11samplehandle2026ab", "mt99sample1234567"})
    void takesANameThatBeginsLikeABankAccountForAName(String value) {
        assertThat(read(a(IdentifierKind.PAYMENT_HANDLE, value).with("Example Pay"))
                        .keys())
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.rule()).isEqualTo(MatchRule.PAYMENT_NAME);
                    assertThat(key.strength()).isEqualTo(Strength.STRONG);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi",
                "t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9oje",
                "11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                "bc1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
                "DE89370400440532013001",
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed",
                "sam_sample"
            })
    void makesMistypedAndUnscopedHandlesWeak(String value) {
        assertThat(handle(value).keys()).extracting(MatchKey::strength).containsExactly(Strength.WEAK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1111", "378282246310005", "5555-5555-5555-4444"})
    void keepsNoCardNumber(String value) {
        assertThat(handle(value)).isEqualTo(Normalised.without("", PaymentRules.CARD));
    }

    @Test
    void scopesANameByItsServiceAndReadsAMailboxAsOne() {
        var here = read(a(IdentifierKind.PAYMENT_HANDLE, "@Sam-Sample").with("Example Pay"));
        var there = read(a(IdentifierKind.PAYMENT_HANDLE, "sam-sample").with("Other Pay"));

        assertThat(here.keys()).isNotEqualTo(there.keys());
        assertThat(here.keys()).extracting(MatchKey::strength).containsOnly(Strength.STRONG);
        assertThat(handle("Sam@town.example").keys())
                .isEqualTo(read(email("sam@town.example")).keys());
    }
}
