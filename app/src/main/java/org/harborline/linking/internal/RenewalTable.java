// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far keys are that are made anew.
@Component
class RenewalTable {

    private final Sql sql;

    RenewalTable(Sql sql) {
        this.sql = sql;
    }

    /// The one that stands, for the current transaction; without one the keys are those of the given rules.
    Row lock(String rules, Instant now) {
        sql.of("""
                INSERT INTO linking.renewal (rules, started_at, pass, first, last, issued_to, done_to, finished_at)
                VALUES (:rules, :now, 2, 1, 1, 1, 1, :now)
                    ON CONFLICT ON CONSTRAINT renewal_one DO NOTHING
                """).param("rules", rules).param("now", Rows.time(now)).update();
        return sql.of("""
                SELECT rules, started_at, pass, first, last, issued_to, done_to, finished_at
                  FROM linking.renewal
                   FOR UPDATE
                """).query((row, _) -> row(row)).single();
    }

    Optional<Row> find() {
        return sql.of("""
                SELECT rules, started_at, pass, first, last, issued_to, done_to, finished_at
                  FROM linking.renewal
                """).query((row, _) -> row(row)).optional();
    }

    /// Whether a part is still to be taken up.
    boolean isUnderway() {
        return find().filter(row ->
                        row.finishedAt() == null && (row.pass() != Renewing.LETTING_GO || row.doneTo() < row.last()))
                .isPresent();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("rules"),
                Rows.instant(row, "started_at"),
                row.getInt("pass"),
                row.getLong("first"),
                row.getLong("last"),
                row.getLong("issued_to"),
                row.getLong("done_to"),
                Rows.instantOrNull(row, "finished_at"));
    }

    /// The least and the greatest number of a report that has a key.
    long[] ends() {
        return sql.of("""
                SELECT coalesce(min(report_number), 1) AS first, coalesce(max(report_number), 1) AS last
                  FROM linking.sighting
                """)
                .query((row, _) -> new long[] {row.getLong("first"), row.getLong("last")})
                .single();
    }

    void put(Row row) {
        sql.of("""
                UPDATE linking.renewal
                   SET rules = :rules, started_at = :started, pass = :pass, first = :first, last = :last,
                       issued_to = :issued, done_to = :done, finished_at = :finished
                """)
                .param("rules", row.rules())
                .param("started", Rows.time(row.startedAt()))
                .param("pass", row.pass())
                .param("first", row.first())
                .param("last", row.last())
                .param("issued", row.issuedTo())
                .param("done", row.doneTo())
                .param("finished", row.finishedAt() == null ? null : Rows.time(row.finishedAt()))
                .update();
    }

    /// Whether a part belongs to what is underway: the rules may have changed once more since it was given out.
    boolean isCurrent(KeysRenewed part) {
        return find().filter(row -> row.finishedAt() == null && row.startedAt().equals(part.startedAt()))
                .isPresent();
    }

    /// Notes that a part was taken up.
    ///
    /// @return whether this was the last part of all
    boolean done(KeysRenewed part) {
        return sql.of("""
                UPDATE linking.renewal
                   SET done_to = greatest(done_to, :to)
                 WHERE started_at = :started
                   AND pass = :pass
                RETURNING pass = 2 AND done_to >= last
                """)
                .param("to", part.to().value())
                .param("started", Rows.time(part.startedAt()))
                .param("pass", part.pass())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// @param rules the versions that the keys have once it is finished
    /// @param issuedTo the last report of the last part that was given out
    /// @param doneTo the last report of the last part that was taken up
    record Row(
            String rules,
            Instant startedAt,
            int pass,
            long first,
            long last,
            long issuedTo,
            long doneTo,
            @Nullable Instant finishedAt) {

        Row issued(long to) {
            return new Row(rules, startedAt, pass, first, last, to, doneTo, finishedAt);
        }

        Row next() {
            return new Row(rules, startedAt, pass + 1, first, last, first - 1, first - 1, null);
        }

        Row finished(Instant at) {
            return new Row(rules, startedAt, pass, first, last, issuedTo, doneTo, at);
        }

        int percent() {
            long span = last - first + 1;
            long done = pass == Renewing.HUBS ? 0 : (pass - 1) * span + Math.min(span, doneTo - first + 1);
            return (int) (100 * done / (2 * span));
        }
    }
}
