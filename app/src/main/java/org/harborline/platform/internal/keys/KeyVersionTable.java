// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.harborline.platform.Sql;

/// Key versions that the database may need.
@org.springframework.stereotype.Component
class KeyVersionTable {

    private final Sql sql;
    private final Clock clock;

    KeyVersionTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Versions that are needed and not among the given ones, as `purpose version`.
    List<String> missingIn(SortedMap<String, SortedSet<Integer>> versions) {
        return sql
                .of("SELECT purpose, version FROM platform.key_version ORDER BY purpose, version")
                .query((row, _) -> Map.entry(row.getString("purpose"), row.getInt("version")))
                .list()
                .stream()
                .filter(needed -> !versions.getOrDefault(needed.getKey(), java.util.Collections.emptySortedSet())
                        .contains(needed.getValue()))
                .map(needed -> needed.getKey() + " " + needed.getValue())
                .toList();
    }

    /// Adds what is new among the given ones.
    void record(SortedMap<String, SortedSet<Integer>> versions) {
        var rows = new ArrayList<Map<String, Object>>();
        versions.forEach((purpose, all) -> all.forEach(version -> rows.add(Map.of(
                "purpose", purpose, "version", version, "now", clock.instant().atOffset(ZoneOffset.UTC)))));
        sql.batch("""
                INSERT INTO platform.key_version (purpose, version, recorded_at)
                VALUES (:purpose, :version, :now)
                ON CONFLICT ON CONSTRAINT key_version_pk DO NOTHING
                """, rows);
    }

    /// Takes away what is not among the given ones.
    void keepOnly(SortedMap<String, SortedSet<Integer>> versions) {
        versions.forEach((purpose, all) -> sql.of(
                        "DELETE FROM platform.key_version WHERE purpose = :purpose AND NOT version = ANY (:versions)")
                .param("purpose", purpose)
                .param("versions", all.toArray(Integer[]::new))
                .update());
    }
}
