// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.harborline.journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// An owner of the database who changes the journal, recomputes leaves and chain, and is found out.
class ProofTests extends StoppedJournal {

    /// What an attacker without the keys can do: give every entry the leaf and chain that its text now has. Marks stay
    /// as they were.
    private void recompute() throws SQLException, IOException {
        // a key of the attacker's own; only leaf and chain are taken from it
        var chain = new Chain(json, keyset.journalMac());
        String before = Chain.START;
        try (var connection = owner()) {
            var rows = new ArrayList<Entry>();
            var salts = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT * FROM journal.entry ORDER BY position")) {
                while (found.next()) {
                    rows.add(EntryTable.entry(found, 0));
                    salts.add(found.getString("salt"));
                }
            }
            try (var update =
                    connection.prepareStatement("UPDATE journal.entry SET leaf = ?, chain = ? WHERE position = ?")) {
                for (int i = 0; i < rows.size(); i++) {
                    Entry row = rows.get(i);
                    Chain.Link link = chain.link(before, row, null, salts.get(i));
                    before = link.chain();
                    update.setString(1, link.leaf());
                    update.setString(2, link.chain());
                    update.setLong(3, row.position());
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }

    @Test
    void namesAChangedEntry() throws SQLException, IOException {
        asOwner("UPDATE journal.entry SET body = '{\"step\":99}' WHERE position = 7");
        recompute();
        assertThat(check().wrongAt()).hasValue(7L);
    }

    @Test
    void namesAChangedTime() throws SQLException, IOException {
        asOwner("UPDATE journal.entry SET recorded_at = recorded_at + interval '1 microsecond' WHERE position = 1");
        recompute();
        assertThat(check().wrongAt()).hasValue(1L);
    }

    @Test
    void namesADeletedEntry() throws SQLException, IOException {
        asOwner("DELETE FROM journal.entry WHERE position = 9");
        recompute();
        assertThat(check().wrongAt()).hasValue(9L);
    }

    @Test
    void namesADeletedEntryEvenWhenLaterOnesMoveUp() throws SQLException, IOException {
        asOwner(
                "DELETE FROM journal.entry WHERE position = 9",
                "UPDATE journal.entry SET position = -position WHERE position > 9",
                "UPDATE journal.entry SET position = -position - 1 WHERE position < 0");
        recompute();
        assertThat(check().wrongAt()).hasValue(9L);
    }

    @Test
    void namesTheFirstOfTwoSwappedEntries() throws SQLException, IOException {
        asOwner(
                "UPDATE journal.entry SET position = -4 WHERE position = 4",
                "UPDATE journal.entry SET position = 4 WHERE position = 12",
                "UPDATE journal.entry SET position = 12 WHERE position = -4");
        recompute();
        assertThat(check().wrongAt()).hasValue(4L);
    }

    @Test
    void namesWhereTheJournalWasCutOffThoughHeadsAndRootsWereCutToo() throws SQLException, IOException {
        asOwner(
                "DELETE FROM journal.entry WHERE position > 15",
                "DELETE FROM journal.head WHERE position > 15",
                "DELETE FROM journal.root WHERE size > 15");
        recompute();
        Proof.Verdict verdict = check();
        assertThat(verdict.wrongAt()).hasValue(16L);
        assertThat(verdict.sentence()).contains("missing");
    }

    @Test
    void namesTheStartOfATruncatedJournal() throws SQLException, IOException {
        asOwner("TRUNCATE journal.entry, journal.head, journal.root");
        assertThat(check().wrongAt()).hasValue(1L);
    }

    @Test
    void namesAChangedSubtree() throws SQLException, IOException {
        asOwner("UPDATE journal.subtree SET hash = '" + Chain.START + "' WHERE height = 8 AND last = 256");
        assertThat(check().wrongAt()).hasValue(256L);
        assertThat(check().sentence()).contains("subtree");
    }

    @Test
    void namesASubtreeMissingBeforeAStoredOne() throws SQLException, IOException {
        asOwner("DELETE FROM journal.subtree WHERE height = 8 AND last = 256");
        assertThat(check().wrongAt()).hasValue(512L);
    }

    @Test
    void namesASubtreeOfEntriesThatAreNotThere() throws SQLException, IOException {
        asOwner("INSERT INTO journal.subtree (height, last, hash) VALUES (8, 1048576, '" + Chain.START + "')");
        assertThat(check().wrongAt()).hasValue(last + 1);
    }

    @Test
    void namesAnEntryAddedAtTheEnd() throws SQLException, IOException {
        asOwner("""
                INSERT INTO journal.entry (position, fact_type, fact_version, subject_kind, subject_id, actor, recorded_at, body, salt, leaf, chain, mark)
                SELECT position + 1, fact_type, fact_version, subject_kind, subject_id, actor, recorded_at, body, salt, leaf, chain, mark
                  FROM journal.entry ORDER BY position DESC LIMIT 1
                """);
        recompute();
        assertThat(check().wrongAt()).hasValue(last + 1);
    }

    @Test
    void refusesAHeadSignedBySomebodyElse() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(data.heads().resolve("journal-heads")));
        String[] parts = lines.getFirst().split(" ", -1);
        lines.set(0, parts[0] + " " + Chain.encode(new byte[32]) + " " + parts[2] + " " + parts[3]);
        Path forged = data.path().resolveSibling("forged-heads");
        Files.write(forged, lines);
        assertThat(proof.check(HeadsFile.at(forged)).wrongAt()).hasValue(Long.parseLong(parts[0]));
    }

    @Test
    void leavesOutALineCutShortByACrash() throws IOException {
        Path cut = data.path().resolveSibling("cut-heads");
        Files.writeString(cut, Files.readString(data.heads().resolve("journal-heads")) + "21 abc");
        assertThat(proof.check(HeadsFile.at(cut)).holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject_id = 'a/b'",
                "subject_kind = 'X'",
                "recorded_at = 'infinity'",
                "mark = 'no base64'",
            })
    void namesAnEntryThatWasMadeUnreadable(String change) throws SQLException, IOException {
        asOwner("UPDATE journal.entry SET " + change + " WHERE position = 7");
        Proof.Verdict verdict = check();
        assertThat(verdict.sentence()).isEqualTo("Position 7 was changed.");
        assertThat(verdict.wrongAt()).hasValue(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no head", "1 a b yesterday"})
    void saysThatTheHeadsFileCannotBeRead(String line) throws IOException {
        Path unreadable = data.path().resolveSibling("unreadable-heads");
        Files.writeString(
                unreadable, line + "\n" + Files.readString(data.heads().resolve("journal-heads")));
        assertThat(proof.check(HeadsFile.at(unreadable)).sentence()).contains(unreadable + " cannot be read");
    }

    @Test
    void doesNotPassWithoutTheHeadsOutsideTheDatabase() throws IOException {
        Path none = data.path().resolveSibling("no-heads");
        assertThat(proof.check(HeadsFile.at(none)).sentence()).contains("has no heads");
        Files.writeString(none, "");
        Proof.Verdict verdict = proof.check(HeadsFile.at(none));
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.sentence()).contains("has no heads");
    }

    @Test
    void namesWhereTheJournalWasCutOffWhenOnlyARootRemembers() throws SQLException, IOException {
        List<Head> heads;
        var file = new HeadsFile(data.heads());
        try (var all = file.read(file.whole())) {
            heads = all.toList();
        }
        long cut = heads.get(heads.size() - 2).position();
        asOwner(
                "DELETE FROM journal.entry WHERE position > " + cut,
                "DELETE FROM journal.head WHERE position > " + cut);
        Path shortened = data.path().resolveSibling("shortened-heads");
        Files.write(
                shortened,
                heads.stream()
                        .filter(head -> head.position() <= cut)
                        .map(Head::line)
                        .toList());
        Proof.Verdict verdict = proof.check(HeadsFile.at(shortened));
        assertThat(verdict.wrongAt()).hasValue(cut + 1);
        assertThat(verdict.sentence()).contains("missing");
    }

    @Autowired
    DataSource source;

    @Autowired
    Clock clock;

    /// Notes each statement, so that it can be seen that no single one returns all heads.
    private DataSource noting(List<String> statements) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        ProofTests.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.add(String.valueOf(arguments[0]));
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
            }
        };
    }

    @Test
    void aLostHeadsFileIsWrittenAgainAPageAtATime() throws SQLException, IOException {
        asOwner("""
                INSERT INTO journal.head (position, chain, signature, signed_at)
                SELECT 1000000 + number, 'x', 'y', now() FROM generate_series(1, 25000) AS number
                """);
        var statements = new ArrayList<String>();
        Path lost = data.path().resolveSibling("lost-heads");
        try (var session = SequencerSession.open(
                noting(statements), clock, keyset, new Chain(json, keyset.journalMac()), HeadsFile.at(lost))) {
            session.completeHeadsFile();
        }
        assertThat(Files.readAllLines(lost))
                .hasSizeGreaterThan(25_000)
                .isSortedAccordingTo(
                        Comparator.comparingLong(line -> Head.parse(line).position()))
                .doesNotHaveDuplicates();
        assertThat(statements)
                .filteredOn(statement -> statement.contains("FROM journal.head"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void theServingRoleCannotTouchTheRecord() throws SQLException, IOException {
        var passwords = new java.util.Properties();
        try (var in = Files.newBufferedReader(data.keys().resolve("database.properties"))) {
            passwords.load(in);
        }
        String role = url.substring(url.lastIndexOf('/') + 1) + "_app";
        try (var connection = DriverManager.getConnection(url, role, passwords.getProperty(role));
                var statement = connection.createStatement()) {
            for (String attempt : List.of(
                    "UPDATE journal.entry SET actor = 'x'",
                    "DELETE FROM journal.entry",
                    "TRUNCATE journal.entry",
                    "UPDATE journal.head SET chain = 'x'",
                    "DELETE FROM journal.root",
                    "DROP TABLE journal.entry")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(attempt)
                        .isThrownBy(() -> statement.execute(attempt))
                        .withMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
            }
        }
    }
}
