// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.harborline.platform.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTests {

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
    @CsvSource({
        "sam.sample@gmail.com, SamSample+x@GoogleMail.com",
        "sam.sample@gmail.com, s.a.m.sample@gmail.com",
        "sam@outlook.com, Sam+shop@outlook.com",
        "sam@icloud.com, sam+a+b@icloud.com",
        "sam@proton.me, SAM@PROTON.ME",
        "Sam.Sample@Post.Example, sam.sample+news@post.example",
        "s.sample@mail.example, SSample+x@mail.example",
        "SAM_I@town.example, sam_i@TOWN.example",
        "'  sam@town.example ', sam@town.example",
        "sam@town.example, sam@town.example.",
        "sam@müller.example, sam@XN--MLLER-KVA.example",
        "sam@bücher.example, sam@bücher.example",
        "ILKIN@town.example, ilkin@town.example"
    })
    void readsSpellingsOfOneMailboxAsOne(String one, String other) {
        assertThat(linked(email(one), email(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sam_sample@town.example, samsample@town.example",
        "sam_sample@gmail.com, samsample@gmail.com",
        "sam-sample@gmail.com, samsample@gmail.com",
        "sam1@gmail.com, sam11@gmail.com",
        "sam.sample@outlook.com, samsample@outlook.com",
        "sam.sample@town.example, samsample@town.example",
        "sam+x@town.example, sam@town.example",
        "sam@gmail.com, sam@gmail.co",
        "sam@outlook.com, sam@hotmail.com",
        "sam@proton.me, sam@protonmail.com",
        "ılkin@town.example, ilkin@town.example",
        "'+tag@gmail.com', '+other@gmail.com'"
    })
    void keepsDifferentMailboxesApart(String one, String other) {
        assertThat(linked(email(one), email(other))).isFalse();
    }

    @Test
    void doesNotKnowSampleMailProvidersInProduction() {
        var dotted = read(email("s.sample@mail.example")).keys().getFirst();
        var plain = read(email("ssample@mail.example")).keys().getFirst();

        assertThat(dotted).isNotEqualTo(plain);
        assertThat(dotted.rule()).isEqualTo(MatchRule.EMAIL_FOLDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"info@town.example", "NoReply@town.example", "webmaster@gmail.com"})
    void makesRoleAddressesWeak(String value) {
        assertThat(strong(read(email(value)))).isEmpty();
        assertThat(read(email(value)).notes()).contains(EmailRules.ROLE_ADDRESS);
    }

    @Test
    void makesRecoveryAddressesWeakBecauseAnotherPersonMayOwnThem() {
        var recovery = read(email("parent@town.example").typed("Recovery"));

        assertThat(recovery.keys()).extracting(MatchKey::strength).containsExactly(Strength.WEAK);
        assertThat(strong(read(email("parent@town.example").typed("Home")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sam",
                "@town.example",
                "sam@",
                "sam@town",
                "sam b@town.example",
                "sam@to wn.example",
                "sam@-x.example"
            })
    void givesUnreadableAddressesNoKey(String value) {
        assertThat(read(email(value)).keys()).isEmpty();
        assertThat(read(email(value)).notes()).containsExactly(Normalised.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "202-555-0143, +1, +12025550143",
        "(202) 555 0143, 1, +12025550143",
        "+1 202 555 0143, , +12025550143",
        "001 202 555 0143, , ",
        "12025550143, +1, +12025550143",
        "030 901820, +49, +4930901820",
        "0030 2101234567, , +302101234567",
        "٢٠٢٥٥٥٠١٤٣, +1, +12025550143"
    })
    void readsPhoneNumbersWithTheirCallingCode(String value, String callingCode, String canonical) {
        var number = sandbox.normalise(
                a(IdentifierKind.PHONE, value).with(callingCode).build(), chat);

        if (canonical == null) {
            assertThat(number.canonical()).startsWith("+");
        } else {
            assertThat(number.canonical()).isEqualTo(canonical);
            assertThat(strong(number)).hasSize(1);
        }
    }

    @Test
    void keepsAnExtensionApartFromItsSwitchboard() {
        var extension = a(IdentifierKind.PHONE, "202 555 0143 ext. 12").with("+1");
        var board = a(IdentifierKind.PHONE, "202 555 0143").with("+1");

        assertThat(linked(extension, board)).isFalse();
        assertThat(linked(extension, a(IdentifierKind.PHONE, "+12025550143x12")))
                .isTrue();
    }

    @Test
    void linksNoTwoPeopleOfOneSwitchboard() {
        assertThat(linked(
                        a(IdentifierKind.PHONE, "202 555 0143 ext. 12").with("+1"),
                        a(IdentifierKind.PHONE, "202 555 0143 ext. 13").with("+1")))
                .isFalse();
        assertThat(read(a(IdentifierKind.PHONE, "202 555 0143 ext. 12")).keys())
                .isEqualTo(read(a(IdentifierKind.PHONE, "202 555 0143")).keys());
    }

    @ParameterizedTest
    @CsvSource({"Work, shared-line", "Business, shared-line", "Fax, shared-line", "Recovery, recovery-number"})
    void linksNobodyByALineThatOthersMayUse(String type, String note) {
        var number = sandbox.normalise(
                a(IdentifierKind.PHONE, "+1 202 555 0143").typed(type).build(), chat);
        var mobile = sandbox.normalise(
                a(IdentifierKind.PHONE, "+1 202 555 0143").typed("Mobile").build(), chat);

        assertThat(number.keys()).extracting(MatchKey::strength).containsExactly(Strength.WEAK);
        assertThat(number.notes()).containsExactly(Code.of(note));
        assertThat(strong(mobile)).hasSize(1);
    }

    @Test
    void makesNumbersWithoutCountryWeak() {
        var number = read(a(IdentifierKind.PHONE, "202 555 0143"));

        assertThat(number.keys()).extracting(MatchKey::strength).containsExactly(Strength.WEAK);
        assertThat(number.notes()).containsExactly(PhoneRules.COUNTRY_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"202 555 014, +1", "911, +1", "1234567890, +1", "abc, +1", "202 555 01434444444, +1"})
    void givesShortWrongAndPlaceholderNumbersNoStrongKey(String value, String callingCode) {
        assertThat(strong(read(a(IdentifierKind.PHONE, value).with(callingCode))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8.8.4.4, ::ffff:8.8.4.4", "8.8.4.4, 64:ff9b::808:404", "2600:1:0:0::5, 2600:1::0005"})
    void readsOneAddressAsOneWhateverItsClothes(String one, String other) {
        assertThat(linked(
                        address(one).port(40021).at(NOON),
                        address(other).port(40021).at(NOON)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.1, 203.0.113.11", "203.0.113.10, 203.0.113.1", "2001:db8::1, 2001:db8::11"})
    void keepsAddressesWithOneMoreDigitApart(String one, String other) {
        assertThat(linked(
                        address(one).port(40021).at(NOON),
                        address(other).port(40021).at(NOON)))
                .isFalse();
    }

    @Test
    void needsPortTimeAndOffsetForAStrongAddress() {
        var full = address("8.8.4.4").port(40021).at(NOON);

        assertThat(strong(read(full))).extracting(MatchKey::rule).containsExactly(MatchRule.ADDRESS_PORT_TIME);
        assertThat(strong(read(address("8.8.4.4").at(NOON)))).isEmpty();
        assertThat(strong(read(address("8.8.4.4").port(40021)))).isEmpty();
        assertThat(strong(read(address("8.8.4.4").port(40021).atUnknownOffset(NOON))))
                .isEmpty();
        assertThat(strong(read(address("8.8.4.4").port(40021).at(NOON).proxy())))
                .isEmpty();
        assertThat(linked(full, address("8.8.4.4").port(40022).at(NOON))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "0.0.0.0",
                "169.254.1.1",
                "255.255.255.255",
                "::1",
                "::",
                "fd00::1",
                "fe80::1",
                "::ffff:100.64.0.1",
                "192.0.2.9"
            })
    void givesAddressesThatNameNobodyNoKey(String value) {
        assertThat(read(address(value).port(40021).at(NOON)).keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.63.255.255", "100.128.0.0", "172.32.0.1", "11.0.0.0", "192.0.3.1"})
    void stopsExactlyAtTheEdgeOfReservedRanges(String value) {
        assertThat(strong(read(address(value).port(40021).at(NOON)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.4",
                "08.8.4.4",
                "8.8.4.4/24",
                "8.8.4.256",
                "8.8.*.4",
                "0x8080404",
                "fe80::1%eth0",
                "host",
                "8.8.4.4:80"
            })
    void givesUnreadableAddressesOfTheNetworkNoKey(String value) {
        assertThat(read(address(value).port(40021).at(NOON)).notes()).containsExactly(Normalised.UNREADABLE);
    }

    @Test
    void knowsTheHouseholdNetworkOfALongAddressAsContext() {
        var one = read(address("2600:1:2:3:aaaa::1").at(NOON));
        var other = read(address("2600:1:2:3:bbbb::2").at(NOON));

        assertThat(one.keys()).contains(other.keys().getLast());
        assertThat(other.keys().getLast().strength()).isEqualTo(Strength.CONTEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "IMEI, 49-015420-323751-8, 490154203237518",
        "MAC, 00:1a:2B:3c:4D:5e, 001A2B3C4D5E",
        "MAC, 001a.2b3c.4d5e, 001A2B3C4D5E",
        "IDFA, 6D92078A-8246-4BA4-AE5B-76104861E7DC, 6d92078a-8246-4ba4-ae5b-76104861e7dc"
    })
    void readsDeviceIdsByType(String type, String value, String canonical) {
        var device = read(a(IdentifierKind.DEVICE_ID, value).with(type));

        assertThat(device.canonical()).isEqualTo(canonical);
        assertThat(strong(device)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "IMEI, 490154203237517",
        "IMEI, 49015420323751",
        "IMEI, 000000000000000",
        "MAC, 00:00:00:00:00:00",
        "MAC, FF:FF:FF:FF:FF:FF",
        "MAC, 02:1a:2b:3c:4d:5e",
        "MAC, 01:00:5e:00:00:01",
        "IDFA, 00000000-0000-0000-0000-000000000000",
        "SSID, home network",
        "SSID, homenetwork",
        "OTHER, Mozilla/5.0"
    })
    void givesMistypedEmptyAndSharedDeviceIdsNoStrongKey(String type, String value) {
        assertThat(strong(read(a(IdentifierKind.DEVICE_ID, value).with(type)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Media.Example/A/b?id=7&utm_source=x#top, https://media.example/A/b?id=7",
        "http://media.example:80/a, https://media.example:443/a",
        "media.example/a/../b, https://media.example/b",
        "https://media.example/%7Esam, https://media.example/~sam",
        "https://media.example/%c3%a9, https://media.example/é",
        "https://m%C3%BCller.example/x, https://xn--mller-kva.example/x",
        "https://sam:pw@media.example/x, https://media.example/x?fbclid=1"
    })
    void readsSpellingsOfOnePageAsOne(String one, String other) {
        assertThat(linked(a(IdentifierKind.URL, one), a(IdentifierKind.PROFILE_URL, other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://media.example/A, https://media.example/a",
        "https://media.example/a?id=1, https://media.example/a?id=11",
        "https://media.example/, https://media.example/",
        "https://a.media.example/x, https://media.example/x",
        "https://media.example:8443/x, https://media.example/x",
        "https://media.example/a%2Fb, https://media.example/a/b"
    })
    void keepsDifferentPagesAndBareSitesApart(String one, String other) {
        assertThat(linked(a(IdentifierKind.URL, one), a(IdentifierKind.URL, other)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = IdentifierKind.class,
            names = {"DISPLAY_NAME", "PERSON_NAME", "POSTAL_ADDRESS", "VEHICLE", "SCHOOL", "PRIOR_REPORT"})
    void neverComparesNamesAndPlaces(IdentifierKind kind) {
        assertThat(read(a(kind, "Sam Sample")).keys()).isEmpty();
        assertThat(Normaliser.compares(kind)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void givesPlaceholdersOfEveryKindNoKey(IdentifierKind kind) {
        for (String value : List.of("unknown", "UNKNOWN", " N/A ", "", "---", "Null")) {
            assertThat(read(a(kind, value).port(40021).at(NOON)).keys())
                    .as(value)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void givesAValueThatWasNotKeptWholeNoKey(IdentifierKind kind) {
        var cut = read(a(kind, "https://cdn.example/get?file=[not kept: encoded media, 62 characters]")
                .port(40021)
                .at(NOON));

        assertThat(cut.keys()).isEmpty();
        assertThat(cut.notes()).containsExactly(Normalised.CUT);
    }

    @Test
    void givesAValueWhoseQualifierWasNotKeptWholeNoKey() {
        assertThat(read(a(IdentifierKind.PROVIDER_USER_ID, "u-17").with("[not kept: data address, 30 characters]"))
                        .keys())
                .isEmpty();
    }

    @Test
    void printsNoValue() {
        var normalised = read(email("sam@town.example"));

        assertThat(normalised.toString() + normalised.keys())
                .doesNotContain("sam")
                .doesNotContain("town");
    }

    @Test
    void groupsLinkNobody() {
        assertThat(strong(read(a(IdentifierKind.GROUP, "g-1").with("Example Chat"))))
                .isEmpty();
    }
}
