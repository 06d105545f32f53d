// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.time.Instant;
import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.harborline.platform.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values that look like somebody's and are nobody's, or everybody's.
class MisleadingValueTests {

    private final Normaliser real = new Normaliser(Mode.PRODUCTION);
    private final Normaliser sandbox = new Normaliser(Mode.SANDBOX);
    private final Origin chat = new Origin(CHAT, "Example Chat");

    private Normalised read(Stated stated) {
        return real.normalise(stated.build(), chat);
    }

    private static List<MatchKey> strong(Normalised normalised) {
        return normalised.keys().stream()
                .filter(key -> key.strength() == Strength.STRONG)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team@town.example",
                "Enquiries@town.example",
                "no_reply@town.example",
                "do-not-reply@town.example",
                "reports@chat.example",
                "info+a@gmail.com",
                "in.fo@gmail.com",
                "info+a@town.example"
            })
    void readsRoleMailboxesHoweverTheyAreWritten(String value) {
        assertThat(strong(read(email(value)))).isEmpty();
        assertThat(read(email(value)).notes()).contains(EmailRules.ROLE_ADDRESS);
    }

    @Test
    void linksNobodyByAMailboxThatAnybodyMayRead() {
        assertThat(strong(read(email("kim@mailinator.com")))).isEmpty();
        assertThat(read(email("kim@mailinator.com")).notes()).containsExactly(EmailRules.DISPOSABLE);
        assertThat(strong(read(email("kim@throwaway.example")))).hasSize(1);
        assertThat(strong(sandbox.normalise(email("kim@throwaway.example").build(), chat)))
                .isEmpty();
        assertThat(strong(read(email("kim@trashmail.com")))).hasSize(1);
        assertThat(strong(read(email("shop.5.kim@spamgourmet.com")))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, asdf@asdf.com",
        "EMAIL, NoEmail@example.com",
        "PROVIDER_USER_ID, 000000",
        "PROVIDER_USER_ID, 00000000-0000-0000-0000-000000000000",
        "PROVIDER_USER_ID, test123",
        "PROVIDER_USER_ID, TestUser",
        "SCREEN_NAME, Deleted Account",
        "SCREEN_NAME, [deleted]",
        "DEVICE_ID, 00:11:22:33:44:55",
        "DEVICE_ID, 35-824005-111111-0",
        "PHONE, (000) 000-0000"
    })
    void knowsFillersOfAllKinds(IdentifierKind kind, String value) {
        assertThat(read(a(kind, value).with(kind == IdentifierKind.DEVICE_ID ? "MAC" : null))
                        .notes())
                .containsExactly(Normalised.VOID);
    }

    @ParameterizedTest
    @CsvSource({
        "+1, 202 555 0143",
        "+1, 202 555 1234",
        "+44, 07700 900123",
        "+44, 020 7946 0991",
        "+44, 0117 496 0123",
        "+44, 028 9649 6123",
        "+353, 020 915 1234",
        "+61, 0491 570 156",
        "+61, 02 5550 1234",
        "+33, 06 39 98 12 34"
    })
    void givesNumbersOfFilmsAndBooksNoKey(String code, String value) {
        var number = read(a(IdentifierKind.PHONE, value).with(code));

        assertThat(number.keys()).isEmpty();
        assertThat(number.notes()).containsExactly(PhoneRules.FICTION);
    }

    @ParameterizedTest
    @CsvSource({"+1, 202 456 1111", "+44, 07700 800123", "+44, 020 7946 1991", "+1, 212 554 0143"})
    void stopsExactlyAtTheEdgeOfFiction(String code, String value) {
        assertThat(strong(read(a(IdentifierKind.PHONE, value).with(code)))).hasSize(1);
    }

    @Test
    void takesOnlyTheNumbersOfInventedReportsForRealInASandbox() {
        var invented = a(IdentifierKind.PHONE, "202 555 0143").with("+1").build();
        var film = a(IdentifierKind.PHONE, "202 555 1234").with("+1").build();

        assertThat(strong(sandbox.normalise(invented, chat))).hasSize(1);
        assertThat(sandbox.normalise(film, chat).keys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+1, 8888888888, void-value", "+1, 800 234 5678, shared-line", "+44, 0800 123 4567, shared-line"})
    void linksNobodyByHotlinesAndRepeatedDigits(String code, String value, String note) {
        var number = read(a(IdentifierKind.PHONE, value).with(code));

        assertThat(strong(number)).isEmpty();
        assertThat(number.notes()).containsExactly(Code.of(note));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alex",
                "player1",
                "User_12345",
                "user2026",
                "guest-777777",
                "user98765",
                "a.n.o.n",
                "anonymous_user",
                "iPhone"
            })
    void linksNobodyByAHandleThatManyHave(String value) {
        var name = read(a(IdentifierKind.SCREEN_NAME, value));

        assertThat(strong(name)).isEmpty();
        assertThat(name.notes()).containsExactly(ScreenNameRules.MANY_HAVE_IT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alex1",
                "alexander",
                "players",
                "the_alex",
                "kim_alex",
                "user84736251",
                "user_55012",
                "player1000000"
            })
    void keepsHandlesThatOnlyBeginLikeACommonOne(String value) {
        assertThat(strong(read(a(IdentifierKind.SCREEN_NAME, value)))).hasSize(1);
    }

    @Test
    void readsNumbersWithSignsAsNumbers() {
        assertThat(strong(read(a(IdentifierKind.SCREEN_NAME, "_123-456789")))).isEmpty();
        assertThat(strong(read(a(IdentifierKind.SCREEN_NAME, "k123-456789")))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"80, port-of-a-server", "443, port-of-a-server", "1023, port-of-a-server", "0, port-of-a-server"})
    void takesThePortOfAServerForNoSourcePort(int port, String note) {
        var seen = read(address("8.8.4.4").port(port).at(NOON));

        assertThat(strong(seen)).isEmpty();
        assertThat(seen.notes()).containsExactly(Code.of(note));
        assertThat(strong(read(address("8.8.4.4").port(1024).at(NOON)))).hasSize(1);
    }

    @Test
    void takesMidnightForADate() {
        var midnight = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(strong(read(address("8.8.4.4").port(40021).at(midnight)))).isEmpty();
        assertThat(read(address("8.8.4.4").port(40021).at(midnight)).notes()).containsExactly(AddressRules.DATE_ONLY);
        assertThat(strong(read(address("8.8.4.4").port(40021).at(midnight.plusSeconds(1)))))
                .hasSize(1);
    }

    @Test
    void knowsOneDocumentationNetworkAlsoInASandbox() {
        assertThat(sandbox.normalise(address("3fff:7::1").port(40021).at(NOON).build(), chat)
                        .keys())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iPhone14,2", "SM-G991B", "Pixel-7-Pro", "okhttp/4.12.0", "ChatApp/7.31", "Windows11"})
    void takesModelsAndProgramsForNoDevices(String value) {
        assertThat(read(a(IdentifierKind.DEVICE_ID, value).with("OTHER")).notes())
                .containsExactly(DeviceRules.NOT_A_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f9a1c77e0b24d58", "C02XK1ABJG5H77", "R58N123ABCD"})
    void keepsSerialNumbersAsDevices(String value) {
        assertThat(strong(read(a(IdentifierKind.DEVICE_ID, value).with("Serial"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://social.example/index.html",
                "https://social.example/Profile",
                "https://social.example/profile.php",
                "https://social.example/me/",
                "social.example/login"
            })
    void readsPagesThatEverySiteHasAsTheSite(String value) {
        var page = read(a(IdentifierKind.PROFILE_URL, value));

        assertThat(page.keys()).isEmpty();
        assertThat(page.notes()).containsExactly(WebLocationRules.SITE_ONLY);
    }

    @Test
    void keepsAPageWithParametersApartFromThePageOfNobody() {
        assertThat(strong(read(a(IdentifierKind.PROFILE_URL, "https://social.example/profile.php?id=7"))))
                .hasSize(1);
    }

    @Test
    void linksNobodyByAShortenedAddress() {
        var page = read(a(IdentifierKind.PROFILE_URL, "https://bit.ly/3abcDE"));

        assertThat(strong(page)).isEmpty();
        assertThat(page.notes()).containsExactly(WebLocationRules.SHORTENED);
    }

    @Test
    void linksNobodyByAMenuEntryOfAHotline() {
        assertThat(strong(read(a(IdentifierKind.PHONE, "800 234 5678 ext. 2").with("+1"))))
                .isEmpty();
        assertThat(strong(read(a(IdentifierKind.PHONE, "212 736 5000 ext. 2").with("+1"))))
                .hasSize(1);
    }

    @Test
    void linksNobodyByAPageOfTheIncidentThatManySee() {
        var page = read(a(IdentifierKind.URL, "https://media.example/watch/7").of(PartyRole.INCIDENT));

        assertThat(strong(page)).isEmpty();
        assertThat(page.notes()).containsExactly(Normaliser.HOLDER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013001",
                "1BoatSLRHtKNngkdXEeobR76b53LETtpyV",
                "0x52908400098527886E0F7030069857D2E4169Ee7"
            })
    void linksNobodyByAMistypedAccount(String value) {
        assertThat(strong(read(a(IdentifierKind.PAYMENT_HANDLE, value).with("Example Bank"))))
                .isEmpty();
    }
}
