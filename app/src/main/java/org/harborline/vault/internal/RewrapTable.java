// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.util.List;
import java.util.Map;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Wrapped keys of records, for the rotation of the keys that wrap them.
@Component
class RewrapTable {

    private final Sql sql;

    RewrapTable(Sql sql) {
        this.sql = sql;
    }

    /// @param version of the key that wrapped it
    record Wrapped(RecordRef record, int version, String key) {}

    /// How many keys of the compartment are wrapped by another version.
    long countNotUnder(String compartment, int version) {
        return sql.of(
                        "SELECT count(*) FROM vault.record_key WHERE compartment = :compartment AND kek_version <> :version")
                .param("compartment", compartment)
                .param("version", version)
                .query(Long.class)
                .single();
    }

    /// The next keys that are wrapped by another version, after a given one, in the order of the primary key. They are
    /// locked, so that one that is being erased does not come back.
    List<Wrapped> next(String compartment, int version, @Nullable Wrapped after, int most) {
        return sql.of("""
                SELECT record_kind, record_id, kek_version, wrapped_key
                  FROM vault.record_key
                 WHERE (record_kind, record_id) > (:kind, :id)
                   AND compartment = :compartment
                   AND kek_version <> :version
                 ORDER BY record_kind, record_id
                 LIMIT :most
                   FOR UPDATE
                """)
                .param("kind", after == null ? "" : after.record().kind())
                .param("id", after == null ? "" : after.record().id())
                .param("compartment", compartment)
                .param("version", version)
                .param("most", most)
                .query((row, _) -> new Wrapped(
                        new RecordRef(row.getString("record_kind"), row.getString("record_id")),
                        row.getInt("kek_version"),
                        row.getString("wrapped_key")))
                .list();
    }

    void replace(String compartment, List<Wrapped> rows) {
        sql.batch(
                """
                UPDATE vault.record_key
                   SET kek_version = :version, wrapped_key = :key
                 WHERE record_kind = :kind AND record_id = :id AND compartment = :compartment
                """,
                rows.stream()
                        .map(row -> Map.<String, Object>of(
                                "version", row.version(),
                                "key", row.key(),
                                "kind", row.record().kind(),
                                "id", row.record().id(),
                                "compartment", compartment))
                        .toList());
    }
}
