// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.Link;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.ContradictionFound;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Pairs that share an identifier and contradict each other.
@Component
class ContradictionTable {

    private final Sql sql;

    ContradictionTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores them with one statement.
    ///
    /// @return those that were not known
    List<Row> insertAll(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return sql.of("""
                INSERT INTO linking.contradiction (newer, older, kind, found_at)
                SELECT newer, older, kind, found_at
                  FROM unnest(:newer::bigint[], :older::bigint[], :kinds::text[], :found::timestamptz[])
                       AS fresh (newer, older, kind, found_at)
                    ON CONFLICT ON CONSTRAINT contradiction_pk DO NOTHING
                RETURNING newer, older, kind, found_at
                """)
                .param("newer", Rows.texts(rows, row -> row.pair().newer()))
                .param("older", Rows.texts(rows, row -> row.pair().older()))
                .param("kinds", Rows.texts(rows, Row::kind))
                .param("found", Rows.texts(rows, Row::foundAt))
                .query((row, _) -> new Row(
                        Rows.pair(row),
                        ContradictionKind.valueOf(row.getString("kind")),
                        Rows.instant(row, "found_at")))
                .list();
    }

    Map<ReportPair, List<ContradictionKind>> between(Collection<ReportPair> pairs) {
        var list = List.copyOf(pairs);
        var found = new HashMap<ReportPair, List<ContradictionKind>>();
        sql.of("""
                SELECT contradiction.newer, contradiction.older, contradiction.kind
                  FROM unnest(:newer::bigint[], :older::bigint[]) AS pair (newer, older)
                  JOIN linking.contradiction
                    ON contradiction.newer = pair.newer AND contradiction.older = pair.older
                 ORDER BY contradiction.newer, contradiction.older, contradiction.kind
                """)
                .param("newer", Rows.texts(list, ReportPair::newer))
                .param("older", Rows.texts(list, ReportPair::older))
                .query(row -> {
                    found.computeIfAbsent(Rows.pair(row), _ -> new ArrayList<>())
                            .add(ContradictionKind.valueOf(row.getString("kind")));
                });
        return found;
    }

    /// Those of a cluster's links that something speaks against.
    Set<ReportPair> among(Cluster cluster) {
        return among(List.of(cluster));
    }

    Set<ReportPair> among(Collection<Cluster> clusters) {
        return between(clusters.stream()
                        .flatMap(cluster -> cluster.links().stream())
                        .map(Link::pair)
                        .distinct()
                        .toList())
                .keySet();
    }

    void drop(ReportNumber report) {
        sql.of("DELETE FROM linking.contradiction WHERE newer = :report OR older = :report")
                .param("report", report.value())
                .update();
    }

    /// One of them.
    record Row(ReportPair pair, ContradictionKind kind, Instant foundAt) {

        ContradictionFound told() {
            return new ContradictionFound(pair.newer(), pair.older(), kind.code());
        }
    }
}
