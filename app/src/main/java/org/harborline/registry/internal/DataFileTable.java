// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// All SQL of `registry.data_file`.
@Component
class DataFileTable {

    private final Sql sql;

    DataFileTable(Sql sql) {
        this.sql = sql;
    }

    /// Whether every one of these versions was loaded before.
    ///
    /// @param versions by name
    boolean loadedAll(Map<String, String> versions) {
        return sql.of("""
                        SELECT count(*) AS loaded
                        FROM unnest(:names::text[], :versions::text[]) AS wanted (name, version)
                        JOIN registry.data_file f
                            ON f.name = wanted.name
                            AND f.version = wanted.version
                        """)
                        .param("names", versions.keySet().toArray(String[]::new))
                        .param("versions", versions.values().toArray(String[]::new))
                        .query((row, _) -> row.getInt("loaded"))
                        .single()
                == versions.size();
    }

    void record(Map<String, String> versions, Instant at) {
        sql.of("""
                        INSERT INTO registry.data_file (name, version, loaded_at)
                        SELECT wanted.name, wanted.version, :at
                        FROM unnest(:names::text[], :versions::text[]) AS wanted (name, version)
                        ON CONFLICT (name, version) DO NOTHING
                        """)
                .param("names", versions.keySet().toArray(String[]::new))
                .param("versions", versions.values().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
