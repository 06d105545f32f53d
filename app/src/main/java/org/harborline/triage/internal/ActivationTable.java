// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Since when each version of the priority table is in force.
@Component
class ActivationTable {

    private final Sql sql;

    ActivationTable(Sql sql) {
        this.sql = sql;
    }

    Activations read() {
        var since = new TreeMap<Integer, Instant>();
        sql.of("SELECT version, activated_at FROM triage.rule_table").query(row -> {
            since.put(
                    row.getInt("version"),
                    row.getObject("activated_at", OffsetDateTime.class).toInstant());
        });
        return new Activations(since);
    }

    /// Activates a version unless it was activated before.
    ///
    /// @return whether it was activated now
    boolean activate(int version, Instant at) {
        return sql.of("""
                        INSERT INTO triage.rule_table (version, activated_at)
                        VALUES (:version, :at)
                        ON CONFLICT (version) DO NOTHING
                        """)
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
