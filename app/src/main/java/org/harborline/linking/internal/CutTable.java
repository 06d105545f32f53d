// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Decisions of analysts that two reports do not belong together, and which of them the follower has come to.
@Component
class CutTable {

    private final Sql sql;

    CutTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a cut with the rules on which the link rests: they may make no such key one day.
    ///
    /// @return false when the pair is cut already
    boolean insert(Cut cut) {
        return sql.of("""
                INSERT INTO linking.cut (cut_id, newer, older, reason, rules, cut_by, cut_at)
                VALUES (:id, :newer, :older, :reason,
                        ARRAY(SELECT DISTINCT reason.rule
                                FROM linking.reason
                               WHERE reason.newer = :newer
                                 AND reason.older = :older
                                 AND NOT reason.cross_role
                                 AND reason.withdrawn_at IS NULL),
                        :by, :at)
                    ON CONFLICT (newer, older) WHERE undone_at IS NULL DO NOTHING
                """)
                        .param("id", cut.id())
                        .param("newer", cut.pair().newer().value())
                        .param("older", cut.pair().older().value())
                        .param("reason", cut.reason().name())
                        .param("by", cut.by())
                        .param("at", Rows.time(cut.at()))
                        .update()
                == 1;
    }

    /// Ends a cut.
    ///
    /// @return the cut as it was; empty when it was undone before
    Optional<Cut> undo(UUID cut, String by, Instant at) {
        return sql.of("""
                UPDATE linking.cut
                   SET undone_by = :by, undone_at = :at
                 WHERE cut_id = :id
                   AND undone_at IS NULL
                RETURNING cut_id, newer, older, reason, cut_by, cut_at
                """)
                .param("id", cut)
                .param("by", by)
                .param("at", Rows.time(at))
                .query((row, _) -> cut(row))
                .optional();
    }

    /// Whether there ever was such a cut.
    boolean exists(UUID cut) {
        return sql.of("SELECT EXISTS (SELECT 1 FROM linking.cut WHERE cut_id = :id)")
                .param("id", cut)
                .query(Boolean.class)
                .single();
    }

    /// Cuts in force that touch the reports.
    Map<ReportPair, Cut> ofReports(Collection<ReportNumber> reports) {
        return sql.of("""
                SELECT cut_id, newer, older, reason, cut_by, cut_at
                  FROM linking.cut
                 WHERE undone_at IS NULL
                   AND (newer = ANY(:reports) OR older = ANY(:reports))
                """).param("reports", Rows.numbers(reports)).query((row, _) -> cut(row)).list().stream()
                .collect(Collectors.toMap(Cut::pair, Function.identity()));
    }

    private static Cut cut(ResultSet row) throws SQLException {
        return new Cut(
                row.getObject("cut_id", UUID.class),
                Rows.pair(row),
                CutReason.valueOf(row.getString("reason")),
                row.getString("cut_by"),
                Rows.instant(row, "cut_at"));
    }

    /// The follower has come to a cut.
    void takeUp(UUID cut, ReportPair pair) {
        sql.of("""
                INSERT INTO linking.cut_taken_up (cut_id, newer, older)
                VALUES (:id, :newer, :older)
                    ON CONFLICT ON CONSTRAINT cut_taken_up_pk DO NOTHING
                """)
                .param("id", cut)
                .param("newer", pair.newer().value())
                .param("older", pair.older().value())
                .update();
    }

    /// The follower has come to where a cut was undone.
    void drop(UUID cut) {
        sql.of("DELETE FROM linking.cut_taken_up WHERE cut_id = :id")
                .param("id", cut)
                .update();
    }

    /// Those of the pairs that are cut where the follower stands in the journal, whatever was decided since.
    Set<ReportPair> among(Collection<ReportPair> pairs) {
        var list = List.copyOf(pairs);
        return new HashSet<>(sql.of("""
                SELECT DISTINCT cut.newer, cut.older
                  FROM unnest(:newer::bigint[], :older::bigint[]) AS pair (newer, older)
                  JOIN linking.cut_taken_up AS cut ON cut.newer = pair.newer AND cut.older = pair.older
                """)
                .param("newer", Rows.texts(list, ReportPair::newer))
                .param("older", Rows.texts(list, ReportPair::older))
                .query((row, _) -> Rows.pair(row))
                .list());
    }
}
