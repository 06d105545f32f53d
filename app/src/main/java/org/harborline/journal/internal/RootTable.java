// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Signed Merkle roots.
@Component
class RootTable {

    private final Sql sql;

    RootTable(Sql sql) {
        this.sql = sql;
    }

    /// The newest root.
    Optional<Root> latest() {
        return sql.of("SELECT size, root, frontier, signature, signed_at FROM journal.root ORDER BY size DESC LIMIT 1")
                .query((row, _) -> new Root(
                        row.getLong("size"),
                        row.getString("root"),
                        row.getString("frontier"),
                        row.getString("signature"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// Leaf hashes after a position, in order.
    List<String> leaves(long after, int limit) {
        return sql.of("SELECT leaf FROM journal.entry WHERE position > :after ORDER BY position LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString("leaf"))
                .list();
    }

    void insert(Root root) {
        sql.of("""
                INSERT INTO journal.root (size, root, frontier, signature, signed_at)
                VALUES (:size, :root, :frontier, :signature, :at)
                ON CONFLICT (size) DO NOTHING
                """)
                .param("size", root.size())
                .param("root", root.root())
                .param("frontier", root.frontier())
                .param("signature", root.signature())
                .param("at", root.signedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
