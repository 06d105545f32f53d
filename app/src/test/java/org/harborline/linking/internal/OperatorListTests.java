// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.harborline.linking.IdentifierSheet;
import org.harborline.linking.ListedKind;
import org.harborline.linking.Listing;
import org.harborline.linking.Strength;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Lists that an operator loads, on a real database.
@TestPropertySource(properties = "harborline.test.context=operator-lists")
class OperatorListTests extends LinkingCase {

    @TempDir
    private Path directory;

    @Autowired
    private LoadListsCommand command;

    @Autowired
    private Lists lists;

    private void load(String name, String dated, String... rows) throws IOException {
        Files.writeString(
                directory.resolve(name + ".csv"),
                "# " + name + "\n# version: " + dated + "\nkind,network,identifier,value,valid_from,valid_to\n"
                        + String.join("\n", rows) + "\n");
        assertThat(command.run(List.of(directory.toString()))).isZero();
    }

    /// Waits until the lists in force say so.
    private void inForce(Stated stated, boolean listed) {
        Eventually.holds(() -> assertThat(lists.inForce()
                        .ofAddress(AddressRules.address(stated.build()).orElseThrow(), stated.build())
                        .isPresent())
                .isEqualTo(listed));
    }

    @Test
    void takesAnAddressOfAListedNetworkForContextAndSaysWhichListSaysSo() throws IOException {
        Stated exit = address("198.51.100.77").port(40021).at(NOON);
        load("exits", "2026-11-01", "TOR,198.51.100.64/27,,,2026-03-01,2026-03-31");
        inForce(exit, true);

        reports.file(exit);
        var listed = reports.file(exit);
        Stated later = address("198.51.100.77").port(40021).at(NOON.plusSeconds(60L * 86_400));
        var before = reports.file(later);
        var after = reports.file(later);
        settle();

        assertThat(linksOf(listed)).isEmpty();
        assertThat(linkedTo(after)).containsExactly(before);
        assertThat(links.identifiersOf(ANALYST, listed).lines()).singleElement().satisfies(line -> {
            assertThat(line.strength()).isEqualTo(Strength.CONTEXT);
            assertThat(line.notes()).containsExactly(Normaliser.LISTED_NETWORK);
            assertThat(line.listing()).isEqualTo(new Listing(ListedKind.TOR, "exits", LocalDate.of(2026, 11, 1)));
        });
        assertThat(links.identifiersOf(ANALYST, after).lines())
                .extracting(IdentifierSheet.Line::listing)
                .containsOnlyNulls();
    }

    @Test
    void countsForWhatIsFiledFromThenOnAndForEverythingAfterARebuild() throws IOException {
        Stated line = address("203.0.113.201").port(40022).at(NOON);
        var one = reports.file(line);
        var two = reports.file(line);
        settle();
        assertThat(linkedTo(two)).containsExactly(one);

        load("hosts", "2026-11-01", "HOSTING,203.0.113.200/31,,,2026-01-01,");
        inForce(line, true);
        var three = reports.file(line);
        settle();
        assertThat(linksOf(three)).isEmpty();
        assertThat(linkedTo(two)).containsExactly(one);

        rebuild(List.of(one, two, three), 3);
        assertThat(stored(List.of(one, two, three))).isEmpty();

        load("hosts", "2026-11-02", "HOSTING,203.0.113.100/31,,,2026-01-01,");
        inForce(line, false);
        rebuild(List.of(one, two, three), 3);
        assertThat(stored(List.of(one, two, three))).hasSize(3);
    }

    @Test
    void keepsTheNewestVersionInForceInWhateverOrderTheyAreLoaded() throws IOException {
        Stated line = address("203.0.113.211").port(40023).at(NOON);
        load("carriers", "2026-11-02", "CARRIER,203.0.113.210/31,,,2026-01-01,");
        inForce(line, true);
        load("carriers", "2026-11-01", "CARRIER,203.0.113.90/31,,,2026-01-01,");
        load("carriers", "2026-11-02", "CARRIER,203.0.113.90/31,,,2026-01-01,");

        assertThat(lists.inForce()).isNotSameAs(KnownLists.NONE);
        inForce(line, true);
        assertThat(database.sql("SELECT dated::text FROM linking.list WHERE name = 'carriers' ORDER BY dated")
                        .query(String.class)
                        .list())
                .containsExactly("2026-11-01", "2026-11-02");
    }

    @Test
    void linksNobodyByAValueThatTheOperatorListsAsVoid() throws IOException {
        load("void", "2026-11-01", "VOID,,EMAIL,frontdesk7@town.example,2026-01-01,");
        Stated marker = address("203.0.113.221").port(40024).at(NOON);
        load("marker", "2026-11-01", "VPN,203.0.113.221/32,,,2026-01-01,");
        inForce(marker, true);

        reports.file(email("FrontDesk7@town.example"));
        var second = reports.file(email("frontdesk7@town.example"));
        settle();

        assertThat(linksOf(second)).isEmpty();
        assertThat(links.identifiersOf(ANALYST, second).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.notes()).containsExactly(Normaliser.LISTED_VALUE));
    }

    @Test
    void saysHowItIsUsedAndThatADirectoryIsEmpty() {
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of(directory.toString()))).isEqualTo(1);
    }
}
