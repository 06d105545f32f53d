// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What is named beside accounts that are in very many reports.
@Component
class CompanionTable {

    private final Sql sql;

    CompanionTable(Sql sql) {
        this.sql = sql;
    }

    /// The companions of each key; a key that was not begun is absent.
    Map<UUID, Set<UUID>> of(Collection<UUID> keys) {
        var found = new HashMap<UUID, Set<UUID>>();
        if (!keys.isEmpty()) {
            sql.of("SELECT blind, companion FROM linking.companion WHERE blind = ANY(:keys::uuid[])")
                    .param("keys", Rows.ids(keys))
                    .query(row -> {
                        found.computeIfAbsent(row.getObject("blind", UUID.class), _ -> new HashSet<>())
                                .add(row.getObject("companion", UUID.class));
                    });
        }
        return found;
    }

    void insertAll(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.of("""
                INSERT INTO linking.companion (blind, companion)
                SELECT fresh.blind, fresh.companion
                  FROM unnest(:blinds::uuid[], :companions::uuid[]) AS fresh (blind, companion)
                    ON CONFLICT ON CONSTRAINT companion_pk DO NOTHING
                """)
                .param("blinds", Rows.texts(rows, Row::blind))
                .param("companions", Rows.texts(rows, Row::companion))
                .update();
    }

    /// Drops what is beside the keys. It is read from the stored keys again when one is needed.
    void drop(Collection<UUID> keys) {
        sql.of("DELETE FROM linking.companion WHERE blind = ANY(:keys::uuid[])")
                .param("keys", Rows.ids(keys))
                .update();
    }

    /// Drops everything, because keys are others now.
    void dropAll() {
        sql.of("DELETE FROM linking.companion").update();
    }

    /// One key beside another.
    record Row(UUID blind, UUID companion) {}
}
