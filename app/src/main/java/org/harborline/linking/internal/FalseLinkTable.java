// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.FalseLink;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Cuts beside the rules of what was cut.
@Component
class FalseLinkTable {

    private final Sql sql;

    FalseLinkTable(Sql sql) {
        this.sql = sql;
    }

    /// Newest first: ids of cuts are in the order in which they were made.
    List<Row> list(@Nullable UUID after, int limit) {
        return sql.of("""
                SELECT cut_id, newer, older, reason, rules::text[] AS rules, cut_by, cut_at, undone_by, undone_at
                  FROM linking.cut
                 WHERE cut_id < :after
                 ORDER BY cut_id DESC
                 LIMIT :limit
                """)
                .param("after", after == null ? new UUID(-1, -1) : after)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Array rules = row.getArray("rules");
        return new Row(
                new Cut(
                        row.getObject("cut_id", UUID.class),
                        Rows.pair(row),
                        CutReason.valueOf(row.getString("reason")),
                        row.getString("cut_by"),
                        Rows.instant(row, "cut_at")),
                Arrays.stream((String[]) rules.getArray())
                        .sorted(Comparator.comparingInt(MatchRule::rank))
                        .map(Code::of)
                        .toList(),
                row.getString("undone_by"),
                Rows.instantOrNull(row, "undone_at"));
    }

    List<FalseLink.Count> counts() {
        return sql
                .of("""
                SELECT rule, reason, count(*) AS cuts
                  FROM linking.cut, unnest(rules) AS rule
                 WHERE undone_at IS NULL
                   AND reason <> 'EXPIRED'
                 GROUP BY rule, reason
                """)
                .query((row, _) -> new FalseLink.Count(
                        Code.of(row.getString("rule")),
                        CutReason.valueOf(row.getString("reason")),
                        row.getLong("cuts")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt((FalseLink.Count count) ->
                                MatchRule.rank(count.rule().value()))
                        .thenComparing(count -> count.rule().value())
                        .thenComparing(FalseLink.Count::reason))
                .toList();
    }

    /// A cut with the rules of its link.
    record Row(
            Cut cut,
            List<Code> rules,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt) {}
}
