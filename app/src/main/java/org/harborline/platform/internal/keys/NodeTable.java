// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Running servers. Times are the database's, because the clocks of several machines would be compared otherwise.
@Component
class NodeTable {

    /// A server that was silent for longer is gone: it writes every few seconds.
    static final Duration GONE = Duration.ofMinutes(1);

    private final Sql sql;

    NodeTable(Sql sql) {
        this.sql = sql;
    }

    void put(UUID node, String fingerprint) {
        sql.of("""
                INSERT INTO platform.node (node_id, fingerprint, seen_at)
                VALUES (:node, :fingerprint, statement_timestamp())
                ON CONFLICT ON CONSTRAINT node_pk
                DO UPDATE SET fingerprint = excluded.fingerprint, seen_at = excluded.seen_at
                """).param("node", node).param("fingerprint", fingerprint).update();
    }

    void remove(UUID node) {
        sql.of("DELETE FROM platform.node WHERE node_id = :node")
                .param("node", node)
                .update();
    }

    /// Servers that run.
    List<Node> running() {
        sql.of("DELETE FROM platform.node WHERE seen_at < statement_timestamp() - make_interval(secs => :gone)")
                .param("gone", GONE.toSeconds())
                .update();
        return sql.of("SELECT node_id, fingerprint FROM platform.node ORDER BY node_id")
                .query((row, _) -> new Node(row.getObject("node_id", UUID.class), row.getString("fingerprint")))
                .list();
    }

    /// @param fingerprint state of the keys that it has loaded
    record Node(UUID id, String fingerprint) {}
}
