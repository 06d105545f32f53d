// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.MAIL;
import static org.harborline.linking.internal.Stated.a;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.linking.Strength;
import org.harborline.platform.Mode;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Accounts and screen names: each within its platform.
class AccountNormalisingTests {

    private final Normaliser real = new Normaliser(Mode.PRODUCTION);
    private final Normaliser sandbox = new Normaliser(Mode.SANDBOX);
    private final Origin chat = new Origin(CHAT, "Example Chat");

    private Normalised read(Stated stated) {
        return real.normalise(stated.build(), chat);
    }

    private List<MatchKey> strong(Normalised normalised) {
        return normalised.keys().stream()
                .filter(key -> key.strength() == Strength.STRONG)
                .toList();
    }

    private boolean linked(Stated one, Stated other) {
        return strong(sandbox.normalise(one.build(), chat)).stream()
                .anyMatch(strong(sandbox.normalise(other.build(), chat))::contains);
    }

    @ParameterizedTest
    @CsvSource({"@Sam_Sample, sam_sample", "ＳＡＭＩ, sami", "'sa​mi ', sami", "STRASSE, straße", "LILIT, lilit"})
    void readsSpellingsOfOneScreenNameAsOne(String one, String other) {
        assertThat(linked(a(IdentifierKind.SCREEN_NAME, one), a(IdentifierKind.SCREEN_NAME, other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"sam_sample, samsample", "sam, ѕаm", "name#1234, name#1235", "sam1, sam11"})
    void keepsDifferentScreenNamesApart(String one, String other) {
        assertThat(linked(a(IdentifierKind.SCREEN_NAME, one), a(IdentifierKind.SCREEN_NAME, other)))
                .isFalse();
    }

    @Test
    void scopesScreenNamesAndAccountsByPlatform() {
        for (var kind : List.of(IdentifierKind.SCREEN_NAME, IdentifierKind.PROVIDER_USER_ID)) {
            var here = strong(real.normalise(a(kind, "sam77").build(), chat));
            var there = strong(real.normalise(a(kind, "sam77").build(), new Origin(MAIL, "Example Chat")));

            assertThat(here).hasSize(1).doesNotContainAnyElementsOf(there);
        }
    }

    @Test
    void readsAnAccountAlikeWhateverTheSenderCallsItsOnlyService() {
        for (var kind : List.of(IdentifierKind.PROVIDER_USER_ID, IdentifierKind.SCREEN_NAME)) {
            var plain = strong(real.normalise(a(kind, "sam77").build(), new Origin(CHAT, null)));

            for (String text : List.of("Example Chat", "example chat app", "[unknown]")) {
                assertThat(strong(real.normalise(a(kind, "sam77").with(text).build(), new Origin(CHAT, text))))
                        .as(text)
                        .isEqualTo(plain);
            }
        }
    }

    @Test
    void tellsRegisteredServicesOfOneProviderApartInAnySpelling() {
        var two = Services.of(new Provider(
                new ProviderId(CHAT),
                "example",
                "Example",
                List.of(
                        new Provider.Offering("Example Chat", "chat.example"),
                        new Provider.Offering("Example Video", "video.example")),
                Set.of(),
                true,
                Standing.LIVE,
                false,
                1));
        Function<String, List<MatchKey>> account = text ->
                strong(real.normalise(a(IdentifierKind.PROVIDER_USER_ID, "17").build(), new Origin(CHAT, text, two)));

        assertThat(account.apply("Example Chat"))
                .isEqualTo(account.apply("example-chat"))
                .isEqualTo(account.apply("Chat.Example"))
                .isNotEqualTo(account.apply("Example Video"))
                .isNotEqualTo(account.apply(null));
        assertThat(account.apply("something else")).isEqualTo(account.apply(null));
    }

    @Test
    void readsAccountIdsByteForByte() {
        assertThat(linked(a(IdentifierKind.PROVIDER_USER_ID, "AbC1"), a(IdentifierKind.PROVIDER_USER_ID, "abc1")))
                .isFalse();
        assertThat(linked(a(IdentifierKind.PROVIDER_USER_ID, "AbC1"), a(IdentifierKind.PROVIDER_USER_ID, "AbC1")))
                .isTrue();
    }

    @Test
    void makesAccountsOfAnotherCompanyWeak() {
        assertThat(strong(read(a(IdentifierKind.PROVIDER_USER_ID, "u-1").thirdParty())))
                .isEmpty();
        assertThat(strong(read(a(IdentifierKind.SCREEN_NAME, "sam77").thirdParty())))
                .isEmpty();
    }

    @Test
    void makesATiedAccountOfAnotherPlatformWeak() {
        var tied = a(IdentifierKind.SCREEN_NAME, "sam77").of(PartyRole.ASSOCIATED_ACCOUNT);

        assertThat(strong(read(tied.with("Other Company")))).isEmpty();
        assertThat(read(tied.with("Other Company")).notes()).containsExactly(ScreenNameRules.ELSEWHERE);
        assertThat(strong(read(tied.with(null)))).hasSize(1);
    }

    @Test
    void makesTakenOverAccountsWeakAndSaysSo() {
        for (var kind : List.of(IdentifierKind.PROVIDER_USER_ID, IdentifierKind.SCREEN_NAME)) {
            var read = read(a(kind, "sam77").compromised());

            assertThat(read.keys()).isNotEmpty().extracting(MatchKey::strength).containsOnly(Strength.WEAK);
            assertThat(read.notes()).containsExactly(AccountRules.COMPROMISED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"77", "1234567", "ab"})
    void makesNumericAndShortNamesWeak(String value) {
        assertThat(strong(read(a(IdentifierKind.SCREEN_NAME, value)))).isEmpty();
    }
}
