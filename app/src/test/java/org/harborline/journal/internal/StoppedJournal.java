// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Keyset;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/// A journal of some hundred steps whose sequencer is stopped, and its owner, who changes it. Afterwards it is as it
/// was.
@SpringBootTest(
        // a context of its own: its sequencer is stopped
        properties = "harborline.test.context=proof")
abstract class StoppedJournal {

    @FactType("test.step-taken")
    record StepTaken(long step) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("walk", 1);
        }
    }

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    Proof proof;

    @Autowired
    SignRoots roots;

    @Autowired
    DataDirectory data;

    @Autowired
    JsonMapper json;

    @Autowired
    Keyset keyset;

    @Autowired
    Sequencer sequencer;

    @Value("${harborline.database.url}")
    String url;

    long last;

    @BeforeEach
    void twentySteps() throws SQLException, IOException {
        if (sequencer.isRunning()) {
            for (int step = 1; step <= 20; step++) {
                int number = step;
                transactions.run(() -> journal.record(Actor.system("proof-tests"), new StepTaken(number)));
            }
            // enough for two stored subtrees
            transactions.run(() -> journal.recordAll(
                    Actor.system("proof-tests"),
                    LongStream.rangeClosed(21, 600).mapToObj(StepTaken::new).toList()));
            Eventually.holds(() -> assertThat(
                            journal.backlog(Actor.system("proof-tests")).unordered())
                    .isZero());
            sequencer.stop();
            roots.sign();
            for (String table : List.of("entry", "head", "root", "subtree")) {
                // a context that waited for another class was started again, and its sequencer with it
                asOwner(
                        "DROP TABLE IF EXISTS journal.%1$s_as_it_was".formatted(table),
                        "CREATE TABLE journal.%1$s_as_it_was AS TABLE journal.%1$s".formatted(table));
            }
        }
        last = journal.position();
        assertThat(check().sentence()).startsWith("The journal holds: " + last + " entries");
    }

    @AfterEach
    void asItWas() throws SQLException, IOException {
        for (String table : List.of("entry", "head", "root", "subtree")) {
            asOwner(
                    "TRUNCATE journal.%1$s".formatted(table),
                    "INSERT INTO journal.%1$s SELECT * FROM journal.%1$s_as_it_was".formatted(table));
        }
    }

    Proof.Verdict check() {
        return proof.check(new HeadsFile(data.heads()));
    }

    Connection owner() throws SQLException, IOException {
        var passwords = new java.util.Properties();
        try (var in = Files.newBufferedReader(data.keys().resolve("database.properties"))) {
            passwords.load(in);
        }
        String role = url.substring(url.lastIndexOf('/') + 1) + "_owner";
        return DriverManager.getConnection(url, role, passwords.getProperty(role));
    }

    void asOwner(String... statements) throws SQLException, IOException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            for (String change : statements) {
                statement.execute(change);
            }
        }
    }
}
