// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Wrapped keys of records.
@Component
class RecordKeyTable {

    private final Sql sql;

    RecordKeyTable(Sql sql) {
        this.sql = sql;
    }

    /// A key as it is stored.
    record Wrapped(RecordRef record, String compartment, int version, String key) {

        @Override
        public String toString() {
            return "Wrapped(" + record + ")";
        }
    }

    void insert(List<Wrapped> keys) {
        int[] _ = sql.batch(
                """
                INSERT INTO vault.record_key (record_kind, record_id, compartment, kek_version, wrapped_key)
                VALUES (:kind, :id, :compartment, :version, :wrapped)
                """,
                keys.stream()
                        .map(key -> Map.<String, Object>of(
                                "kind", key.record().kind(),
                                "id", key.record().id(),
                                "compartment", key.compartment(),
                                "version", key.version(),
                                "wrapped", key.key()))
                        .toList());
    }

    Map<RecordRef, String> find(Collection<RecordRef> records, String compartment) {
        var found = new HashMap<RecordRef, String>();
        if (records.isEmpty()) {
            return found;
        }
        sql.of("""
                SELECT stored.record_kind, stored.record_id, stored.wrapped_key
                  FROM unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                  JOIN vault.record_key AS stored
                    ON stored.record_kind = asked.kind
                   AND stored.record_id = asked.id
                   AND stored.compartment = :compartment
                """)
                .param("kinds", records.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", records.stream().map(RecordRef::id).toArray(String[]::new))
                .param("compartment", compartment)
                .query(row -> {
                    found.put(
                            new RecordRef(row.getString("record_kind"), row.getString("record_id")),
                            row.getString("wrapped_key"));
                });
        return found;
    }

    /// Locks the keys of a record for whoever is going to destroy them.
    ///
    /// @return whether there are any
    boolean lock(RecordRef record) {
        return !sql.of("""
                SELECT compartment
                  FROM vault.record_key
                 WHERE record_kind = :kind AND record_id = :id
                 ORDER BY compartment
                   FOR UPDATE
                """)
                .param("kind", record.kind())
                .param("id", record.id())
                .query(String.class)
                .list()
                .isEmpty();
    }

    /// As [#lock(RecordRef)] for many. Whoever holds a record locks its keys first, so a hold is seen or waits.
    void lockAll(Collection<RecordRef> records) {
        sql.of("""
                SELECT stored.compartment
                  FROM vault.record_key AS stored
                  JOIN unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                    ON stored.record_kind = asked.kind AND stored.record_id = asked.id
                 ORDER BY stored.record_kind, stored.record_id, stored.compartment
                   FOR UPDATE OF stored
                """)
                .param("kinds", records.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", records.stream().map(RecordRef::id).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /// Keeps others from destroying the keys of a record until the transaction ends.
    void share(RecordRef record) {
        sql.of("""
                SELECT compartment
                  FROM vault.record_key
                 WHERE record_kind = :kind AND record_id = :id
                 ORDER BY compartment
                   FOR SHARE
                """)
                .param("kind", record.kind())
                .param("id", record.id())
                .query(String.class)
                .list();
    }

    void delete(RecordRef record) {
        sql.of("DELETE FROM vault.record_key WHERE record_kind = :kind AND record_id = :id")
                .param("kind", record.kind())
                .param("id", record.id())
                .update();
    }

    void deleteUnheld(Collection<RecordRef> records) {
        sql.of("""
                DELETE FROM vault.record_key AS stored
                 USING unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                 WHERE stored.record_kind = asked.kind
                   AND stored.record_id = asked.id
                   AND NOT EXISTS (
                       SELECT FROM vault.hold
                        WHERE hold.record_kind = asked.kind AND hold.record_id = asked.id)
                """)
                .param("kinds", records.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", records.stream().map(RecordRef::id).toArray(String[]::new))
                .update();
    }

    /// Those of the records that were erased.
    Set<RecordRef> erased(Collection<RecordRef> records) {
        return new HashSet<>(sql.of("""
                SELECT record_kind, record_id
                  FROM unnest(:kinds::text[], :ids::text[]) AS asked (kind, id)
                  JOIN vault.erasure ON record_kind = asked.kind AND record_id = asked.id
                 WHERE state = 'ERASED'
                """)
                .param("kinds", records.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", records.stream().map(RecordRef::id).toArray(String[]::new))
                .query((row, _) -> new RecordRef(row.getString("record_kind"), row.getString("record_id")))
                .list());
    }
}
