// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What people said of pairs of reports, in force and taken back.
@Component
class WordTable {

    private final Sql sql;

    WordTable(Sql sql) {
        this.sql = sql;
    }

    /// What somebody says.
    enum Word {
        /// The two belong together.
        CONFIRMED,
        /// The two that were suggested are not of one person.
        REJECTED
    }

    /// Stores a word.
    ///
    /// @return false when it was said before
    boolean say(Word word, UUID id, ReportPair pair, String by, Instant at) {
        return sql.of("""
                INSERT INTO linking.word (word_id, newer, older, says, said_by, said_at)
                VALUES (:id, :newer, :older, :says, :by, :at)
                    ON CONFLICT (newer, older, says) WHERE undone_at IS NULL DO NOTHING
                """)
                        .param("id", id)
                        .param("newer", pair.newer().value())
                        .param("older", pair.older().value())
                        .param("says", word.name())
                        .param("by", by)
                        .param("at", Rows.time(at))
                        .update()
                == 1;
    }

    /// Takes a word back.
    ///
    /// @return its pair; empty when it was taken back before, or is not known
    Optional<ReportPair> undo(Word word, UUID id, String by, Instant at) {
        return sql.of("""
                UPDATE linking.word
                   SET undone_by = :by, undone_at = :at
                 WHERE word_id = :id
                   AND says = :says
                   AND undone_at IS NULL
                RETURNING newer, older
                """)
                .param("id", id)
                .param("says", word.name())
                .param("by", by)
                .param("at", Rows.time(at))
                .query((row, _) -> Rows.pair(row))
                .optional();
    }

    Optional<Held> find(Word word, ReportPair pair) {
        return sql.of("""
                SELECT word_id, said_by, said_at
                  FROM linking.word
                 WHERE newer = :newer
                   AND older = :older
                   AND says = :says
                   AND undone_at IS NULL
                """)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .param("says", word.name())
                .query((row, _) -> new Held(
                        row.getObject("word_id", UUID.class), row.getString("said_by"), Rows.instant(row, "said_at")))
                .optional();
    }

    /// Whether it was ever said.
    boolean exists(Word word, UUID id) {
        return sql.of("SELECT EXISTS (SELECT FROM linking.word WHERE word_id = :id AND says = :says)")
                .param("id", id)
                .param("says", word.name())
                .query(Boolean.class)
                .single();
    }
}
