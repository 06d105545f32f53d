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

    private final KnownLists lists = KnownLists.of(List.of(
            network(VPN, "8.8.0.0/16", "2026-03-01", null),
            network(TOR, "8.8.4.0/24", "2026-03-02", "2026-03-02"),
            network(VPN, "2600:1::/32", "2026-03-01", null),
            new KnownLists.Stored(VOID, null, IdentifierKind.EMAIL, "desk@town.example", NOON_DAY, null)));

    private final Normaliser normaliser = new Normaliser(Mode.PRODUCTION, () -> lists);
    private final Origin chat = new Origin(CHAT, "Example Chat");

    private static KnownLists.Stored network(Listing listing, String network, String from, String to) {
        return new KnownLists.Stored(
                listing, network, null, null, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private Optional<Listing> listing(Stated stated) {
        return normaliser.listing(stated.build());
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
    @CsvSource(
            delimiter = '|',
            value = {
                "VPN,203.0.113.0/33,,,2026-01-01, | , line 4 cannot be taken: network is like ",
                "VPN,host,,,2026-01-01, | , line 4 cannot be taken: network is like ",
                "VPN,203.0.113.1-7,,,2026-01-01, | , line 4 cannot be taken: network is like ",
                "VPN,,,,2026-01-01, | , line 4 cannot be taken: network is like ",
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
