// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.harborline.journal.InclusionAnswer;
import org.harborline.platform.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The inclusion of an entry, shown from stored subtrees.
class InclusionTests extends StoppedJournal {

    @Autowired
    Clock clock;

    @Test
    void showsTheInclusionOfAnEntryToWhoeverHasThePublicKey() {
        var answer = journal.inclusion(Actor.system("proof-tests"), new StepTaken(1).subject(), StepTaken.class);
        assertThat(answer).isInstanceOfSatisfying(InclusionAnswer.Shown.class, shown -> {
            assertThat(shown.inclusion().flaw(keyset.verifier())).isEmpty();
            assertThat(shown.inclusion().entry()).contains("test.step-taken");
            assertThat(shown.inclusion().size()).isEqualTo(last);
        });
    }

    @Test
    void anEntryThatNoRootCoversYetIsPromisedWithinTheHour() throws SQLException, IOException {
        asOwner("TRUNCATE journal.root");
        var answer = journal.inclusion(Actor.system("proof-tests"), new StepTaken(1).subject(), StepTaken.class);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        InclusionAnswer.Later.class,
                        later -> assertThat(later.from())
                                .isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(63))));
    }

    @Test
    void aJournalOlderThanItsSubtreesIsFilledFromItsStart() throws SQLException, IOException {
        asOwner("TRUNCATE journal.subtree");
        assertThat(journal.inclusion(Actor.system("proof-tests"), new StepTaken(1).subject(), StepTaken.class))
                .isInstanceOf(InclusionAnswer.Later.class);
        roots.sign();
        assertThat(journal.inclusion(Actor.system("proof-tests"), new StepTaken(1).subject(), StepTaken.class))
                .isInstanceOf(InclusionAnswer.Shown.class);
        assertThat(check().holds()).isTrue();
    }

    /// All of these entries say nearly the same: who has one could guess its neighbour, which stands in the path as a
    /// hash.
    @Test
    void noGuessAboutAnEntryCanBeTriedAgainstItsHash() throws SQLException, IOException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT salt), min(length(salt)) FROM journal.entry")) {
            rows.next();
            assertThat(rows.getInt(2)).isEqualTo(rows.getInt(1)).isPositive();
            assertThat(rows.getInt(3)).as("128 bits in base64").isEqualTo(24);
        }
        asOwner(
                "UPDATE journal.entry SET salt = (SELECT salt FROM journal.entry WHERE position = 1) WHERE position = 2");
        assertThat(check().wrongAt()).as("it is hashed").hasValue(2L);
    }

    @Test
    void givesNoProofThatDoesNotHold() throws SQLException, IOException {
        asOwner("UPDATE journal.subtree SET hash = '" + Chain.START + "'");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        journal.inclusion(Actor.system("proof-tests"), new StepTaken(1).subject(), StepTaken.class))
                .withMessageContaining("prove");
    }

    @Test
    void aProofReadsHundredsOfSubtreesOfSixtyMillionEntries() throws SQLException, IOException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DELETE FROM journal.subtree");
            statement.execute("""
                    INSERT INTO journal.subtree (height, last, hash)
                    SELECT height, number << height, '%s'
                      FROM unnest(ARRAY[8, 16, 24]) AS height, generate_series(1, 60000000 >> height) AS number
                    """.formatted(Chain.START));
            statement.execute("ANALYZE journal.subtree");
            String wanted = SubtreeTable.RANGES
                    .replace(":heights::smallint[]", "'{8,16,24}'::smallint[]")
                    .replace(":afters::bigint[]", "'{33554432,33554432,0}'::bigint[]")
                    .replace(":lasts::bigint[]", "'{33619968,50331648,33554432}'::bigint[]");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + wanted)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan).contains("subtree_pk").doesNotContain("Seq Scan").doesNotContain("Removed by Filter");
            try (var rows = statement.executeQuery("SELECT count(*) FROM (" + wanted + ")")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(256 + 256 + 2);
            }
            connection.rollback();
        }
    }
}
