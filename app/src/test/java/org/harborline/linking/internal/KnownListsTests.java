// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.ListedKind;
import org.harborline.linking.Listing;
import org.harborline.linking.Strength;
import org.harborline.platform.Mode;
import org.harborline.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownListsTests {

    private static final LocalDate NOON_DAY = LocalDate.of(2026, 3, 2);
    private static final Listing VPN = new Listing(ListedKind.VPN, "vpn", LocalDate.of(2026, 3, 1));
    private static final Listing TOR = new Listing(ListedKind.TOR, "tor", LocalDate.of(2026, 3, 2));
    private static final Listing VOID = new Listing(ListedKind.VOID, "void", LocalDate.of(2026, 3, 2));

    @TempDir
    private Path directory;

    private final KnownLists lists = KnownLists.of(
            List.of(
                    network(VPN, "8.8.0.0/16", "2026-03-01", null),
                    network(TOR, "8.8.4.0/24", "2026-03-02", "2026-03-02"),
                    network(VPN, "2600:1::/32", "2026-03-01", null),
                    new KnownLists.Stored(VOID, null, IdentifierKind.EMAIL, "desk@town.example", NOON_DAY, null)),
            new IdentifierRules(Mode.PRODUCTION));

    private final Normaliser normaliser = new Normaliser(Mode.PRODUCTION, () -> lists);
    private final Origin chat = new Origin(CHAT, "Example Chat");

    private static KnownLists.Stored network(Listing listing, String network, String from, String to) {
        return new KnownLists.Stored(
                listing, network, null, null, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private Optional<Listing> listing(Stated stated) {
        return normaliser.listing(stated.build(), chat);
    }

    @Test
    void findsTheNarrowestNetworkThatHeldOnTheDayOfTheSighting() {
        assertThat(listing(address("8.8.4.4").at(NOON))).contains(TOR);
        assertThat(listing(address("8.8.4.4").at(NOON.plusSeconds(86_400)))).contains(VPN);
        assertThat(listing(address("8.8.9.9").at(NOON))).contains(VPN);
        assertThat(listing(address("8.8.9.9").at(NOON.minusSeconds(3 * 86_400))))
                .isEmpty();
        assertThat(listing(address("8.9.0.0").at(NOON))).isEmpty();
        assertThat(listing(address("::ffff:8.8.9.9").at(NOON))).contains(VPN);
        assertThat(listing(address("2600:1::7").at(NOON))).contains(VPN);
        assertThat(listing(address("2600:2::7").at(NOON))).isEmpty();
    }

    @Test
    void takesAnAddressWithoutATimeForListedWheneverItWas() {
        assertThat(listing(address("8.8.4.4"))).contains(TOR);
    }

    @Test
    void makesAListedAddressContextWhateverElseIsStated() {
        Normalised seen =
                normaliser.normalise(address("8.8.9.9").port(40021).at(NOON).build(), chat);

        assertThat(seen.keys()).isNotEmpty().allMatch(key -> key.strength() == Strength.CONTEXT);
        assertThat(seen.notes()).containsExactly(Normaliser.LISTED_NETWORK);
    }

    @Test
    void givesAListedValueNoKey() {
        Normalised desk = normaliser.normalise(email("Desk@town.example").build(), chat);

        assertThat(desk.keys()).isEmpty();
        assertThat(desk.notes()).containsExactly(Normaliser.LISTED_VALUE);
        assertThat(normaliser
                        .normalise(email("desk2@town.example").build(), chat)
                        .keys())
                .isNotEmpty();
        assertThat(listing(a(IdentifierKind.SCREEN_NAME, "desk@town.example"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL,          Front.Desk+1@gmail.com,      EMAIL,          frontdesk@GoogleMail.com, ,     true",
        "EMAIL,          desk@müller.example,         EMAIL,          desk@xn--mller-kva.example, ,  true",
        "EMAIL,          front.desk@post.example,     EMAIL,          frontdesk@post.example, ,       false",
        "EMAIL,          desk@bank.example,           PAYMENT_HANDLE, Desk@bank.example, ,            true",
        "PHONE,          +49 1512 3456789,            PHONE,          01512/3456789, +49,             true",
        "PHONE,          +49 30 901820,               PHONE,          +49 30 901820 ext. 17, ,        false",
        "URL,            HTTP://Town.example:80/pay,  PROFILE_URL,    https://town.example/pay?utm_source=x, , true",
        "URL,            https://town.example/,       URL,            https://town.example/pay, ,     false",
        "PAYMENT_HANDLE, DE89 3704 0044 0532 0130 00, PAYMENT_HANDLE, de89370400440532013000, ,       true",
        "PAYMENT_HANDLE, @Help-Desk,                  PAYMENT_HANDLE, help-desk, Example Pay,         true",
        "SCREEN_NAME,    @Help_Desk,                  SCREEN_NAME,    help_desk, Example Chat,        true",
        "SCREEN_NAME,    help_desk,                   SCREEN_NAME,    helpdesk, Example Chat,         false",
        "DEVICE_ID,      49-015420-323751-8,          DEVICE_ID,      490154203237518, IMEI,          true",
        "IP_ADDRESS,     2600:5:0:0::7,               IP_ADDRESS,     2600:5::7, ,                    true",
        "IP_ADDRESS,     2600:5:0:0::7,               IP_ADDRESS,     2600:5::8, ,                    false"
    })
    void coversEverySpellingOfAListedValueAndNoOther(
            IdentifierKind kind, String listed, IdentifierKind statedAs, String value, String with, boolean covered) {
        KnownLists known = KnownLists.of(
                List.of(new KnownLists.Stored(VOID, null, kind, listed, NOON_DAY, null)),
                new IdentifierRules(Mode.PRODUCTION));
        Normalised read = new Normaliser(Mode.PRODUCTION, () -> known)
                .normalise(a(statedAs, value).with(with).build(), chat);

        assertThat(read.notes().contains(Normaliser.LISTED_VALUE)).isEqualTo(covered);
        assertThat(read.keys().isEmpty()).isEqualTo(covered);
    }

    @Test
    void judgesWhatHasNoTimeOfItsOwnByTheDayOfTheIncident() {
        assertThat(normaliser.listing(email("desk@town.example").build(), chat.at(NOON)))
                .contains(VOID);
        assertThat(normaliser.listing(email("desk@town.example").build(), chat.at(NOON.minusSeconds(86_400))))
                .isEmpty();
        assertThat(normaliser.listing(address("8.8.4.4").build(), chat.at(NOON.plusSeconds(86_400))))
                .contains(VPN);
        assertThat(normaliser.listing(address("8.8.4.4").at(NOON).build(), chat.at(NOON.plusSeconds(86_400))))
                .contains(TOR);
    }

    @ParameterizedTest
    @CsvSource({
        "10/8, 'four decimal numbers'",
        "010.1.1.0/24, 'without leading zeros'",
        "0x0a.1.1.0/24, 'four decimal numbers'",
        "203.0.113/24, 'four decimal numbers'",
        "203.0.113.0/255.255.255.0, 'write it like 203.0.113.0/24'",
        "203.0.113.7/24, 'write 203.0.113.0/24'",
        "0.0.0.0/0, 'the widest are /8'",
        "::/0, 'the widest are /8'",
        "8.0.0.0/7, 'the widest are /8'",
        "::ffff:203.0.113.0/120, 'write them as such'",
        "::ffff:cb00:7100/120, 'write them as such'",
        "64:ff9b::203.0.113.0/120, 'write them as such'",
        "fe80::1%eth0, 'write it like 203.0.113.0/24'",
        "*, 'write it like 203.0.113.0/24'"
    })
    void refusesANetworkThatSomeWouldReadAsAnother(String network, String how) throws IOException {
        Path file = directory.resolve("wrong.csv");
        Files.writeString(
                file,
                "# wrong\n# version: 2026-11-01\nkind,network,identifier,value,valid_from,valid_to\nVPN," + network
                        + ",,,2026-01-01,\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ListFile.read(file))
                .withMessageStartingWith("wrong.csv, line 4 cannot be taken: column network: ")
                .withMessageContaining(how);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0/24",
        "203.0.113.7, 203.0.113.7/32",
        "203.0.113.7/32, 203.0.113.7/32",
        "2001:DB8:0::/32, 2001:db8::/32",
        "2001:db8::7, 2001:db8::7/128"
    })
    void readsANetworkAndOneAddress(String network, String block) {
        assertThat(ListedNetwork.read(network).toCanonicalString()).isEqualTo(block);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPN,203.0.113.0/33,,,2026-01-01, | , line 4 cannot be taken: column network: write it like ",
                "VPN,host,,,2026-01-01, | , line 4 cannot be taken: column network: write it like ",
                "VPN,203.0.113.1-7,,,2026-01-01, | , line 4 cannot be taken: column network: write it like ",
                "VPN,,,,2026-01-01, | , line 4 cannot be taken: column network: write it like ",
                "VPN,203.0.113.0/24,EMAIL,a@b.example,2026-01-01, | , line 4 cannot be taken: VPN has a network only",
                "VOID,203.0.113.0/24,,,2026-01-01, | , line 4 cannot be taken: VOID has an identifier and a value",
                "VOID,,EMAIL,,2026-01-01, | , line 4 cannot be taken: VOID has an identifier and a value",
                "VPN,203.0.113.0/24,,,, | , line 4 cannot be taken: valid_from is missing",
                "VPN,203.0.113.0/24,,,2026-01-02,2026-01-01 | , line 4 cannot be taken: valid_to is not before",
                "VPN,203.0.113.0/24,,,2 May, | , line 4, column valid_from cannot be taken",
                "WIFI,203.0.113.0/24,,,2026-01-01, | , line 4, column kind cannot be taken"
            })
    void saysWhereAListIsWrong(String row, String sentence) throws IOException {
        Path file = directory.resolve("wrong.csv");
        Files.writeString(
                file,
                "# wrong\n# version: 2026-11-01\nkind,network,identifier,value,valid_from,valid_to\n" + row + "\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ListFile.read(file))
                .withMessageStartingWith("wrong.csv" + sentence);
    }

    @Test
    void wantsAListToSayItsNameAndDate() throws IOException {
        Path file = directory.resolve("bare.csv");
        Files.writeString(file, "kind,network,identifier,value,valid_from,valid_to\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ListFile.read(file))
                .withMessageStartingWith("bare.csv must begin with");
    }
}
