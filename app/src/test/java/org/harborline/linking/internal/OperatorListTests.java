// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.IdentifierSheet;
import org.harborline.linking.ListedKind;
import org.harborline.linking.Listing;
import org.harborline.linking.Strength;
import org.harborline.platform.StartRefused;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Lists that an operator loads, on a real database.
@TestPropertySource(properties = "harborline.test.context=operator-lists")
class OperatorListTests extends LinkingCase {

    private static final Origin ANYWHERE = new Origin(CHAT, null);

    @TempDir
    private Path directory;

    @Autowired
    private LoadListsCommand command;

    @Autowired
    private Lists lists;

    /// Loads one list alone.
    ///
    /// @return what the command says
    private String load(String name, String dated, String... rows) throws IOException {
        write(name, dated, rows);
        String said = run();
        Files.delete(directory.resolve(name + ".csv"));
        return said;
    }

    private void write(String name, String dated, String... rows) throws IOException {
        Files.writeString(
                directory.resolve(name + ".csv"),
                "# " + name + "\n# version: " + dated + "\nkind,network,identifier,value,valid_from,valid_to\n"
                        + String.join("\n", rows) + "\n");
    }

    private String run() {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(command.run(List.of(directory.toString()))).isZero();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /// Waits until the lists in force say so.
    private void inForce(Stated stated, boolean listed) {
        Eventually.holds(() -> assertThat(lists.inForce()
                        .ofAddress(
                                AddressRules.address(stated.build()).orElseThrow(),
                                KnownLists.day(stated.build(), ANYWHERE))
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
        // what the link rests on, and that it would be another today
        assertThat(links.identifiersOf(ANALYST, two).lines())
                .extracting(IdentifierSheet.Line::strength, IdentifierSheet.Line::changed)
                .containsExactly(tuple(Strength.STRONG, new IdentifierSheet.Line.Changed(Strength.CONTEXT)));
        assertThat(links.identifiersOf(ANALYST, three).lines())
                .extracting(IdentifierSheet.Line::strength, IdentifierSheet.Line::changed)
                .containsExactly(tuple(Strength.CONTEXT, null));

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
        assertThat(load("carriers", "2026-11-01", "CARRIER,203.0.113.90/31,,,2026-01-01,"))
                .contains("carriers of 2026-11-01", "older than the version of 2026-11-02")
                .doesNotContain("rebuild");
        assertThat(load("carriers", "2026-11-02", "CARRIER,203.0.113.210/31,,,2026-01-01,"))
                .contains("was loaded before")
                .doesNotContain("rebuild");

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
    void refusesAnotherContentUnderTheSameNameAndDateAndWritesNothing() throws IOException {
        load("changed", "2026-11-01", "VPN,203.0.113.231/32,,,2026-01-01,");
        write("changed", "2026-11-01", "VPN,203.0.113.232/32,,,2026-01-01,");
        write("another", "2026-11-01", "VPN,203.0.113.233/32,,,2026-01-01,");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> command.run(List.of(directory.toString())))
                .withMessageStartingWith("changed.csv: the list changed of 2026-11-01 was loaded before");
        assertThat(database.sql("SELECT count(*) FROM linking.list WHERE name = 'another'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAVersionOfTheFutureAndSaysWhichLinesWait() throws IOException {
        write("ahead", "2999-01-01", "VPN,203.0.113.234/32,,,2026-01-01,");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> command.run(List.of(directory.toString())))
                .withMessageStartingWith("ahead.csv, line 2: the version 2999-01-01 lies in the future");
        Files.delete(directory.resolve("ahead.csv"));

        assertThat(load("waits", "2026-11-01", "VPN,203.0.113.234/32,,,2999-02-01,"))
                .contains(
                        "waits of 2026-11-01", "is in force", "only from a later day on: 1, the last from 2999-02-01");
    }

    @Test
    void takesNoOtherKeyForTheCommonOneInARebuildAfterAListTookAKeyAway() throws IOException {
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            filed.add(reports.file(email("common.to.all@town.example")));
        }
        var crossing = reports.file(
                email("listed.later@town.example"),
                email("common.to.all@town.example"),
                email("of.one.person@town.example"));
        var other = reports.file(email("of.one.person@town.example"));
        settle();
        filed.addAll(List.of(crossing, other));
        assertThat(linkedTo(other)).containsExactly(crossing);
        var recorded = new Then();
        rebuild(filed, 6, recorded::first);

        load("void-later", "2026-11-01", "VOID,,EMAIL,listed.later@town.example,2026-01-01,");
        inForceNow("203.0.113.241");
        rebuild(filed, 6, batch -> follower.replay(batch, recorded));

        assertThat(linkedTo(other)).containsExactly(crossing);
        assertThat(linkedTo(filed.getFirst())).isEmpty();
    }

    @Test
    void knowsTheCommonKeyAgainThoughAListTookItsFirstPlaceAway() throws IOException {
        Stated line = address("203.0.113.251").port(40025).at(NOON.plusSeconds(2 * 86_400));
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            filed.add(reports.file(line));
        }
        filed.add(reports.file(address("203.0.113.251").port(40025).at(NOON), line));
        settle();
        assertThat(linkedTo(filed.getFirst())).isEmpty();
        var recorded = new Then();
        rebuild(filed, 5, recorded::first);

        load("one-day", "2026-11-01", "TOR,203.0.113.251/32,,,2026-03-02,2026-03-02");
        inForceNow("203.0.113.242");
        rebuild(filed, 5, batch -> follower.replay(batch, recorded));

        assertThat(stored(filed)).allSatisfy(reason -> assertThat(reason).containsEntry("resting", false));
        assertThat(linkedTo(filed.getFirst())).isEmpty();
    }

    /// Lists are read again within a second: another one that is known now tells that those before are.
    private void inForceNow(String marker) throws IOException {
        load("marker-" + marker.replace('.', '-'), "2026-11-01", "VPN," + marker + "/32,,,2026-01-01,");
        inForce(address(marker).port(40024).at(NOON), true);
    }

    @Test
    void countsALineOnItsDaysForWhatHasNoTimeOfItsOwn() throws IOException {
        load("january", "2026-11-01", "VOID,,EMAIL,Front.Desk9@town.example,2026-01-01,2026-01-31");
        inForceNow("203.0.113.243");
        Instant january = Instant.parse("2026-01-15T12:00:00Z");
        var then = reports.file(CHAT, january, List.of(), email("front.desk9@town.example"));
        var march = reports.file(CHAT, NOON, List.of(), email("front.desk9@town.example"));
        var again = reports.file(CHAT, NOON, List.of(), email("front.desk9@town.example"));
        settle();

        assertThat(linkedTo(then)).isEmpty();
        assertThat(linkedTo(again)).containsExactly(march);
        assertThat(links.identifiersOf(ANALYST, then).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.notes()).containsExactly(Normaliser.LISTED_VALUE));
    }

    /// What the follower tells when it takes entries up for the first time, as the journal keeps it.
    private final class Then implements Follower.Recorded {

        private final Map<Long, List<Fact>> told = new HashMap<>();

        Follower.Changes first(List<Follower.Followed> batch) {
            Follower.Changes changes = follower.prepare(batch);
            return _ -> changes.apply((cause, fact) -> told.computeIfAbsent(cause.position(), _ -> new ArrayList<>())
                    .add(fact));
        }

        @Override
        public <F extends Fact> List<F> of(Entry cause, Class<F> type) {
            return told.getOrDefault(cause.position(), List.of()).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    @Test
    void saysHowItIsUsedAndThatADirectoryIsEmpty() {
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of(directory.toString()))).isEqualTo(1);
    }
}
